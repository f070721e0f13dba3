package dev.tipoff.pipelines.command;

import static java.util.stream.Collectors.joining;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.RunDeadlineException;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.GameDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the ledger says of runs, and what {@code watch} and {@code report} make of it. */
public class RunLedgerTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final LocalDate DAY = LocalDate.of(2025, 11, 2);

  private static TestWarehouse played;

  @BeforeClass
  public static void playANight() throws IOException {
    Path folder = TEMP.newFolder().toPath();
    LeagueSimulator league = LeagueSimulator.of(5);
    league.writeHistory(folder.resolve("history"), LocalDate.of(2025, 10, 25), DAY);
    league.writeOdds(folder.resolve("archive"), DAY);
    played = TestWarehouse.in(folder.resolve("warehouse"));
    command(
        0,
        played,
        "import",
        "--playerGames=" + folder.resolve("history/player_games.csv.gz"),
        "--schedule=" + folder.resolve("history/schedule.csv.gz"),
        "--gameLines=" + folder.resolve("history/game_lines.csv.gz"));
    command(
        0,
        played,
        "run",
        "--date=" + DAY,
        "--archive=" + folder.resolve("archive"),
        "--site=" + folder.resolve("site"),
        "--asOf=" + DAY + "T19:00:00Z");
    command(0, played, "backtest", "--from=" + DAY.minusDays(1), "--to=" + DAY);
  }

  private static String command(int exit, TestWarehouse warehouse, String... arguments) {
    String[] args = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, args, 0, arguments.length);
    args[arguments.length] = "--warehouse=duckdb:" + warehouse.file();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int ended = Command.run(args, stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(exit));
    return text.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void healthSaysHowEachPhaseLastRan() throws IOException {
    JsonNode runs =
        new ObjectMapper().readTree(command(0, played, "health", "--json")).at("/components/runs");
    assertThat(runs.path("status").asText(), is("healthy"));
    Map<String, String> states = new TreeMap<>();
    for (JsonNode phase : runs.path("phases")) {
      states.put(phase.path("phase").asText(), phase.path("state").asText());
      assertThat(phase.path("slate").asText(DAY.toString()), is(DAY.toString()));
    }
    assertThat(states.remove("scrape"), is("NEVER"));
    assertThat(
        states,
        is(Stream.of(Phase.values()).collect(Collectors.toMap(Phase::id, phase -> "COMPLETED"))));
  }

  private static TestWarehouse copy() throws IOException {
    return played.copyTo(TEMP.newFolder().toPath());
  }

  @Test
  public void everyRunIsStartedThenCompletedThenMeasured() {
    for (String pipeline :
        new String[] {
          "import", "load-raw", "analytics", "precompute", "predict", "grade", "publish"
        }) {
      assertThat(
          pipeline,
          played.column(
              "SELECT event FROM nba_orchestration.pipeline_runs WHERE pipeline = '"
                  + pipeline
                  + "' ORDER BY event_time"),
          is(List.of("STARTED", "COMPLETED", "MEASURED")));
    }
  }

  @Test
  public void aRunOfSeveralSlatesSaysOfEachThatItIsCompleted() {
    assertThat(
        played.column(
            "SELECT game_date || ' ' || event FROM nba_orchestration.pipeline_runs"
                + " WHERE pipeline = 'backtest' ORDER BY event, game_date"),
        is(
            List.of(
                DAY.minusDays(1) + " COMPLETED",
                DAY + " COMPLETED",
                DAY.minusDays(1) + " MEASURED",
                DAY.minusDays(1) + " STARTED",
                DAY + " STARTED")));
    assertThat(
        played.column(
            "SELECT SUM(rows_written) FROM nba_orchestration.pipeline_runs"
                + " WHERE pipeline = 'backtest' AND event = 'COMPLETED'"),
        is(
            played.column(
                "SELECT rows_written FROM nba_orchestration.pipeline_runs"
                    + " WHERE pipeline = 'backtest' AND event = 'MEASURED'")));
  }

  @Test
  public void completedSaysTheRowsOfEachTableAndWhatTheyWereMadeFrom() {
    String where =
        " FROM nba_orchestration.pipeline_runs"
            + " WHERE pipeline = 'precompute' AND event = 'COMPLETED'";
    assertThat(
        played.column("SELECT table_rows" + where),
        is(
            List.of(
                Stream.of(
                        "nba_orchestration.column_profiles",
                        "nba_orchestration.slate_coverage",
                        "nba_precompute.ml_feature_store",
                        "nba_precompute.player_composite_factors",
                        "nba_precompute.player_daily_cache",
                        "nba_precompute.player_shot_zone_analysis",
                        "nba_precompute.team_defense_zone_analysis")
                    .map(table -> table + "=" + played.number("SELECT COUNT(*) FROM " + table))
                    .collect(joining(";")))));
    List<String> inputs = played.column("SELECT UNNEST(STRING_SPLIT(inputs, chr(10)))" + where);
    assertThat(inputs, hasItem("model=none"));
    assertThat(inputs, hasItem(matchesRegex("code=[0-9a-f]{16}")));
    assertThat(inputs, hasItem(matchesRegex("features=[0-9a-f]{16}")));
    assertThat(
        inputs,
        hasItem(
            startsWith(
                "nba_raw.player_games="
                    + played.number(
                        "SELECT COUNT(*) FROM nba_raw.player_games WHERE game_date < '" + DAY + "'")
                    + " rows ")));
    assertThat(played.column("SELECT skip_key" + where).get(0), matchesRegex("[0-9a-f]{16}"));
  }

  @Test
  public void reportIsTheCascadeOfTheSlate() {
    String report = command(0, played, "report", "--date=" + DAY);
    for (String pipeline :
        new String[] {"load-raw", "analytics", "precompute", "predict", "grade", "publish"}) {
      assertThat(
          report,
          matchesRegex(
              "(?s).*\n" + pipeline + " +[0-9a-f]{16} [^\n]*  COMPLETED no completed run .*"));
    }
    assertThat(report, not(containsString("import")));
  }

  @Test
  public void reportHoldsOneRunAgainstAnother() throws IOException {
    TestWarehouse copy = copy();
    command(0, copy, "precompute", "--date=" + DAY);
    List<String> ids =
        copy.column(
            "SELECT run_id FROM nba_orchestration.pipeline_runs"
                + " WHERE pipeline = 'precompute' AND event = 'COMPLETED' ORDER BY started_at");
    String same = command(0, copy, "report", "--compare=" + ids.get(0) + "," + ids.get(1));
    assertThat(
        same, matchesRegex("(?s).*rows of nba_precompute.ml_feature_store +(\\d+) +\\1\n.*"));
    copy.execute(
        "UPDATE nba_orchestration.pipeline_runs SET table_rows ="
            + " 'nba_precompute.ml_feature_store=7' WHERE run_id = '"
            + ids.get(0)
            + "' AND event = 'COMPLETED'");
    assertThat(
        command(0, copy, "report", "--compare=" + ids.get(0) + "," + ids.get(1)),
        matchesRegex("(?s).*rows of nba_precompute.ml_feature_store +7 +\\d+  differs\n.*"));
    assertThat(
        command(2, copy, "report", "--compare=" + ids.get(0) + ",nobody"),
        containsString("the ledger has no run nobody"));
    assertThat(
        command(2, copy, "report", "--compare=" + ids.get(0)), containsString("takes two run ids"));
  }

  @Test
  public void watchIsContentWithANightThatWasPlayedAndGraded() {
    assertThat(command(0, played, "watch", "--date=" + DAY), containsString("all is well"));
  }

  @Test
  public void watchSaysWhatIsMissingAndEndsTheLost() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "UPDATE nba_orchestration.pipeline_runs SET deadline = TIMESTAMP '2025-01-01 00:00:00'");
    copy.execute(
        "DELETE FROM nba_orchestration.pipeline_runs"
            + " WHERE pipeline IN ('analytics', 'import') AND event <> 'STARTED'");
    copy.execute(
        "DELETE FROM nba_orchestration.pipeline_runs WHERE pipeline IN ('predict', 'grade')");
    String text = command(1, copy, "watch", "--date=" + DAY);
    assertThat(text, containsString("failed: analytics "));
    assertThat(text, containsString("failed: import "));
    assertThat(text, containsString("missing: predict of " + DAY));
    assertThat(text, containsString("missing: grade of " + DAY));
    assertThat(
        copy.column(
            "SELECT pipeline || ' ' || SUBSTR(reason, 1, 9) FROM nba_orchestration.pipeline_runs"
                + " WHERE event = 'FAILED' ORDER BY pipeline"),
        is(List.of("analytics DEADLINE:", "import DEADLINE:")));
    assertThat(copy.failures("Watch"), is(Map.of("LOST_RUN", 2L, "MISSING_RUN", 2L)));
    String again = command(1, copy, "watch", "--date=" + DAY);
    assertThat(again, not(containsString("failed: import")));
    assertThat(again, containsString("missing: grade of " + DAY));
    assertThat(command(0, copy, "watch", "--date=2025-08-01"), containsString("all is well"));
  }

  @Test
  public void watchMissesPredictionsAndLinesFromTwoHoursBeforeTheTip() throws IOException {
    TestWarehouse copy = copy();
    copy.execute("DELETE FROM nba_orchestration.pipeline_runs WHERE pipeline = 'predict'");
    String game = copy.column("SELECT MIN(game_id) FROM nba_analytics.player_prop_lines").get(0);
    copy.execute("DELETE FROM nba_analytics.player_prop_lines WHERE game_id = '" + game + "'");
    copy.execute(
        "DELETE FROM nba_analytics.player_prop_lines WHERE tip_time < TIMESTAMP '"
            + DAY
            + " 20:00:00'");
    String tip = copy.column("SELECT MIN(tip_time) FROM nba_analytics.player_prop_lines").get(0);
    java.time.Instant first =
        java.time.Instant.parse(tip.replace(' ', 'T').replaceFirst("\\.0$", "") + "Z");
    assertThat(
        command(0, copy, "watch", "--date=" + DAY, "--asOf=" + first.minusSeconds(7_201)),
        containsString("all is well"));
    String text = command(1, copy, "watch", "--date=" + DAY, "--asOf=" + first.minusSeconds(7_200));
    assertThat(text, containsString("missing: predict of " + DAY));
    assertThat(text, matchesRegex("(?s).*missing: lines of [A-Z]{3} at [A-Z]{3} .*" + game + ".*"));
    assertThat(copy.failures("Watch").get("MISSING_RUN"), is(1L));
    assertThat(
        copy.column("SELECT DISTINCT event FROM nba_orchestration.failure_events"), is(List.of()));
    command(1, copy, "watch", "--date=" + DAY, "--asOf=" + first.minusSeconds(60));
    assertThat(
        copy.column("SELECT DISTINCT event FROM nba_orchestration.failure_events"),
        is(List.of("MET")));
    command(0, copy, "watch", "--date=" + DAY, "--asOf=" + first.minusSeconds(8_000));
    assertThat(
        copy.column("SELECT DISTINCT event FROM nba_orchestration.failure_events ORDER BY 1"),
        is(List.of("MET", "RESOLVED")));
  }

  @Test
  public void watchMissesWhatASourceWasToBeAskedFor() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "INSERT INTO nba_orchestration.scraper_runs (run_key, source, game_date, as_of, complete,"
            + " expected, fetched, no_data, failed, not_fetched, requests, credits, missing,"
            + " row_hash) VALUES ('r', 'bdl_standings', DATE '2025-10-01', TIMESTAMP '2025-10-01"
            + " 12:00:00', TRUE, 1, 1, 0, 0, 0, 1, 0, '', 0)");
    assertThat(
        command(0, copy, "watch", "--date=" + DAY, "--asOf=" + DAY + "T11:30:00Z"),
        containsString("all is well"));
    assertThat(
        command(1, copy, "watch", "--date=" + DAY, "--asOf=" + DAY + "T13:00:00Z"),
        containsString("missing: all that bdl_standings has for " + DAY));
    copy.execute(
        "INSERT INTO nba_orchestration.scraper_runs SELECT * REPLACE ('s' AS run_key, DATE '"
            + DAY
            + "' AS game_date, TIMESTAMP '"
            + DAY
            + " 12:10:00' AS as_of) FROM nba_orchestration.scraper_runs");
    assertThat(
        command(0, copy, "watch", "--date=" + DAY, "--asOf=" + DAY + "T13:00:00Z"),
        containsString("all is well"));
  }

  @Test
  public void watchSaysThatModelsAreTooOldOrCannotBeRead() throws IOException {
    TestWarehouse copy = copy();
    Path none = TEMP.newFolder().toPath();
    assertThat(
        command(1, copy, "watch", "--date=2025-08-01", "--modelDir=" + none),
        containsString("stale: the champion of " + none + " cannot be read"));
    String models =
        "--modelDir=" + StoredModels.in(TEMP.newFolder().toPath(), ModelFeatures.blind().names());
    assertThat(
        command(0, copy, "watch", "--date=2025-08-01", models, "--asOf=2025-12-30T12:00:00Z"),
        containsString("all is well"));
    assertThat(
        command(1, copy, "watch", "--date=2025-08-01", models, "--asOf=2026-01-02T12:00:00Z"),
        containsString("learned through 2025-10-31, 62 days ago and more than 60"));
  }

  @Test
  public void watchSaysThatAChannelHasNotTakenAlerts() throws IOException {
    TestWarehouse copy = copy();
    String[] slack = {"watch", "--date=" + DAY, "--alertChannels=slack", "--secretsFolder="};
    slack[3] += TEMP.newFolder();
    copy.execute("DELETE FROM nba_orchestration.pipeline_runs WHERE pipeline = 'grade'");
    command(1, copy, slack);
    assertThat(
        copy.column(
            "SELECT reason FROM nba_orchestration.alert_deliveries WHERE channel = 'slack'"),
        everyItem(containsString("there is no secret:slack-webhook-monitoring-error")));
    copy.execute("UPDATE nba_orchestration.alerts SET last_seen = last_seen - INTERVAL 2 HOUR");
    assertThat(
        command(1, copy, slack),
        containsString("failed: slack has not taken 1 alerts, one of them 1 MISSING_RUN in watch"));
  }

  @Test
  public void aRunThatDoesNotMeetAFailureAgainResolvesIt() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "UPDATE nba_precompute.ml_feature_store SET points_mean_last_5 = NULL"
            + " WHERE player = (SELECT MIN(player) FROM nba_predictions.player_prop_predictions)");
    String asOf = "--asOf=" + DAY + "T19:00:00Z";
    command(0, copy, "predict", "--date=" + DAY, asOf);
    assertThat(copy.failures("Predict").keySet(), hasItem("STEP_FAULT"));
    command(0, copy, "precompute", "--date=" + DAY);
    command(0, copy, "predict", "--date=" + DAY, asOf);
    assertThat(
        copy.column(
            "SELECT DISTINCT event FROM nba_orchestration.failure_events AS events"
                + " JOIN nba_orchestration.failures AS failures USING (failure_id)"
                + " WHERE code = 'STEP_FAULT'"),
        is(List.of("RESOLVED")));
    assertThat(
        command(0, copy, "replay", "--code=STEP_FAULT"), containsString("nothing to try again"));
  }

  @Test
  public void verifyShowsWhatWasServedOtherwiseThanItComesOutToday() throws IOException {
    TestWarehouse copy = copy();
    assertThat(
        command(0, copy, "verify", "--date=" + DAY),
        matchesRegex("(?s).*features of \\d+ players come out as they were served\n.*"));
    String player =
        copy.column(
                "SELECT MIN(player) FROM nba_raw.player_games WHERE game_date = DATE '"
                    + DAY.minusDays(1)
                    + "' AND player IN (SELECT player FROM nba_precompute.ml_feature_store"
                    + " WHERE game_date = DATE '"
                    + DAY
                    + "')")
            .get(0);
    copy.execute(
        "UPDATE nba_raw.player_games SET points = points + 1 WHERE player = '"
            + player
            + "' AND game_date = DATE '"
            + DAY.minusDays(1)
            + "'");
    String text = command(1, copy, "verify", "--date=" + DAY);
    assertThat(
        text, matchesRegex("(?s).* player \\d+ [a-z0-9_]+: stored [-0-9.E]+, today [-0-9.E]+\n.*"));
    assertThat(
        copy.column(
            "SELECT recomputed - stored FROM nba_orchestration.feature_differences"
                + " WHERE feature = 'points_last_game' AND player = '"
                + player
                + "'"),
        is(List.of("1.0")));
    copy.execute(
        "UPDATE nba_predictions.player_prop_predictions SET features_hash = features_hash + 1");
    copy.execute(
        "UPDATE nba_raw.player_games SET points = points - 1 WHERE player = '"
            + player
            + "' AND game_date = DATE '"
            + DAY.minusDays(1)
            + "'");
    command(1, copy, "verify", "--date=" + DAY);
    assertThat(
        copy.column("SELECT DISTINCT feature FROM nba_orchestration.feature_differences"),
        is(List.of("prediction")));
  }

  /** The slate's profiles are put on fifteen days before too, with means that vary a little. */
  @Test
  public void watchSaysWhichColumnsHaveMovedAndEndsWell() throws IOException {
    TestWarehouse copy = copy();
    copy.execute("UPDATE nba_orchestration.column_profiles SET row_count = 100");
    copy.execute(
        "INSERT INTO nba_orchestration.column_profiles"
            + " SELECT profiles.* REPLACE (game_date - CAST(n AS INTEGER) AS game_date,"
            + " mean + 0.01 * (n % 3 - 1) AS mean)"
            + " FROM nba_orchestration.column_profiles AS profiles, range(1, 16) AS days(n)");
    assertThat(command(0, copy, "watch", "--date=" + DAY), containsString("all is well"));
    copy.execute(
        "UPDATE nba_orchestration.column_profiles SET mean = 1, null_share = 0.9"
            + " WHERE column_name = 'home' AND game_date = DATE '"
            + DAY
            + "'");
    String text = command(0, copy, "watch", "--date=" + DAY);
    for (String table :
        List.of("nba_analytics.upcoming_player_game_context", "nba_precompute.ml_feature_store")) {
      assertThat(
          text,
          matchesRegex(
              "(?s).*drifted: "
                  + table
                  + ".home of 2025-11-02 has a mean of 1.000 against 0.[45]\\d+, [0-9.]+ standard"
                  + " deviations away\n"
                  + "drifted: "
                  + table
                  + ".home of 2025-11-02 has no value in 90 % of the rows against 0 %\n.*"));
    }
    assertThat(text, containsString("nothing is missing; see above"));
    assertThat(copy.failures("Watch"), is(Map.of()));
  }

  private static final class EndlessFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void never() throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  private static void run(TestWarehouse warehouse, String deadline, DoFn<String, String> step) {
    SlateOptions options =
        Launcher.options(new String[] {"--runDeadline=" + deadline}, SlateOptions.class);
    Warehouse embedded = DuckDbWarehouse.at(warehouse.file().toString(), Duration.ofSeconds(10));
    try (WarehouseAdmin admin = NamedWarehouse.open(embedded)) {
      new RunLedger(embedded, admin)
          .run(
              PlannedRun.of(
                  "predict",
                  List.of(GameDay.of(DAY)),
                  null,
                  null,
                  (pipeline, services) -> pipeline.apply(Create.of("x")).apply(ParDo.of(step))),
              "a test",
              options);
    }
  }

  private static List<String> events(TestWarehouse warehouse) {
    return warehouse.column(
        "SELECT event || ' ' || reason FROM nba_orchestration.pipeline_runs ORDER BY event_time");
  }

  @Test
  public void aRunThatNeverEndsIsCancelledAtItsDeadlineAndHasFailed() throws IOException {
    TestWarehouse empty = TestWarehouse.in(TEMP.newFolder().toPath());
    Exception late =
        assertThrows(RunDeadlineException.class, () -> run(empty, "1s", new EndlessFn()));
    assertThat(late.getMessage(), containsString("had not ended after 1 s"));
    List<String> events = events(empty);
    assertThat(events.get(0), is("STARTED a test"));
    assertThat(events.get(1), startsWith("FAILED DEADLINE: "));
    assertThat(events.size(), is(2));
  }

  private static final class BrokenFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void fail() {
      throw new IllegalStateException("refused: https://odds.example/v4?apiKey=canary&x=1");
    }
  }

  @Test
  public void whyARunFailedIsKeptWithoutSecrets() throws IOException {
    TestWarehouse empty = TestWarehouse.in(TEMP.newFolder().toPath());
    assertThrows(RuntimeException.class, () -> run(empty, "5m", new BrokenFn()));
    assertThat(
        events(empty).get(1),
        is(
            "FAILED java.lang.IllegalStateException: refused:"
                + " https://odds.example/v4?apiKey=***&x=1"));
    assertThat(Files.exists(empty.file()), is(true));
  }
}
