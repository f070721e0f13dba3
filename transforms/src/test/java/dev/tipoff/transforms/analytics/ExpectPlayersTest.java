package dev.tipoff.transforms.analytics;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.NAME;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.offer;
import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.model.TeamCode.BOS;
import static dev.tipoff.transforms.model.TeamCode.CHI;
import static dev.tipoff.transforms.model.TeamCode.MIA;
import static dev.tipoff.transforms.model.TeamCode.NYK;

import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.PropLine;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.junit.Rule;
import org.junit.Test;

public class ExpectPlayersTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private final List<ScheduledGame> schedule = new ArrayList<>();
  private final List<PlayerGame> games = new ArrayList<>();
  private final List<PlayerDnp> dnps = new ArrayList<>();
  private final List<PropLine> lines = new ArrayList<>();
  private final List<GameContext> expected = new ArrayList<>();

  private static ScheduledGame scheduled(String id, GameDay day, TeamCode home, TeamCode away) {
    return ScheduledGame.builder()
        .setSeason(Season.of(day).label())
        .setSeasonType(SeasonType.CUP_FINAL)
        .setGameId(id)
        .setGameDate(day)
        .setHome(home)
        .setAway(away)
        .build();
  }

  private static PlayerDnp listed(String id, GameDay day, TeamCode team) {
    return PlayerDnp.builder()
        .setSeason(Season.of(day).label())
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(id)
        .setGameDate(day)
        .setPlayerName("Z. Quillfeather")
        .setPlayer(ZED)
        .setTeam(team)
        .setOpponent(CHI)
        .setHome(false)
        .setComment("DND - Injury/Illness")
        .build();
  }

  /** Of the scheduled game, which is a cup final. */
  private static GameContext.Builder wanted(String id, GameDay day) {
    return context(id, day).setSeasonType(SeasonType.CUP_FINAL);
  }

  private <T> PCollection<T> rows(String name, List<T> rows, Class<T> type) {
    try {
      return rows.isEmpty()
          ? pipeline.apply(name, Create.empty(SchemaRegistry.createDefault().getSchemaCoder(type)))
          : OneBundle.of(pipeline, name, rows, 9);
    } catch (NoSuchSchemaException e) {
      throw new IllegalStateException(e);
    }
  }

  private ExpectPlayers expect(SlateRange slates) {
    return ExpectPlayers.of(
        slates,
        rows("Games", games, PlayerGame.class),
        rows("Dnps", dnps, PlayerDnp.class),
        rows("Lines", lines, PropLine.class));
  }

  private void check(ExpectPlayers expect, Failure... failures) {
    WithFailures.Result<PCollection<GameContext>, Failure> result =
        rows("Scheduled", schedule, ScheduledGame.class).apply(expect);
    PAssert.that(result.output()).containsInAnyOrder(expected);
    PAssert.that(result.failures()).containsInAnyOrder(List.of(failures));
    pipeline.run();
  }

  private static Failure unknownTeam(PropLine line) {
    return Failure.of(
        "ExpectPlayers",
        FailureCode.UNKNOWN_TEAM,
        line.getGameId() + "|900001",
        "Zed Quillfeather (player 900001) has a line in game "
            + line.getGameId()
            + " of "
            + line.getGameDate()
            + ", but neither of its teams was the last to list him this season; he was traded, or"
            + " has not been listed yet",
        line.toString(),
        line.getGameDate());
  }

  @Test
  public void tonightEverybodyTheTeamsListedLastIsExpected() {
    schedule.add(scheduled(GAME, DAY, MIA, BOS));
    games.add(played("1", DAY.plusDays(-4)).build());
    games.add(
        played("1", DAY.plusDays(-4))
            .setPlayer(MOE)
            .setPlayerName("Moe Thimblerig")
            .setTeam(MIA)
            .build());
    // Chicago does not play.
    games.add(played("2", DAY.plusDays(-4)).setPlayer(PlayerKey.of("900003")).setTeam(CHI).build());
    expected.add(wanted(GAME, DAY).setHome(false).build());
    expected.add(
        wanted(GAME, DAY)
            .setPlayer(MOE)
            .setPlayerName("Moe Thimblerig")
            .setTeam(MIA)
            .setOpponent(BOS)
            .build());
    check(expect(SlateRange.of(DAY)));
  }

  @Test
  public void hisLatestListingNamesHisTeamAlsoIfHeDidNotPlay() {
    schedule.add(scheduled(GAME, DAY, BOS, MIA));
    schedule.add(scheduled("0023000501", DAY, NYK, CHI));
    games.add(played("1", DAY.plusDays(-6)).build());
    dnps.add(listed("2", DAY.plusDays(-2), NYK));
    games.add(played("0", DAY.plusDays(-4)).setTeam(MIA).build());
    expected.add(
        wanted("0023000501", DAY)
            .setPlayerName("Z. Quillfeather")
            .setTeam(NYK)
            .setOpponent(CHI)
            .build());
    check(expect(SlateRange.of(DAY)));
  }

  @Test
  public void theSlateItselfAndLaterGamesAreNotKnown() {
    schedule.add(scheduled(GAME, DAY, BOS, MIA));
    games.add(played(GAME, DAY).build());
    games.add(played("9", DAY.plusDays(1)).build());
    dnps.add(listed("10", DAY, BOS));
    check(expect(SlateRange.of(DAY)));
  }

  @Test
  public void lastSeasonsListingDoesNotCount() {
    schedule.add(scheduled(GAME, DAY, BOS, MIA));
    games.add(played("1", "2030-04-01").build());
    PropLine line = offer("alphabet", GAME, DAY, 20.5).build();
    lines.add(line);
    check(expect(SlateRange.of(DAY)), unknownTeam(line));
  }

  @Test
  public void aLineAddsNobodyWhoIsExpectedAnyway() {
    schedule.add(scheduled(GAME, DAY, BOS, MIA));
    games.add(played("1", DAY.plusDays(-1)).build());
    lines.add(offer("alphabet", GAME, DAY, 20.5).build());
    lines.add(offer("betamax", GAME, DAY, 21.5).build());
    expected.add(wanted(GAME, DAY).build());
    check(expect(SlateRange.of(DAY)));
  }

  @Test
  public void everySlateOfARangeIsAskedByItself() {
    GameDay next = DAY.plusDays(1);
    GameDay last = DAY.plusDays(3);
    schedule.add(scheduled("a", DAY, BOS, MIA));
    schedule.add(scheduled("b", next, NYK, BOS));
    schedule.add(scheduled("c", last, NYK, CHI));
    schedule.add(scheduled("d", DAY.plusDays(4), NYK, CHI));
    games.add(played("1", DAY.plusDays(-3)).build());
    games.add(played("b", next).setTeam(NYK).setOpponent(BOS).build());
    expected.add(wanted("a", DAY).build());
    expected.add(wanted("b", next).setOpponent(NYK).setHome(false).build());
    expected.add(wanted("c", last).setTeam(NYK).setOpponent(CHI).build());
    check(expect(SlateRange.of(DAY, last)));
  }

  @Test
  public void bothGamesOfADayAreHis() {
    schedule.add(scheduled("a", DAY, BOS, MIA));
    schedule.add(scheduled("b", DAY, NYK, BOS));
    games.add(played("1", DAY.plusDays(-3)).build());
    expected.add(wanted("a", DAY).build());
    expected.add(wanted("b", DAY).setOpponent(NYK).setHome(false).build());
    check(expect(SlateRange.of(DAY)));
  }

  @Test
  public void inABacktestThoseWhoPlayedAndThoseWithALineAreExpected() {
    schedule.add(scheduled(GAME, DAY, BOS, MIA));
    games.add(played(GAME, DAY).setPlayer(MOE).setPlayerName("Moe Thimblerig").build());
    games.add(played("1", DAY.plusDays(-3)).setPlayer(MOE).setPlayerName("Moe Thimblerig").build());
    // Zed was listed, had a line and did not play; his team-mate without a line is not wanted.
    games.add(played("1", DAY.plusDays(-3)).build());
    games.add(played("1", DAY.plusDays(-3)).setPlayer(PlayerKey.of("900003")).build());
    lines.add(offer("alphabet", GAME, DAY, 20.5).build());
    expected.add(context(GAME, DAY).setPlayer(MOE).setPlayerName("Moe Thimblerig").build());
    expected.add(wanted(GAME, DAY).setPlayerName(NAME).build());
    check(expect(SlateRange.of(DAY)).asPlayed());
  }

  @Test
  public void aTradedPlayerWithALineHasAnUnknownTeam() {
    schedule.add(scheduled(GAME, DAY, BOS, MIA));
    games.add(played("1", DAY.plusDays(-6)).build());
    dnps.add(listed("2", DAY.plusDays(-2), NYK));
    PropLine line = offer("alphabet", GAME, DAY, 20.5).build();
    lines.add(line);
    // He is told of once, whatever the books and markets are.
    lines.add(offer("betamax", GAME, DAY, 20.5).build());
    lines.add(offer("alphabet", GAME, DAY, 8.5).setMarket(Market.REBOUNDS).build());
    check(expect(SlateRange.of(DAY)), unknownTeam(line));
  }

  @Test
  public void aTradedPlayerWhoPlayedIsKnownInABacktest() {
    schedule.add(scheduled(GAME, DAY, BOS, MIA));
    games.add(played("1", DAY.plusDays(-6)).setTeam(NYK).build());
    games.add(played(GAME, DAY).build());
    lines.add(offer("alphabet", GAME, DAY, 20.5).build());
    expected.add(context(GAME, DAY).build());
    check(expect(SlateRange.of(DAY)).asPlayed());
  }

  @Test
  public void theFailureDoesNotHangOnTheOrderOfTheLines() {
    schedule.add(scheduled(GAME, DAY, BOS, MIA));
    games.add(played("1", DAY.plusDays(-6)).setTeam(NYK).build());
    PropLine first = offer("alphabet", GAME, DAY, 20.5).build();
    for (int i = 0; i < 20; i++) {
      lines.add(offer("book" + i, GAME, DAY, 20.5).build());
    }
    lines.add(10, first);
    lines.add(offer("alphabet", GAME, DAY, 21.5).build());
    check(expect(SlateRange.of(DAY)), unknownTeam(first));
  }

  @Test
  public void linesOfOtherSlatesAreLeftAlone() {
    schedule.add(scheduled("a", DAY.plusDays(1), BOS, MIA));
    lines.add(offer("alphabet", "a", DAY.plusDays(1), 20.5).build());
    lines.add(offer("alphabet", "b", DAY.plusDays(-1), 20.5).build());
    check(expect(SlateRange.of(DAY)));
  }

  @Test
  public void aLineInAGameThatIsNotScheduledHasAnUnknownTeam() {
    schedule.add(scheduled("0023000501", DAY, BOS, NYK));
    games.add(played("1", DAY.plusDays(-2)).build());
    PropLine line = offer("alphabet", GAME, DAY, 20.5).build();
    lines.add(line);
    expected.add(wanted("0023000501", DAY).setOpponent(NYK).build());
    check(expect(SlateRange.of(DAY)), unknownTeam(line));
  }
}
