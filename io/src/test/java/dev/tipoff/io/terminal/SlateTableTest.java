package dev.tipoff.io.terminal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

public class SlateTableTest {
  private static String table(Prediction... predictions) {
    return table(10, List.of(predictions));
  }

  private static String table(int limit, List<Prediction> predictions) {
    return SlateTable.render(InventedSlate.DAY, predictions, limit, Terminal.plain());
  }

  @Test
  public void alignsBetsAndEdges() {
    String table =
        table(
            InventedSlate.bet().setPlayerName("Nikola Joki\u0107").build(),
            InventedSlate.bet()
                .setPlayer(PlayerKey.of("2"))
                .setPlayerName("Ann Lee")
                .setLine(Line.of(8))
                .setExpectedValue(0.2)
                .setRecommendation(Recommendation.UNDER)
                .setProbabilityOver(0.36)
                .setProbabilityPush(0.1)
                .build(),
            InventedSlate.bet()
                .setPlayer(PlayerKey.of("3"))
                .setPlayerName("Bob Pass")
                .setRecommendation(Recommendation.PASS)
                .setProbabilityOver(0.51)
                .build(),
            InventedSlate.withoutLine().setPlayer(PlayerKey.of("4")).build());

    assertThat(
        table,
        is(
            """
            Slate of Friday, 10 January 2025: 1 game, 4 players, 3 lines

            Best bets
            Player        Game        Prop  Line  Side   Book        Price   Ours    Mkt      EV  Stake
            Ann Lee       LAL vs BOS  PTS      8  Under  draftkings   -115  60.0%  49.8%  +20.0%   2.5%
            Nikola Joki\u0107  LAL vs BOS  PTS   25.5  Over   draftkings   -110  57.1%  50.2%   +9.0%   2.5%

            Biggest edges without a bet
            Player    Game        Prop  Line  Side  Book        Price   Ours    Mkt   Edge
            Bob Pass  LAL vs BOS  PTS   25.5  Over  draftkings   -110  51.0%  50.2%  +0.8%

            Ours: ensemble_market_aware

            4 predictions, 1 without a line
            """));
  }

  @Test
  public void alignsLettersWithAccentsOfTheirOwn() {
    assertThat(
        table(InventedSlate.bet().setPlayerName("Nikola Jokic\u0301").build()),
        is(table(InventedSlate.bet().setPlayerName("Nikola Joki\u0107").build())));
  }

  @Test
  public void fitsAHundredColumns() {
    List<Prediction> slate = new ArrayList<>(InventedSlate.slate(60, true));
    slate.add(
        InventedSlate.bet()
            .setPlayerName("\u0160".repeat(200))
            .setBookmaker("a".repeat(50))
            .setExpectedValue(9.999)
            .build());

    table(1000, slate)
        .lines()
        .forEach(
            line ->
                assertThat(line, line.codePointCount(0, line.length()), lessThanOrEqualTo(100)));
  }

  @Test
  public void fitsATerminalOfEightyColumns() {
    Terminal narrow = Terminal.of(Map.of("COLUMNS", "80"), false);
    SlateTable.render(InventedSlate.DAY, InventedSlate.slate(60, true), 1000, narrow)
        .lines()
        .forEach(
            line -> assertThat(line, line.codePointCount(0, line.length()), lessThanOrEqualTo(80)));
  }

  @Test
  public void coloursRepeatWhatTheWordsSay() {
    Prediction bet = InventedSlate.bet().build();
    String coloured =
        SlateTable.render(InventedSlate.DAY, List.of(bet), 5, Terminal.of(Map.of(), true));
    assertThat(coloured, containsString("\u001b[36mOver\u001b[0m"));
    assertThat(coloured, containsString("\u001b[32m+9.0%\u001b[0m"));
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""), is(table(bet)));
  }

  @Test
  public void saysWhoseChancesTheyAreAndHowMuchIsNotShown() {
    String table = table(3, InventedSlate.slate(20, true));

    assertThat(table, containsString("\nOurs: ensemble_market_aware\n"));
    assertThat(table, not(containsString("season_mean")));
    assertThat(table, containsString("Best bets: 3 of "));
  }

  @Test
  public void isTheSameInWhateverOrderTheRowsCome() {
    List<Prediction> slate = new ArrayList<>(InventedSlate.slate(40, true));
    String first = table(20, slate);
    Collections.shuffle(slate, new Random(5));

    assertThat(table(20, slate), is(first));
  }

  @Test
  public void saysThatThereIsNothing() {
    assertThat(
        table(),
        is(
            """
            Slate of Friday, 10 January 2025: 0 games, 0 players, 0 lines

            Best bets: no side is worth its price to a system that sees the line.

            Biggest edges without a bet: none.

            0 predictions, 0 without a line
            """));
  }

  @Test
  public void keepsControlCharactersFromTheTerminal() {
    assertThat(
        table(InventedSlate.bet().setPlayerName("A\u001b[31m\nB").build()),
        containsString("\nA [31m B  LAL"));
  }

  @Test
  public void whereASystemKnowsTheLineItAloneBets() {
    Prediction blind =
        InventedSlate.bet().setSystemId("moving_average").setKind(SystemKind.BLIND).build();
    Prediction passing =
        InventedSlate.bet().setRecommendation(Recommendation.PASS).setStake(0.0).build();
    assertThat(table(5, List.of(blind, passing)), containsString("Best bets: no side is worth"));
    Prediction betting = InventedSlate.bet().setExpectedValue(0.04).build();
    String table = table(5, List.of(blind, betting));
    assertThat(table, containsString("+4.0%"));
    assertThat(table, not(containsString("+9.0%")));
  }

  @Test
  public void whatNeverSeesTheLineProposesNoBet() {
    Prediction blind =
        InventedSlate.bet().setSystemId("moving_average").setKind(SystemKind.BLIND).build();
    String table = table(blind);
    assertThat(table, containsString("Best bets: no side is worth"));
    assertThat(table, containsString("Biggest edges without a bet\n"));
    assertThat(table, containsString("\nOurs: moving_average\n"));
  }
}
