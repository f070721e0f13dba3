package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class QualityGateTest {
  private static final GameContext CONTEXT = InventedLeague.slate().get(0);

  /** Boston's finished games, so many of which are only in the schedule. */
  private static FinishedGames finished(List<PlayerGame> rows, int unknown) {
    FinishedGames finished = new FinishedGames();
    rows.stream()
        .filter(row -> row.getTeam() == CONTEXT.getTeam())
        .filter(row -> row.getSeason().equals(CONTEXT.getSeason()))
        .forEach(row -> finished.add(game(row.getGameId(), row.getGameDate(), 100)));
    for (int i = 0; i < unknown; i++) {
      finished.add(game("unknown " + i, DAY.plusDays(-1), 100));
    }
    return finished;
  }

  private static ScheduledGame game(String id, GameDay day, Integer points) {
    return ScheduledGame.builder()
        .setSeason(CONTEXT.getSeason())
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(id)
        .setGameDate(day)
        .setHome(CONTEXT.getTeam())
        .setAway(TeamCode.UTA)
        .setHomePoints(points)
        .setAwayPoints(points)
        .build();
  }

  private static QualityGate gate(List<PlayerGame> rows, FinishedGames finished, boolean reported) {
    return new QualityGate(
        Pregame.of(
            CONTEXT,
            InventedLeague.of(rows),
            reported ? InventedLeague.reports() : new InjuryReports()),
        finished);
  }

  @Test
  public void nothingIsWrongWithAWholeSeason() {
    List<PlayerGame> rows = InventedLeague.play(new Random(3));
    QualityGate gate = gate(rows, finished(rows, 0), true);
    assertThat(gate.refusal(Map.of()), is(Optional.empty()));
    FeatureQuality quality = gate.quality(Map.of());
    assertThat(quality.flags(), is(""));
    assertThat(quality.gamesKnown(), is(30));
    assertThat(quality.gamesExpected(), is(30));
  }

  @Test
  public void aMissingBoxScoreIsFlaggedAndTooManyAreRefused() {
    List<PlayerGame> rows = InventedLeague.play(new Random(3));
    QualityGate one = gate(rows, finished(rows, 1), true);
    assertThat(one.refusal(Map.of()), is(Optional.empty()));
    assertThat(one.quality(Map.of()).flags(), is("INCOMPLETE_HISTORY"));
    assertThat(one.quality(Map.of()).gamesExpected(), is(31));
    // 30 of 42 are 71 in a hundred, 30 of 43 fewer than 70.
    assertThat(gate(rows, finished(rows, 12), true).refusal(Map.of()), is(Optional.empty()));
    Failure refusal = gate(rows, finished(rows, 13), true).refusal(Map.of()).orElseThrow();
    assertThat(refusal.getCode(), is(FailureCode.INCOMPLETE_HISTORY));
    assertThat(refusal.getMessage(), containsString("only 30 of the 43 games that BOS"));
  }

  @Test
  public void aGameThatIsNotOverIsNotMissing() {
    List<PlayerGame> rows = InventedLeague.play(new Random(3));
    FinishedGames finished = finished(rows, 0);
    finished.add(game("put off", DAY.plusDays(-1), null));
    finished.add(game("tonight", DAY, 100));
    assertThat(gate(rows, finished, true).quality(Map.of()).flags(), is(""));
  }

  @Test
  public void withoutAReportAndEarlyInTheSeasonItSaysSo() {
    List<PlayerGame> rows =
        InventedLeague.play(new Random(3)).stream()
            .filter(
                row ->
                    row.getGameDate().isBefore(DAY.plusDays(-100))
                        || !row.getGameDate().isBefore(DAY.plusDays(-9)))
            .toList();
    assertThat(
        gate(rows, finished(rows, 0), false).quality(Map.of()).flags(),
        is("EARLY_SEASON;NO_INJURY_REPORT"));
  }

  @Test
  public void theScoreIsThePartOfTheBlindFeaturesThatIsKnown() {
    long blind =
        Arrays.stream(Feature.values())
            .filter(feature -> !feature.definition().marketAware())
            .count();
    assertThat(
        FeatureQuality.of(Map.of(Feature.HOME, 1.0, Feature.TOTAL, 220.0)).score(),
        closeTo(100.0 / blind, 1e-12));
    assertThat(FeatureQuality.of(Map.of()).score(), is(0.0));
  }
}
