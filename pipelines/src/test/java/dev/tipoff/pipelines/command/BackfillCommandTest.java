package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@code backfill} of some slates. */
public class BackfillCommandTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final SlateRange SLATES =
      SlateRange.of(GameDay.parse("2025-11-26"), GameDay.parse("2025-11-28"));

  /** Between two slates. */
  private static final GameDay DAY_OFF = GameDay.parse("2025-11-27");

  private static TestWarehouse imported;

  @BeforeClass
  public static void importHistory() throws IOException {
    LeagueSimulator league = LeagueSimulator.of(3);
    Path folder = TEMP.newFolder().toPath();
    league.writeHistory(folder, OPENING.date(), SLATES.to().date());
    league.writeLines(folder, OPENING.date(), SLATES.to().date());
    imported = TestWarehouse.in(folder);
    imported.importAll(folder);
    imported.importFiles(
        options ->
            options.setPointsLines(List.of(folder.resolve("points_lines.csv.gz").toString())));
  }

  private static String backfill(TestWarehouse warehouse, int exit, String... slates) {
    return backfill(warehouse, exit, List.of("--retrain=never"), slates);
  }

  private static String backfill(
      TestWarehouse warehouse, int exit, List<String> settings, String... slates) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    List<String> args = new ArrayList<>();
    args.addAll(List.of("backfill", "--warehouse=duckdb:" + warehouse.file()));
    args.addAll(settings);
    args.addAll(List.of(slates));
    int ended = Command.run(args.toArray(String[]::new), stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(exit));
    return text.toString(StandardCharsets.UTF_8);
  }

  private static String backfill(TestWarehouse warehouse) {
    return backfill(warehouse, 0, "--from=" + SLATES.from(), "--to=" + SLATES.to());
  }

  private static TestWarehouse copy() throws IOException {
    return imported.copyTo(TEMP.newFolder().toPath());
  }

  /** One process instead of three and nobody to be held against, with the same rows. */
  @Test
  public void itDoesWhatThePhasesDoOneByOne() throws IOException {
    TestWarehouse oneByOne = copy();
    oneByOne.analytics(SLATES);
    oneByOne.precompute(SLATES);
    Path metrics = TEMP.newFolder().toPath().resolve("metrics.json");
    oneByOne.backtest(SLATES, options -> options.setMetrics(metrics.toString()));
    assertThat(Files.readString(metrics), containsString("season_mean"));
    TestWarehouse atOnce = copy();
    backfill(atOnce);
    assertThat(atOnce.digests(Tables.reproducible()), is(oneByOne.digests(Tables.reproducible())));
    assertThat(atOnce.digest(Tables.BACKTEST_PREDICTIONS).rows(), is(greaterThan(1_000L)));
  }

  @Test
  public void nothingIsPublished() throws IOException {
    TestWarehouse warehouse = copy();
    backfill(warehouse);
    assertThat(warehouse.digest(Tables.PREDICTIONS).rows(), is(0L));
    assertThat(warehouse.digest(Tables.PREDICTION_ACCURACY).rows(), is(0L));
  }

  @Test
  public void whatHasNotChangedIsNotMadeAgain() throws IOException {
    TestWarehouse warehouse = copy();
    assertThat(
        backfill(warehouse),
        allOf(
            containsString("analytics   " + SLATES + ": runs, no completed run is known"),
            containsString("precompute  " + SLATES + ": runs, no completed run is known")));
    assertThat(
        backfill(warehouse),
        allOf(
            containsString("skipped, nothing that it is made from"),
            not(containsString(": runs"))));
  }

  /** A graph costs seconds whatever it has to do. */
  @Test
  public void aDayOffDoesNotCutTheSlatesInTwo() throws IOException {
    TestWarehouse warehouse = copy();
    backfill(warehouse);
    for (String phase : List.of("analytics", "precompute")) {
      String of = " FROM nba_orchestration.pipeline_runs WHERE pipeline = '" + phase + "'";
      assertThat(warehouse.number("SELECT COUNT(DISTINCT run_id)" + of), is(1L));
      assertThat(
          warehouse.column("SELECT game_date" + of + " AND event = 'NOT_READY'"),
          is(List.of(DAY_OFF.toString())));
    }
  }

  /** Such as one that nobody has imported. */
  @Test
  public void aSeasonWithoutGamesDoesNotStopTheNext() throws IOException {
    TestWarehouse warehouse = copy();
    assertThat(
        backfill(warehouse, 0, "--from=2025-04-01", "--to=" + SLATES.to()),
        allOf(
            containsString("backfill    2025-04-01 to 2025-09-30: not ready, analytics of"),
            containsString("predictions graded")));
    assertThat(warehouse.digest(Tables.BACKTEST_PREDICTIONS).rows(), is(greaterThan(1_000L)));
  }

  /** It is scheduled, and everybody is expected, but nobody knows who played. */
  @Test
  public void aSlateWithoutBoxScoresIsNotReady() throws IOException {
    TestWarehouse warehouse = copy();
    warehouse.execute("DELETE FROM nba_raw.player_games WHERE game_date = '" + SLATES.to() + "'");
    assertThat(
        backfill(warehouse, 3, "--date=" + SLATES.to()),
        allOf(
            containsString("precompute  " + SLATES.to() + ": features of"),
            containsString("no rows of nba_raw.player_games of " + SLATES.to() + " are known")));
  }

  /** Systems that need models say nothing then, which must not go unnoticed. */
  @Test
  public void modelsThatLearnedFromASlateAreSaid() throws IOException {
    TestWarehouse warehouse = copy();
    Path models = TEMP.newFolder().toPath();
    warehouse.train(
        SLATES.to(),
        models,
        options -> {
          options.setPromote("always");
          options.setLearningRate(0.3);
        });
    assertThat(
        backfill(
            warehouse,
            0,
            List.of("--modelDir=" + models, "--availability=report"),
            "--date=" + SLATES.to()),
        allOf(containsString("predictions graded"), containsString("1  model-knows-slate")));
  }

  @Test
  public void slatesWithoutGamesAreNotReady() {
    backfill(imported, 3, "--date=2019-07-04");
  }
}
