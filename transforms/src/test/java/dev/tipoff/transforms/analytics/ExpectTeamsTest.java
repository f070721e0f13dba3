package dev.tipoff.transforms.analytics;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.model.TeamCode.BOS;
import static dev.tipoff.transforms.model.TeamCode.CHI;
import static dev.tipoff.transforms.model.TeamCode.LAL;
import static dev.tipoff.transforms.model.TeamCode.MIA;

import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.travel.Arenas;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.Rule;
import org.junit.Test;

public class ExpectTeamsTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private final List<ScheduledGame> schedule = new ArrayList<>();
  private final List<GameLine> lines = new ArrayList<>();

  private void play(String id, GameDay day, TeamCode away, TeamCode home) {
    schedule.add(
        ScheduledGame.builder()
            .setSeason(Season.of(day).label())
            .setSeasonType(SeasonType.REGULAR)
            .setGameId(id)
            .setGameDate(day)
            .setHome(home)
            .setAway(away)
            .build());
  }

  /** Miami at Boston, who are favoured by five and a half. */
  private static GameLine.Builder line(String source) {
    return GameLine.builder()
        .setGameDate(DAY)
        .setHome(BOS)
        .setAway(MIA)
        .setSource(source)
        .setEventId("e1")
        .setHomeSpread(-5.5)
        .setTotal(220.0)
        .setGameId("");
  }

  private static UpcomingTeamContext.Builder boston() {
    return UpcomingTeamContext.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId("tonight")
        .setGameDate(DAY)
        .setTeam(BOS)
        .setOpponent(MIA)
        .setHome(true)
        .setGamesLast7Days(0)
        .setGamesLast14Days(0);
  }

  private static UpcomingTeamContext.Builder miami() {
    return boston().setTeam(MIA).setOpponent(BOS).setHome(false);
  }

  private void check(SlateRange slates, UpcomingTeamContext.Builder... expected) {
    PCollection<GameLine> offered =
        lines.isEmpty()
            ? pipeline.apply("Lines", Create.empty(RowShape.coder(GameLine.class)))
            : OneBundle.of(pipeline, "Lines", lines, 3);
    PAssert.that(
            OneBundle.of(pipeline, "Schedule", schedule, 3).apply(ExpectTeams.of(slates, offered)))
        .containsInAnyOrder(
            List.of(expected).stream().map(UpcomingTeamContext.Builder::build).toList());
    pipeline.run();
  }

  @Test
  public void theFirstGameOfASeasonHasNoRestAndNoJourney() {
    play("tonight", DAY, MIA, BOS);
    play("last spring", GameDay.parse("2030-04-10"), MIA, BOS);
    check(SlateRange.of(DAY), boston(), miami());
  }

  /** Boston has played at home, Miami in Los Angeles and the night before in Chicago. */
  @Test
  public void restAndJourneyAreByTheScheduleBeforeTheSlate() {
    play("a", DAY.plusDays(-14), BOS, MIA);
    play("b", DAY.plusDays(-8), CHI, BOS);
    play("c", DAY.plusDays(-7), MIA, LAL);
    play("d", DAY.plusDays(-3), LAL, BOS);
    play("e", DAY.plusDays(-1), MIA, CHI);
    play("f", DAY.plusDays(-15), MIA, BOS);
    play("tonight", DAY, MIA, BOS);
    play("tomorrow", DAY.plusDays(1), MIA, BOS);
    check(
        SlateRange.of(DAY),
        boston()
            .setDaysRest(3)
            .setBackToBack(false)
            .setGamesLast7Days(1)
            .setGamesLast14Days(3)
            .setOpponentDaysRest(1)
            .setRestDifference(2)
            .setTravelMiles(0.0)
            .setTimeZonesCrossed(0),
        miami()
            .setDaysRest(1)
            .setBackToBack(true)
            .setGamesLast7Days(2)
            .setGamesLast14Days(3)
            .setOpponentDaysRest(3)
            .setRestDifference(-2)
            .setTravelMiles(
                Arenas.KNOWN
                    .home(CHI, DAY)
                    .orElseThrow()
                    .milesTo(Arenas.KNOWN.home(BOS, DAY).orElseThrow()))
            .setTimeZonesCrossed(1));
  }

  @Test
  public void everySlateOfARangeLooksBackForItself() {
    play("tonight", DAY, MIA, BOS);
    play("tomorrow", DAY.plusDays(1), CHI, BOS);
    UpcomingTeamContext.Builder tomorrow =
        boston()
            .setGameId("tomorrow")
            .setGameDate(DAY.plusDays(1))
            .setOpponent(CHI)
            .setDaysRest(1)
            .setBackToBack(true)
            .setGamesLast7Days(1)
            .setGamesLast14Days(1)
            .setTravelMiles(0.0)
            .setTimeZonesCrossed(0);
    check(
        SlateRange.of(DAY, DAY.plusDays(1)),
        boston(),
        miami(),
        tomorrow,
        miami()
            .setGameId("tomorrow")
            .setGameDate(DAY.plusDays(1))
            .setTeam(CHI)
            .setOpponentDaysRest(1));
  }

  @Test
  public void theVisitorsSpreadIsTheHomeTeamsTurnedRound() {
    play("tonight", DAY, MIA, BOS);
    lines.add(line("alphafeed").build());
    check(
        SlateRange.of(DAY),
        boston()
            .setSpread(-5.5)
            .setTotal(220.0)
            .setImpliedPoints(112.75)
            .setLineSource("alphafeed"),
        miami().setSpread(5.5).setTotal(220.0).setImpliedPoints(107.25).setLineSource("alphafeed"));
  }

  @Test
  public void aSourceWithBothIsTakenBeforeOthersAndOtherGamesLinesNever() {
    play("tonight", DAY, MIA, BOS);
    lines.add(line("alphafeed").setTotal(null).setHomeSpread(-3.0).build());
    lines.add(line("gammafeed").setHomeSpread(-9.0).build());
    lines.add(line("betafeed").setHomeSpread(0.0).build());
    lines.add(line("a").setGameDate(DAY.plusDays(1)).build());
    lines.add(line("a").setGameId("another").build());
    lines.add(line("a").setHome(MIA).setAway(BOS).build());
    lines.add(line("a").setHomeSpread(null).setTotal(null).build());
    check(
        SlateRange.of(DAY),
        boston().setSpread(0.0).setTotal(220.0).setImpliedPoints(110.0).setLineSource("betafeed"),
        miami().setSpread(0.0).setTotal(220.0).setImpliedPoints(110.0).setLineSource("betafeed"));
  }

  @Test
  public void aSpreadWithoutATotalImpliesNothing() {
    play("tonight", DAY, MIA, BOS);
    lines.add(line("alphafeed").setTotal(null).build());
    check(
        SlateRange.of(DAY),
        boston().setSpread(-5.5).setLineSource("alphafeed"),
        miami().setSpread(5.5).setLineSource("alphafeed"));
  }
}
