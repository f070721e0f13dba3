package dev.tipoff.transforms.availability;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.availability.Reports.EARLY;
import static dev.tipoff.transforms.availability.Reports.EARLY_TIP;
import static dev.tipoff.transforms.availability.Reports.absent;
import static dev.tipoff.transforms.availability.Reports.at;
import static dev.tipoff.transforms.availability.Reports.official;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Iterables;
import dev.tipoff.transforms.Invented;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameTip;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.Rule;
import org.junit.Test;

/** {@link ResolveAvailability}, {@link RefuseStandIns} and {@link HindsightAvailability}. */
public class ResolveAvailabilityTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static final PlayerDnp REST = absent(EARLY, TeamCode.MIA, "3", "DND - Rest");
  private static final PlayerDnp COACH = absent(EARLY, TeamCode.BOS, "1", "DNP - Coach's Decision");

  private <T> PCollection<T> rows(String name, Class<T> type, List<T> rows) {
    return pipeline.apply(name, Create.of(rows).withCoder(RowShape.coder(type)));
  }

  private ResolveAvailability resolve() {
    PCollectionView<PlayerRegistry> players =
        rows("Roster", RosterEntry.class, Reports.ROSTER)
            .apply(CombinedView.of(new BuildPlayerRegistry()));
    return ResolveAvailability.with(
        players,
        rows("Games", ScheduledGame.class, Reports.GAMES),
        rows("Tips", GameTip.class, Reports.TIPS));
  }

  private static PlayerAvailability.Builder ivo() {
    return PlayerAvailability.builder()
        .setGameDate(DAY)
        .setGameId(EARLY)
        .setPlayer(PlayerKey.of("2"))
        .setPlayerName("Ivo Đorđević")
        .setTeam(TeamCode.BOS)
        .setStatus(InjuryStatus.OUT)
        .setReason("Left Ankle; Sprain")
        .setReportTime(at("13:00"))
        .setSource("nbac_injury_report")
        .setStandIn(false);
  }

  private static TeamReport.Builder covered(TeamCode team, int listed) {
    return TeamReport.builder()
        .setGameDate(DAY)
        .setGameId(EARLY)
        .setTeam(team)
        .setReportTime(at("13:00"))
        .setSource("nbac_injury_report")
        .setStandIn(false)
        .setPlayersListed(listed);
  }

  private static PlayerAvailability.Builder rested() {
    return ivo()
        .setPlayer(PlayerKey.of("3"))
        .setPlayerName("player 3")
        .setTeam(TeamCode.MIA)
        .setReason("DND - Rest")
        .setReportTime(EARLY_TIP.minus(3_600_000))
        .setSource("dnp_comment")
        .setStandIn(true);
  }

  @Test
  public void reportsBecomePlayersAndTeams() {
    PCollectionTuple resolved =
        rows(
                "Listings",
                InjuryListing.class,
                List.of(
                    official("13:00", TeamCode.BOS, "Ivo Đorđević").build(),
                    official("13:00", TeamCode.BOS, "Nobody Knows").build(),
                    official("15:00", TeamCode.BOS, "Zed Quillfeather").build()))
            .apply(resolve().asOf(at("14:00")));
    PAssert.that(resolved.get(ResolveAvailability.PLAYERS)).containsInAnyOrder(ivo().build());
    PAssert.that(resolved.get(ResolveAvailability.TEAMS))
        .containsInAnyOrder(covered(TeamCode.BOS, 2).build(), covered(TeamCode.MIA, 0).build());
    PAssert.that(resolved.get(ResolveAvailability.FAILURES))
        .satisfies(
            failures -> {
              Failure failure = Iterables.getOnlyElement(failures);
              assertThat(failure.getCode(), is(FailureCode.UNRESOLVED_PLAYER));
              assertThat(failure.getStep(), is("ResolveAvailability"));
              assertThat(failure.getGameDate(), is(DAY));
              return null;
            });
    pipeline.run();
  }

  /** Else a slate of a range would know more than the same slate alone. */
  @Test
  public void whatIsFiledUnderAnotherDayDoesNotCount() {
    PCollectionTuple resolved =
        rows(
                "Listings",
                InjuryListing.class,
                List.of(
                    official("13:00", TeamCode.BOS, "Ivo Đorđević")
                        .setFiledDate(DAY.plusDays(-1))
                        .build(),
                    official("13:00", TeamCode.BOS, "Zed Quillfeather")
                        .setGameDate(DAY.plusDays(1))
                        .build()))
            .apply(resolve());
    PAssert.that(resolved.get(ResolveAvailability.PLAYERS)).empty();
    PAssert.that(resolved.get(ResolveAvailability.TEAMS)).empty();
    PAssert.that(resolved.get(ResolveAvailability.FAILURES)).empty();
    pipeline.run();
  }

  @Test
  public void standInsCountOnlyWhereTheyAreAdmitted() {
    PCollectionTuple resolved =
        rows("Listings", InjuryListing.class, List.of())
            .apply(
                resolve()
                    .admitting(
                        rows(
                            "StandIns",
                            InjuryStandIn.class,
                            List.of(InjuryStandIn.of(REST, AbsenceReason.REST))),
                        rows("Absent", PlayerDnp.class, List.of(REST, COACH))));
    PAssert.that(resolved.get(ResolveAvailability.PLAYERS)).containsInAnyOrder(rested().build());
    PAssert.that(resolved.get(ResolveAvailability.TEAMS))
        .satisfies(
            teams -> {
              assertThat(Iterables.size(teams), is(2));
              teams.forEach(row -> assertThat(row.getStandIn(), is(true)));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void aStandInOnTheWayToAForecastIsAFailure() {
    Result<PCollection<PlayerAvailability>, Failure> players =
        rows("Players", PlayerAvailability.class, List.of(ivo().build(), rested().build()))
            .apply("RefusePlayers", RefuseStandIns.ofPlayers());
    Result<PCollection<TeamReport>, Failure> teams =
        rows(
                "Teams",
                TeamReport.class,
                List.of(
                    covered(TeamCode.BOS, 0).build(),
                    covered(TeamCode.MIA, 1).setStandIn(true).build()))
            .apply("RefuseTeams", RefuseStandIns.ofTeams());
    PAssert.that(players.output()).containsInAnyOrder(ivo().build());
    PAssert.that(teams.output()).containsInAnyOrder(covered(TeamCode.BOS, 0).build());
    PAssert.that(players.failures())
        .satisfies(failures -> isRefused(Iterables.getOnlyElement(failures), EARLY + "|3"));
    PAssert.that(teams.failures())
        .satisfies(failures -> isRefused(Iterables.getOnlyElement(failures), EARLY + "|MIA"));
    pipeline.run();
  }

  private static Void isRefused(Failure failure, String key) {
    assertThat(failure.getCode(), is(FailureCode.STAND_IN_REFUSED));
    assertThat(failure.getFailureKey(), is(key));
    assertThat(failure.getGameDate(), is(DAY));
    return null;
  }

  private static TeamReport seen(TeamCode team, int missing) {
    return covered(team, missing)
        .setReportTime(null)
        .setSource(HindsightAvailability.SOURCE)
        .setStandIn(true)
        .build();
  }

  private static PlayerAvailability missing(String id, String reason) {
    return rested()
        .setPlayer(PlayerKey.of(id))
        .setPlayerName("player " + id)
        .setTeam(TeamCode.BOS)
        .setReason(reason)
        .setReportTime(null)
        .setSource(HindsightAvailability.SOURCE)
        .build();
  }

  @Test
  public void inHindsightWhoeverDidNotPlayIsOut() {
    PlayerGame played =
        Invented.played(EARLY, DAY).setPlayer(PlayerKey.of("2")).setPlayerName("Ivo").build();
    PlayerDnp contradicted = absent(EARLY, TeamCode.BOS, "2", "DND - Injury/Illness");
    PCollectionTuple known =
        rows("Absent", PlayerDnp.class, List.of(COACH, REST, contradicted))
            .apply(
                HindsightAvailability.of(
                    SlateRange.of(DAY), rows("Played", PlayerGame.class, List.of(played))));
    PAssert.that(known.get(HindsightAvailability.PLAYERS))
        .containsInAnyOrder(
            rested().setReportTime(null).setSource("hindsight").build(),
            missing("1", "DNP - Coach's Decision"));
    PAssert.that(known.get(HindsightAvailability.TEAMS)).containsInAnyOrder(seen(TeamCode.BOS, 1));
    pipeline.run();
  }

  private static PlayerGame played(String game, int daysAgo, String id, TeamCode team) {
    return Invented.played(game, DAY.plusDays(-daysAgo))
        .setPlayer(PlayerKey.of(id))
        .setPlayerName("player " + id)
        .setTeam(team)
        .build();
  }

  @Test
  public void inHindsightWhoeverWasNotEvenListedIsOut() {
    PCollectionTuple known =
        rows("Absent", PlayerDnp.class, List.<PlayerDnp>of())
            .apply(
                HindsightAvailability.of(
                    SlateRange.of(DAY),
                    rows(
                        "Played",
                        PlayerGame.class,
                        List.of(
                            played("long ago", 31, "1", TeamCode.BOS),
                            played("before", 30, "2", TeamCode.BOS),
                            played("before", 30, "3", TeamCode.BOS),
                            played("before", 30, "4", TeamCode.BOS),
                            played("elsewhere", 2, "3", TeamCode.UTA),
                            played("later", -1, "5", TeamCode.BOS),
                            played(EARLY, 0, "4", TeamCode.BOS),
                            played(EARLY, 0, "6", TeamCode.MIA)))));
    PAssert.that(known.get(HindsightAvailability.PLAYERS))
        .containsInAnyOrder(missing("2", "not listed for the game"));
    PAssert.that(known.get(HindsightAvailability.TEAMS))
        .containsInAnyOrder(seen(TeamCode.BOS, 1), seen(TeamCode.MIA, 0));
    pipeline.run();
  }
}
