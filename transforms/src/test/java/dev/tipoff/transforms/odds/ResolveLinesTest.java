package dev.tipoff.transforms.odds;

import static dev.tipoff.transforms.odds.Offers.DAY;
import static dev.tipoff.transforms.odds.Offers.EARLY;
import static dev.tipoff.transforms.odds.Offers.TIP;
import static dev.tipoff.transforms.odds.Offers.raw;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class ResolveLinesTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static final RosterEntry ZED = boxScore("900001", "Zed Quillfeather Jr.", TeamCode.BOS);

  private Result<PCollection<UnresolvedName>, Failure> covered;
  private PCollection<GameTip> tips;
  private final List<ScheduledGame> games = new ArrayList<>(List.of(game("0033100001")));
  private final List<GameLine> gameLines = new ArrayList<>();
  private final List<RosterEntry> roster = new ArrayList<>(List.of(ZED));

  private static RosterEntry boxScore(String id, String name, TeamCode team) {
    return RosterEntry.create(PlayerKey.of(id), name, team, DAY.plusDays(-1), Evidence.BOX_SCORE);
  }

  private static ScheduledGame game(String id) {
    return ScheduledGame.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(id)
        .setGameDate(DAY)
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .build();
  }

  private static GameLine gameLine(Instant commence, String gameId) {
    return GameLine.builder()
        .setGameDate(DAY)
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setSource("oddsapi_mean")
        .setEventId("")
        .setCommenceTime(commence)
        .setGameId(gameId)
        .build();
  }

  private static PropLine.Builder resolved(String book, double line) {
    return Offers.offer(book, line).setPlayerName("Zed Quillfeather Jr.");
  }

  private Result<PCollection<PropLine>, Failure> resolve(RawPropLine... lines) {
    PCollectionView<PlayerRegistry> players =
        pipeline
            .apply("Roster", Create.of(roster).withType(TypeDescriptor.of(RosterEntry.class)))
            .apply(CombinedView.of(new BuildPlayerRegistry()));
    PCollectionTuple resolved =
        pipeline
            .apply(
                "Lines", Create.of(List.of(lines)).withType(TypeDescriptor.of(RawPropLine.class)))
            .apply(
                new ResolveLines(
                    players,
                    pipeline.apply(
                        "Games", Create.of(games).withType(TypeDescriptor.of(ScheduledGame.class))),
                    pipeline.apply(
                        "Game lines",
                        Create.of(gameLines).withType(TypeDescriptor.of(GameLine.class)))));
    covered = resolved.get(ResolveLines.NAMES).apply(CoverNames.create());
    tips = resolved.get(ResolveLines.TIPS);
    return Result.of(resolved.get(ResolveLines.RESOLVED), resolved.get(ResolveLines.FAILURES));
  }

  private void assertFails(FailureCode code, String message, RawPropLine... lines) {
    Result<PCollection<PropLine>, Failure> result = resolve(lines);
    PAssert.that(result.output()).empty();
    int expected = lines.length;
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              assertThat(Iterables.size(failures), is(expected));
              for (Failure failure : failures) {
                assertThat(failure.getCode(), is(code));
                assertThat(failure.getMessage(), containsString(message));
                assertThat(failure.getGameDate(), is(DAY));
              }
              return null;
            });
    pipeline.run();
  }

  @Test
  public void resolvesByNameAndById() {
    Result<PCollection<PropLine>, Failure> result =
        resolve(
            raw("a", 22.5).build(),
            raw("b", 22.5).setPlayer(PlayerKey.of("900001")).setPlayerName("Z. Q.").build(),
            raw("c", 22.5).setPlayer(PlayerKey.of("900009")).setPlayerName("New Face").build());
    PAssert.that(result.output())
        .containsInAnyOrder(
            resolved("a", 22.5).build(),
            resolved("b", 22.5).build(),
            resolved("c", 22.5)
                .setPlayer(PlayerKey.of("900009"))
                .setPlayerName("New Face")
                .build());
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  @Test
  public void theTipIsTheEarliestThatAnyFeedStates() {
    gameLines.add(gameLine(TIP.minus(120_000), ""));
    gameLines.add(gameLine(TIP.minus(600_000), "another game"));
    Result<PCollection<PropLine>, Failure> result =
        resolve(
            raw("a", 22.5).setCommenceTime(TIP.plus(60_000)).build(),
            raw("b", 22.5).setSource("dh").setCommenceTime(TIP).build(),
            raw("c", 22.5).setSnapshotTime(TIP.minus(120_000)).setCommenceTime(null).build());
    PAssert.that(result.output())
        .containsInAnyOrder(
            resolved("a", 22.5).setTipTime(TIP.minus(120_000)).build(),
            resolved("b", 22.5).setSource("dh").setTipTime(TIP.minus(120_000)).build());
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              Failure late = Iterables.getOnlyElement(failures);
              assertThat(late.getCode(), is(FailureCode.LATE_LINE));
              assertThat(
                  late.getFailureKey(),
                  is("oddsapi|e1|points|c|Zed Quillfeather|22.5|2031-01-11T00:28:00.000Z"));
              assertThat(late.getPayload(), containsString("\"snapshot_time\":\"2031-01-11T00:28"));
              return null;
            });
    pipeline.run();
  }

  /** Who is reported to be out must be known by the tip, whether or not anybody has a line. */
  @Test
  public void everyTipThatIsStatedComesOutEvenWithoutALineOfAPlayer() {
    games.add(game("0033100002"));
    gameLines.add(gameLine(TIP, "0033100001"));
    gameLines.add(gameLine(TIP.minus(60_000), "0033100001"));
    gameLines.add(gameLine(TIP.minus(120_000), ""));
    Result<PCollection<PropLine>, Failure> result = resolve();
    PAssert.that(tips).containsInAnyOrder(GameTip.create(DAY, "0033100001", TIP.minus(60_000)));
    PAssert.that(result.output()).empty();
    PAssert.that(result.failures()).empty();
    PAssert.that(covered.output()).empty();
    pipeline.run();
  }

  @Test
  public void aTipThatOnlyALineOfAPlayerStatesComesOutToo() {
    resolve(raw("a", 22.5).setCommenceTime(TIP.plus(60_000)).build(), raw("b", 22.5).build());
    PAssert.that(tips).containsInAnyOrder(GameTip.create(DAY, "0033100001", TIP));
    pipeline.run();
  }

  @Test
  public void aGameWithoutAStatedTipIsUnknown() {
    gameLines.add(gameLine(null, ""));
    assertFails(
        FailureCode.UNKNOWN_TIP, "0033100001", raw("a", 22.5).setCommenceTime(null).build());
  }

  @Test
  public void teamsThatDoNotPlayAreUnmatched() {
    assertFails(
        FailureCode.UNMATCHED_GAME,
        "no game of BOS at MIA",
        raw("a", 22.5).setHome(TeamCode.MIA).setAway(TeamCode.BOS).build());
  }

  @Test
  public void teamsThatPlayTwiceNeedTheGamesId() {
    games.add(game("0033100002"));
    gameLines.add(gameLine(TIP.minus(7_200_000), "0033100001"));
    gameLines.add(gameLine(TIP.minus(9_000_000), ""));
    Result<PCollection<PropLine>, Failure> result =
        resolve(
            raw("a", 22.5).build(),
            raw("b", 22.5).setEventId("0033100001").build(),
            raw("c", 22.5).setEventId("0033100002").build());
    PAssert.that(result.output())
        .containsInAnyOrder(
            resolved("b", 22.5).setTipTime(TIP.minus(7_200_000)).build(),
            resolved("c", 22.5).setGameId("0033100002").build());
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              Failure failure = Iterables.getOnlyElement(failures);
              assertThat(failure.getCode(), is(FailureCode.AMBIGUOUS_GAME));
              assertThat(failure.getMessage(), containsString("0033100001, 0033100002"));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void anUnknownPlayerIsAFailureWithSuggestions() {
    assertFails(
        FailureCode.UNRESOLVED_PLAYER,
        "did the feed mean Zed Quillfeather Jr.?",
        raw("a", 22.5).setPlayerName("Ned Quillfeather").build());
  }

  @Test
  public void namesakesOfTheGameAreAmbiguous() {
    roster.add(boxScore("900002", "Zed Quillfeather Jr.", TeamCode.MIA));
    assertFails(FailureCode.AMBIGUOUS_PLAYER, "[900001, 900002]", raw("a", 22.5).build());
  }

  @Test
  public void aRookieOnARosterHasAKeyBeforeHisFirstGame() {
    roster.add(
        RosterEntry.create(
            PlayerKey.of("900008"), "Søren Lindqvist", TeamCode.MIA, DAY, Evidence.ROSTER));
    Result<PCollection<PropLine>, Failure> result =
        resolve(raw("a", 9.5).setPlayerName("Lindqvist, Soren").build());
    PAssert.that(result.output())
        .containsInAnyOrder(
            resolved("a", 9.5)
                .setPlayer(PlayerKey.of("900008"))
                .setPlayerName("Søren Lindqvist")
                .build());
    PAssert.that(covered.output()).empty();
    PAssert.that(covered.failures()).empty();
    pipeline.run();
  }

  @Test
  public void unresolvedNamesQueueOnceASlateWithOneWarning() {
    roster.add(boxScore("900002", "Max Twin", TeamCode.BOS));
    roster.add(boxScore("900003", "Max Twin", TeamCode.MIA));
    resolve(
        raw("a", 22.5).build(),
        raw("b", 22.5).setPlayer(PlayerKey.of("900001")).build(),
        raw("a", 8.5).setPlayerName("Ned Quillfeather").setEventId("e2").build(),
        raw("b", 8.5).setPlayerName("NED QUILLFEATHER").setSource("dh").build(),
        raw("b", 9.5).setPlayerName("Ned Quillfeather").build(),
        raw("a", 5.5).setPlayerName("Max Twin").build(),
        raw("c", 5.5).setPlayerName("Nobody").setHome(TeamCode.UTA).build());
    UnresolvedName ned =
        UnresolvedName.builder()
            .setGameDate(DAY)
            .setNormalisedName("nedquillfeather")
            .setReason(FailureCode.UNRESOLVED_PLAYER)
            .setLines(3)
            .setSources("dh,oddsapi")
            .setPlayerName("NED QUILLFEATHER")
            .setHome(TeamCode.BOS)
            .setAway(TeamCode.MIA)
            .setEventId("e1")
            .setSuggestions("Zed Quillfeather Jr.")
            .build();
    PAssert.that(covered.output())
        .containsInAnyOrder(
            ned,
            ned.toBuilder()
                .setNormalisedName("maxtwin")
                .setReason(FailureCode.AMBIGUOUS_PLAYER)
                .setLines(1)
                .setSources("oddsapi")
                .setPlayerName("Max Twin")
                .setSuggestions("Max Twin (BOS, 900002); Max Twin (MIA, 900003)")
                .build());
    PAssert.that(covered.failures())
        .satisfies(
            failures -> {
              Failure warning = Iterables.getOnlyElement(failures);
              assertThat(warning.getCode(), is(FailureCode.PLAYER_COVERAGE));
              assertThat(warning.getFailureKey(), is("2031-01-10"));
              assertThat(
                  warning.getMessage(),
                  is(
                      "1 of 3 players with a line have a key (33.3 %); these have none:"
                          + " Max Twin (MIA at BOS), NED QUILLFEATHER (MIA at BOS)"));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void copiesAreOneLineThatKeepsTheMark() {
    RawPropLine plain = raw("a", 22.5).build();
    Result<PCollection<PropLine>, Failure> result =
        resolve(plain, plain, raw("a", 22.5).setMain(true).build(), raw("b", 1.5).build());
    PAssert.that(result.output())
        .containsInAnyOrder(resolved("a", 22.5).setMain(true).build(), resolved("b", 1.5).build());
    PAssert.that(result.failures()).empty();
    PipelineResult run = pipeline.run();
    MetricsFilter copies =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.named(ResolveLines.class, "copies"))
            .build();
    assertThat(
        Streams.stream(run.metrics().queryMetrics(copies).getCounters())
            .mapToLong(counter -> counter.getAttempted())
            .sum(),
        is(2L));
  }

  @Test
  public void copiesWithOtherPricesAreAllFailures() {
    assertFails(
        FailureCode.CONFLICTING_ROWS,
        "-110/-110 and -120/+100",
        raw("a", 22.5).build(),
        raw("a", 22.5)
            .setOverOdds(AmericanOdds.of(-120))
            .setUnderOdds(AmericanOdds.of(100))
            .build());
  }

  @Test
  public void otherSnapshotsAreOtherLines() {
    Result<PCollection<PropLine>, Failure> result =
        resolve(raw("a", 22.5).build(), raw("a", 22.5).setSnapshotTime(EARLY.plus(60_000)).build());
    PAssert.that(result.output())
        .satisfies(
            lines -> {
              assertThat(Iterables.size(lines), is(2));
              assertThat(
                  lines.toString(), allOf(containsString("20:00:00"), containsString("20:01:00")));
              return null;
            });
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }
}
