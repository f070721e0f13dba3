package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.TestWarehouse.Counts;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.availability.PlayerAvailability;
import dev.tipoff.transforms.availability.ResolveAvailability;
import dev.tipoff.transforms.availability.TeamReport;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.GameTip;
import dev.tipoff.transforms.odds.ResolveLines;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Who is out, from files to what a backtest may know, over a made-up league's week. */
public class AvailabilityTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay DAY = GameDay.parse("2025-11-05");
  private static final SlateRange SLATES = SlateRange.of(DAY.plusDays(-1), DAY);
  private static final String ANNOUNCED = "comment NOT LIKE '%Coach%'";

  private static Path history;
  private static TestWarehouse league;
  private static Counts imported;

  @Rule
  public final transient TestPipeline pipeline =
      TestPipeline.fromOptions(TestWarehouse.options(PipelineOptions.class));

  @BeforeClass
  public static void play() throws IOException {
    Path folder = TEMP.newFolder().toPath();
    history = folder.resolve("history");
    LeagueSimulator.of(11).writeHistory(history, DAY.plusDays(-10).date(), DAY.date());
    league = TestWarehouse.in(folder.resolve("warehouse"));
    imported = league.importAll(history);
  }

  private static long count(String from) {
    return league.number("SELECT COUNT(*) FROM " + from);
  }

  @Test
  public void everyAnnouncedCommentStandsInAndNoDecisionOfACoach() {
    long announced = count("nba_raw.player_dnp WHERE " + ANNOUNCED);
    assertThat(announced, is(greaterThan(20L)));
    assertThat(announced, is(lessThan(count("nba_raw.player_dnp"))));
    assertThat(imported.stored(AvailabilityTables.INJURY_STAND_INS), is(announced));
    assertThat(
        league.column("SELECT DISTINCT status FROM nba_raw.injury_stand_ins"), is(List.of("OUT")));
    assertThat(count("nba_raw.injury_stand_ins WHERE " + ANNOUNCED), is(announced));
  }

  @Test
  public void aCommentThatNobodyKnowsIsCountedAndItsRowIsKept() throws IOException {
    HistoryCsv dnp = HistoryCsv.read(history.resolve("player_dnp.csv.gz"));
    dnp.rows().removeIf(row -> row.get("comment").contains("Coach"));
    dnp.rows().get(0).put("comment", "DND - Alien Abduction");
    String file = dnp.writeTo(TEMP.newFolder().toPath().resolve("dnp.csv"));
    TestWarehouse other = TestWarehouse.in(TEMP.newFolder().toPath());
    Counts counts = other.importFiles(options -> options.setDnp(List.of(file)));
    long rows = dnp.rows().size();
    assertThat(counts.of("failures"), is(Map.of("UNKNOWN_COMMENT", 1L)));
    assertThat(counts.stored(Tables.PLAYER_DNP), is(rows));
    assertThat(counts.stored(AvailabilityTables.INJURY_STAND_INS), is(rows - 1));
    assertThat(
        counts.of("rows-in"),
        is(Map.of("nba_raw.player_dnp", rows, "nba_raw.injury_stand_ins", rows)));
    assertThat(counts.get("rows-failed", "nba_raw.injury_stand_ins"), is(1L));
    assertThat(counts.get("rows-failed", "nba_raw.player_dnp"), is(0L));
  }

  /** The steps of a mode on the league's tables, as the backtest builds them. */
  private BacktestAvailability known(AvailabilityMode mode, List<PCollection<Failure>> failures) {
    Warehouse warehouse = league.services().warehouse();
    SlateRange all = SlateRange.of(DAY.plusDays(-10), DAY);
    PCollectionView<PlayerRegistry> players =
        pipeline
            .apply("Registry", warehouse.query(Queries.playerRegistry()))
            .apply(CombinedView.of(new BuildPlayerRegistry()));
    PCollection<ScheduledGame> schedule =
        pipeline.apply("Schedule", warehouse.read(Tables.SCHEDULE, SLATES));
    PCollection<GameTip> tips =
        pipeline
            .apply("Lines", warehouse.query(Queries.rawPropLines(SLATES)))
            .apply(
                new ResolveLines(
                    players,
                    schedule,
                    pipeline.apply("GameLines", warehouse.read(Tables.GAME_LINES, SLATES))))
            .get(ResolveLines.TIPS);
    PCollection<PlayerGame> games =
        pipeline.apply("Games", warehouse.read(Tables.PLAYER_GAMES, all));
    PCollection<PlayerDnp> dnps = pipeline.apply("Dnps", warehouse.read(Tables.PLAYER_DNP, all));
    return BacktestAvailability.of(
        mode,
        SLATES,
        games,
        dnps,
        ResolveAvailability.with(players, schedule, tips),
        warehouse,
        failures);
  }

  private static String ofSlates(String table, String more) {
    return String.format(
        "%s WHERE game_date BETWEEN DATE '%s' AND DATE '%s' AND %s",
        table, SLATES.from(), SLATES.to(), more);
  }

  private static List<String> teamsThatPlayed() {
    return league.column(
        "SELECT DISTINCT game_id || team AS played FROM "
            + ofSlates("nba_raw.player_games", "TRUE")
            + " ORDER BY played");
  }

  private static List<String> sorted(Iterable<TeamReport> teams) {
    return Streams.stream(teams).map(row -> row.getGameId() + row.getTeam()).sorted().toList();
  }

  @Test
  public void inReportModeStandInsCoverEveryTeamAnHourBeforeItsTip() {
    List<PCollection<Failure>> failures = new ArrayList<>();
    BacktestAvailability known = known(AvailabilityMode.REPORT, failures);
    long out = count(ofSlates("nba_raw.player_dnp", ANNOUNCED));
    assertThat(out, is(greaterThan(5L)));
    PAssert.that(known.players())
        .satisfies(
            rows -> {
              List<PlayerAvailability> players = ImmutableList.copyOf(rows);
              assertThat((long) players.size(), is(out));
              for (PlayerAvailability row : players) {
                assertThat(row.getStandIn(), is(true));
                assertThat(row.getSource(), is("dnp_comment"));
                assertThat(
                    GameDay.ofTip(row.getReportTime().plus(3_600_000)), is(row.getGameDate()));
              }
              return null;
            });
    List<String> teams = teamsThatPlayed();
    PAssert.that(known.teams())
        .satisfies(
            rows -> {
              assertThat(sorted(rows), is(teams));
              return null;
            });
    PAssert.that(failures.get(0)).empty();
    pipeline.run();
  }

  @Test
  public void inHindsightModeEverybodyWhoDidNotPlayIsOut() {
    BacktestAvailability known = known(AvailabilityMode.HINDSIGHT, new ArrayList<>());
    long out = count(ofSlates("nba_raw.player_dnp", "TRUE"));
    List<String> teams = teamsThatPlayed();
    PAssert.that(known.players())
        .satisfies(
            rows -> {
              assertThat(Streams.stream(rows).count(), is(out));
              rows.forEach(row -> assertThat(row.getSource(), is("hindsight")));
              return null;
            });
    PAssert.that(known.teams())
        .satisfies(
            rows -> {
              assertThat(sorted(rows), is(teams));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void unlessItIsAskedForABacktestKnowsNothing() {
    BacktestAvailability known = known(AvailabilityMode.UNKNOWN, new ArrayList<>());
    PAssert.that(known.players()).empty();
    PAssert.that(known.teams()).empty();
    pipeline.run();
  }

  /** What is inferred afterwards is in the warehouse, and analytics does not see it. */
  @Test
  public void analyticsKnowsNothingOfWhatStandsIn() {
    Counts counts = league.analytics(SLATES);
    assertThat(counts.stored(AvailabilityTables.PLAYER_AVAILABILITY), is(0L));
    assertThat(counts.stored(AvailabilityTables.TEAM_INJURY_REPORTS), is(0L));
    assertThat(count("nba_analytics.team_injury_reports"), is(0L));
    assertThat(count("nba_raw.injury_stand_ins"), is(greaterThan(20L)));
  }

  /** A graph of every mode, and the label of its results. */
  @Test
  public void everyModeRunsAndIsNamedInTheMetrics() throws IOException {
    for (AvailabilityMode mode : AvailabilityMode.values()) {
      Path metrics = TEMP.newFolder().toPath().resolve("metrics.json");
      TestWarehouse copy = league.copyTo(TEMP.newFolder().toPath());
      copy.backtest(
          SLATES,
          options -> {
            options.setAvailability(mode.id());
            options.setMetrics(metrics.toString());
          });
      assertThat(
          Files.readString(metrics)
              .replace(" : ", ": ")
              .contains("\"availability\": \"" + mode.id() + "\""),
          is(true));
      String known = mode == AvailabilityMode.REPORT ? "stand_in" : mode.id();
      assertThat(
          copy.column(
              "SELECT DISTINCT availability FROM nba_predictions.backtest_predictions"
                  + " ORDER BY availability"),
          is(List.of(known)));
    }
  }
}
