package dev.tipoff.pipelines;

import com.google.common.base.Stopwatch;
import com.google.common.math.Quantiles;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.DeclaredLog;
import dev.tipoff.io.alerts.Runbook;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/**
 * A run that fails at 100,000 things of 12 kinds: how long it takes with alerts, over the same run
 * without. Prints a line for each pair of runs, which take turns in going first, and the median of
 * the ratios.
 */
public final class AlertStorm {
  static final int FAILURES = 100_000;

  private static final int PAIRS = 6;
  private static final int SEED_SIZE = 1_000;
  private static final String PIPELINE = "load-raw";
  private static final List<String> STEPS = List.of("Parse a", "Parse b", "Parse c", "Parse d");
  private static final List<FailureCode> CODES =
      List.of(FailureCode.BAD_ENTRY, FailureCode.CONFLICTING_ROWS, FailureCode.SCHEMA_DRIFT);

  /** How many kinds of failures a storm has. */
  static final int KINDS = STEPS.size() * CODES.size();

  private AlertStorm() {}

  /**
   * Runs a storm to its end.
   *
   * @param count how many things it fails at, a multiple of a thousand
   * @param alerts who is told; empty if nobody is
   */
  static void run(Warehouse warehouse, GameDay day, int count, Optional<AlertSettings> alerts) {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    Instant now = Instant.now();
    RunEvent started =
        RunEvent.started(
            RunEvent.runId(PIPELINE, day.toString(), now),
            PIPELINE,
            day,
            null,
            now,
            now.plus(600_000),
            "a storm",
            "test");
    Services services =
        Services.of(warehouse, Run.of(List.of(started), Map.of()), alerts, List.of());
    Pipeline pipeline = Pipeline.create(options);
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 0; seed < count / SEED_SIZE; seed++) {
      seeds.add(seed);
    }
    PCollection<Failure> failures =
        pipeline
            .apply(Create.of(seeds))
            .apply(
                FlatMapElements.into(TypeDescriptor.of(Failure.class))
                    .via(seed -> failures(seed, day)));
    RecordRun.withoutInputs(PIPELINE, List.of(), List.of(failures), services);
    try (WarehouseAdmin admin = warehouse.admin()) {
      admin.createTables();
      pipeline.run().waitUntilFinish();
    }
  }

  private static List<Failure> failures(int seed, GameDay day) {
    List<Failure> failures = new ArrayList<>();
    for (int i = 0; i < SEED_SIZE; i++) {
      int kind = i % KINDS;
      failures.add(
          Failure.of(
              STEPS.get(kind % STEPS.size()),
              CODES.get(kind / STEPS.size()),
              "body " + seed + " of " + day + ", entry " + i,
              "the entry has no name",
              "{\"price\": -110, \"name\": null}",
              day));
    }
    return failures;
  }

  public static void main(String[] args) throws IOException {
    AlertSettings log =
        AlertSettings.of(
            List.of(new DeclaredLog(Runbook.IN_REPOSITORY)), SecretsAccess.local());
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      double with = 0;
      double without = 0;
      for (boolean alerts : pair % 2 == 0 ? List.of(true, false) : List.of(false, true)) {
        double seconds = seconds(alerts ? Optional.of(log) : Optional.empty());
        if (alerts) {
          with = seconds;
        } else {
          without = seconds;
        }
      }
      System.out.printf(
          "with alerts %.2f s, without %.2f s: %.2f%n", with, without, with / without);
      if (pair > 0) {
        ratios.add(with / without);
      }
    }
    System.out.printf(
        "median of all but the first, cold pair: %.2f%n", Quantiles.median().compute(ratios));
  }

  private static double seconds(Optional<AlertSettings> alerts) throws IOException {
    Path folder = Files.createTempDirectory("storm");
    Stopwatch running = Stopwatch.createStarted();
    run(
        DuckDbWarehouse.at(folder.resolve("w.duckdb").toString(), Duration.ZERO),
        GameDay.parse("2031-01-10"),
        FAILURES,
        alerts);
    return running.elapsed().toMillis() / 1_000.0;
  }
}
