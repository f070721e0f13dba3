package dev.tipoff.pipelines.bench;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.BacktestPipeline;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.PlannedRuns;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Instant;

/** {@code tipoff bench steps}: which steps take the time, by Beam's metrics. */
final class Steps {
  private static final double NANOSECONDS = 1e9;
  private static final int SHOWN = 400;

  private final Results results;
  private final RunLedger ledger;

  private Steps(Results results, RunLedger ledger) {
    this.results = results;
    this.ledger = ledger;
  }

  static void measure(BenchOptions options, Results results) throws IOException {
    SlateWarehouse slate = SlateWarehouse.prepared(options, results);
    try (Opened opened = new Opened(slate.copy())) {
      PredictOptions predict =
          options(PredictOptions.class, "--modelDir=" + slate.models(), "--asOf=" + SlateWarehouse.AS_OF);
      new Steps(results, opened.ledger())
          .time(
              PlannedRuns.predict(
                  predict, SlateRange.of(GameDay.of(SlateWarehouse.SLATE)), Instant.now()),
              predict);
    }
    SlateRange season = YearsOfLeague.slates(0);
    SeasonWarehouses seasons = SeasonWarehouses.in(options, results);
    try (Opened opened = new Opened(seasons.of(1))) {
      Steps steps = new Steps(results, opened.ledger());
      AnalyticsOptions analytics = options(AnalyticsOptions.class);
      steps.time(PlannedRuns.analytics(analytics, season), analytics);
      steps.time(PlannedRuns.precompute(season), options(SlateOptions.class));
      BacktestOptions backtest =
          options(
              BacktestOptions.class,
              "--modelDir=" + seasons.models(),
              "--availability=report");
      steps.time(
          PlannedRun.of(
              "backtest",
              season.days(),
              null,
              null,
              (pipeline, services) ->
                  BacktestPipeline.build(pipeline, season, backtest, services)),
          backtest);
    }
  }

  private static <T extends PipelineOptions> T options(Class<T> type, String... args) {
    return Launcher.options(args, type);
  }

  private void time(PlannedRun run, PipelineOptions options) throws IOException {
    results.progress("steps: %s", run.pipeline());
    long start = System.nanoTime();
    Map<String, Integer> written = new ConcurrentHashMap<>();
    RunCounts counts = ledger.run(timed(run, written), "measured", options);
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    Map<String, Long> busy = counts.of(TimedFn.NANOSECONDS);
    List<List<Object>> rows = new ArrayList<>();
    busy.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .forEach(
            step ->
                rows.add(
                    List.of(
                        step.getKey(),
                        counts.get(TimedFn.ELEMENTS, step.getKey()),
                        counts.get(TimedFn.BUNDLES, step.getKey()),
                        bytes(counts, step.getKey()),
                        written.getOrDefault(step.getKey(), 0),
                        step.getValue() / NANOSECONDS)));
    double inSteps = busy.values().stream().mapToLong(Long::longValue).sum() / NANOSECONDS;
    results.table(
        "steps-" + run.pipeline(),
        String.format(
            "Steps of %s: %.1f s on the clock, %.1f s of threads in %d steps and %,d bundles",
            run.pipeline(),
            seconds,
            inSteps,
            busy.size(),
            counts.of(TimedFn.BUNDLES).values().stream().mapToLong(Long::longValue).sum()),
        List.of("step", "elements in", "bundles", "bytes in", "DoFn bytes", "seconds"),
        rows);
  }

  /** What the coder would make of all that came in, by those that were encoded. */
  private static long bytes(RunCounts counts, String step) {
    double samples = Math.max(1, counts.get(TimedFn.SAMPLES, step));
    return Math.round(
        counts.get(TimedFn.ELEMENTS, step)
            * (counts.get(TimedFn.BYTES_OF_SAMPLES, step) / samples));
  }

  private static PlannedRun timed(PlannedRun run, Map<String, Integer> written) {
    return PlannedRun.of(
        run.pipeline(),
        run.slates(),
        run.asOf(),
        run.options(),
        (pipeline, services) -> {
          run.graph().accept(pipeline, services);
          written.putAll(TimedSteps.in(pipeline));
        });
  }

  /** A warehouse that is open. */
  private static final class Opened implements AutoCloseable {
    private final Warehouse warehouse;
    private final WarehouseAdmin admin;

    Opened(Path file) {
      this.warehouse = DuckDbWarehouse.at(file.toString(), Duration.ofSeconds(10));
      this.admin = warehouse.admin();
    }

    RunLedger ledger() {
      return new RunLedger(warehouse, admin);
    }

    @Override
    public void close() {
      admin.close();
    }
  }
}
