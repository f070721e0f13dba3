package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.Assert;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What {@code run} runs and skips, what the ledger says of it, and how a run is ended. */
public class RunCommandTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final LocalDate DAY = LocalDate.of(2025, 11, 5);
  private static final String RAN = " " + DAY + ": runs, ";
  private static final String SKIPPED = " " + DAY + ": skipped, nothing that it is made from";

  private static Path folder;
  private static TestWarehouse ready;

  @BeforeClass
  public static void runOnce() throws IOException {
    folder = TEMP.newFolder().toPath();
    LeagueSimulator league = LeagueSimulator.of(11);
    league.writeHistory(folder.resolve("history"), LocalDate.of(2025, 10, 25), DAY.minusDays(1));
    league.writeUpcoming(folder.resolve("tonight"), DAY);
    league.writeOdds(folder.resolve("archive"), DAY);
    ready = TestWarehouse.in(folder.resolve("warehouse"));
    ready.importAll(folder.resolve("history"));
    ready.importAll(folder.resolve("tonight"));
    String first = run(ready, 0);
    for (String phase : new String[] {"load-raw   ", "analytics  ", "precompute ", "predict    "}) {
      assertThat(
          first,
          containsString(phase + RAN + "the last run was not completed, or there was none\n"));
    }
    assertThat(first, containsString("grade       not ready: no box scores of " + DAY));
    assertThat(first, containsString(", 5 data reads"));
  }

  private static String run(TestWarehouse warehouse, int exit, String... more) {
    String[] args = new String[6 + more.length];
    args[0] = "run";
    args[1] = "--date=" + DAY;
    args[2] = "--warehouse=duckdb:" + warehouse.file();
    args[3] = "--archive=" + folder.resolve("archive");
    args[4] = "--site=" + folder.resolve("site");
    args[5] = "--asOf=" + DAY + "T22:00:00Z";
    System.arraycopy(more, 0, args, 6, more.length);
    return command(exit, args);
  }

  private static String command(int exit, String... args) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int ended = Command.run(args, stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(exit));
    return text.toString(StandardCharsets.UTF_8);
  }

  private static TestWarehouse copy() throws IOException {
    return ready.copyTo(TEMP.newFolder().toPath());
  }

  private static void assertRan(String text, String... phases) {
    for (String phase :
        new String[] {"load-raw", "analytics", "precompute", "predict", "publish"}) {
      boolean ran = java.util.List.of(phases).contains(phase);
      String name = String.format("%-11s", phase);
      assertThat(text, containsString(name + (ran ? RAN : SKIPPED)));
    }
  }

  @Test
  public void whatHasNotChangedIsSkippedAndSaysSo() throws IOException {
    TestWarehouse copy = copy();
    assertRan(run(copy, 0));
    assertThat(
        copy.number("SELECT COUNT(*) FROM nba_orchestration.pipeline_runs WHERE event = 'SKIPPED'"),
        is(5L));
    String report = command(0, "report", "--date=" + DAY, "--warehouse=duckdb:" + copy.file());
    assertThat(report, containsString("SKIPPED   nothing that it is made from has changed"));
    assertThat(report, containsString("COMPLETED the last run was not completed"));
  }

  @Test
  public void oneChangedRowRunsWhatIsMadeFromIt() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "UPDATE nba_precompute.ml_feature_store SET row_hash = row_hash + 1 WHERE player ="
            + " (SELECT MIN(player) FROM nba_precompute.ml_feature_store)");
    String text = run(copy, 0);
    assertRan(text, "predict");
    assertThat(text, containsString(RAN + "nba_precompute.ml_feature_store is "));
  }

  @Test
  public void aChangedOptionRunsItsPhase() throws IOException {
    String text = run(copy(), 0, "--devig=SHIN");
    assertRan(text, "predict");
    assertThat(text, containsString(RAN + "option devig is SHIN, was POWER"));
  }

  @Test
  public void forceRunsEverything() throws IOException {
    assertRan(
        run(copy(), 0, "--force"), "load-raw", "analytics", "precompute", "predict", "publish");
  }

  @Test
  public void aRunThatDidNotSayThatItCompletedIsRunAgain() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "DELETE FROM nba_orchestration.pipeline_runs"
            + " WHERE pipeline = 'analytics' AND event IN ('COMPLETED', 'MEASURED')");
    assertRan(run(copy, 0), "analytics");
  }

  @Test
  public void completedSaysTheRowsOfEachTable() {
    assertThat(
        ready.column(
            "SELECT table_rows FROM nba_orchestration.pipeline_runs"
                + " WHERE pipeline = 'precompute' AND event = 'COMPLETED'"),
        is(
            java.util.List.of(
                "nba_precompute.ml_feature_store="
                    + ready.number("SELECT COUNT(*) FROM nba_precompute.ml_feature_store"))));
    assertThat(
        ready.column(
            "SELECT event FROM nba_orchestration.pipeline_runs"
                + " WHERE pipeline = 'grade' ORDER BY event"),
        is(java.util.List.of("MEASURED", "NOT_READY", "STARTED")));
  }

  @Test
  public void watchSaysWhatIsMissingAndEndsTheLost() throws IOException {
    TestWarehouse copy = copy();
    String warehouse = "--warehouse=duckdb:" + copy.file();
    copy.execute(
        "UPDATE nba_orchestration.pipeline_runs SET deadline = TIMESTAMP '2025-01-01 00:00:00'");
    copy.execute(
        "DELETE FROM nba_orchestration.pipeline_runs"
            + " WHERE pipeline = 'analytics' AND event <> 'STARTED'");
    copy.execute("DELETE FROM nba_orchestration.pipeline_runs WHERE pipeline = 'predict'");
    String text = command(1, "watch", "--date=" + DAY, warehouse);
    assertThat(text, containsString("failed: analytics "));
    assertThat(text, containsString("missing: predict of " + DAY));
    assertThat(text, containsString("missing: grade of " + DAY));
    assertThat(
        copy.column(
            "SELECT pipeline || ' ' || SUBSTR(reason, 1, 9) FROM nba_orchestration.pipeline_runs"
                + " WHERE event = 'FAILED'"),
        is(java.util.List.of("analytics DEADLINE:")));
    assertThat(
        command(1, "watch", "--date=" + DAY, warehouse), not(containsString("failed: analytics")));
    assertThat(command(0, "watch", "--date=2025-08-01", warehouse), containsString("all is well"));
  }

  private static final class EndlessFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void never() throws InterruptedException {
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }

  @Test
  public void aRunThatNeverEndsIsCancelledAtItsDeadline() {
    dev.tipoff.pipelines.options.WarehouseOptions options =
        Launcher.options(
            new String[] {"--runDeadline=1s"}, dev.tipoff.pipelines.options.WarehouseOptions.class);
    Exception late =
        Assert.assertThrows(
            RunDeadlineException.class,
            () ->
                Launcher.run(
                    "endless",
                    options,
                    pipeline -> pipeline.apply(Create.of("x")).apply(ParDo.of(new EndlessFn()))));
    assertThat(late.getMessage(), containsString("had not ended after 1 s"));
  }
}
