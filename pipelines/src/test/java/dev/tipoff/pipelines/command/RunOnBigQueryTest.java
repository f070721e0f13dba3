package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.warehouse.LocalBigQuery;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.ImportPipeline;
import dev.tipoff.pipelines.Services;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.RunOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@code run} with its ledger in BigQuery: what the graph stores and the launcher goes by. */
public class RunOnBigQueryTest {
  private static final LocalDate DAY = LocalDate.of(2025, 10, 29);

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private final LocalBigQuery bigQuery = LocalBigQuery.withTables();
  private int minutes;

  private <T extends PipelineOptions> T options(Class<T> type, String... args) {
    T options = Launcher.options(args, type);
    options.setTempLocation(temp.getRoot().getPath());
    options.as(BigQueryOptions.class).setBigQueryProject(bigQuery.project());
    // BigQueryIO waits a second for every load job, however soon it is done.
    options.as(DirectOptions.class).setTargetParallelism(16);
    return options;
  }

  /** As of a launch a minute after the last. */
  private Warehouse warehouse() {
    minutes++;
    return bigQuery.warehouse(Instant.parse("2025-10-29T22:00:00Z").plus(60_000L * minutes));
  }

  private void load(Path history) {
    ImportOptions files = options(ImportOptions.class);
    files.setPlayerGames(List.of(history + "/player_games.csv.gz"));
    files.setSchedule(List.of(history + "/schedule.csv.gz"));
    files.setGameLines(List.of(history + "/game_lines.csv.gz"));
    Pipeline pipeline = Pipeline.create(files);
    ImportPipeline.build(pipeline, files, Services.of(warehouse()));
    pipeline.run().waitUntilFinish();
  }

  private String run(String... more) throws IOException {
    String[] args = {
      "--archive=" + temp.getRoot() + "/archive",
      "--site=" + temp.getRoot() + "/site",
      "--asOf=" + DAY + "T22:00:00Z"
    };
    String[] all =
        java.util.stream.Stream.of(args, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Warehouse warehouse = warehouse();
    try (PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        WarehouseAdmin admin = warehouse.admin()) {
      RunCommand.run(
          options(RunOptions.class, all),
          new SlateRun(
              SlateRange.of(GameDay.of(DAY)),
              new RunLedger(warehouse, admin),
              new Report(stream),
              ""));
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void whatHasNotChangedIsSkippedAndWhatHasIsRun() throws IOException {
    LeagueSimulator league = LeagueSimulator.of(3);
    Path root = temp.getRoot().toPath();
    league.writeHistory(root.resolve("history"), LocalDate.of(2025, 10, 24), DAY);
    league.writeOdds(root.resolve("archive"), DAY);
    load(root.resolve("history"));
    String first = run();
    for (String phase :
        List.of("load-raw", "analytics", "precompute", "predict", "grade", "publish")) {
      assertThat(first, containsString(ran(phase, "no completed run is known")));
    }
    String again = run();
    assertThat(again, not(containsString(": runs, ")));
    for (String phase :
        List.of("load-raw", "analytics", "precompute", "predict", "grade", "publish")) {
      assertThat(again, containsString(String.format("%-11s %s: skipped, nothing", phase, DAY)));
    }
    String changed = run("--devig=SHIN");
    assertThat(changed, containsString(ran("predict", "option devig is SHIN, was POWER")));
    assertThat(changed, containsString(String.format("precompute  %s: skipped", DAY)));
    assertThat(changed.lines().filter(line -> line.contains(": runs, ")).count(), is(1L));
  }

  private static String ran(String phase, String why) {
    return String.format("%-11s %s: runs, %s", phase, DAY, why);
  }
}
