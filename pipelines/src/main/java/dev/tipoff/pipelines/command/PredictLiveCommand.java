package dev.tipoff.pipelines.command;

import com.google.common.base.Stopwatch;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.PredictLivePipeline;
import dev.tipoff.pipelines.Services;
import dev.tipoff.pipelines.launch.Alerting;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.PlannedRuns;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.transforms.odds.MovingConsensus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.joda.time.Instant;

/** {@code predict-live}: predicts anew as lines move, until it is stopped or a replay has ended. */
final class PredictLiveCommand {
  private PredictLiveCommand() {}

  static void run(String[] args, Report report) {
    PredictLiveOptions options = Launcher.options(args, PredictLiveOptions.class);
    PlannedRun planned = PlannedRuns.predictLive(options, Instant.now());
    if (options.getReplay() == null && options.getSubscription() == null) {
      throw new IllegalArgumentException(
          "say where moves come from: --subscription=projects/PROJECT/subscriptions/NAME, or"
              + " --replay=FILE");
    }
    Warehouse warehouse = NamedWarehouse.of(options);
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      live(planned, warehouse, options, report);
    }
  }

  static void live(
      PlannedRun planned, Warehouse warehouse, PredictLiveOptions options, Report report) {
    Optional<AlertSettings> alerts = Alerting.of(options, planned.pipeline(), List.of());
    Stopwatch clock = Stopwatch.createStarted();
    RunCounts counts =
        Launcher.run(
            PredictLivePipeline.NAME,
            options,
            graph -> planned.graph().accept(graph, Services.of(warehouse, alerts)));
    double seconds = clock.elapsed(TimeUnit.MILLISECONDS) / 1000.0;
    long moves = counts.get(MovingConsensus.COUNTERS, "moves");
    report.line(
        "predict-live  %,d moves of lines, %,d of them no news and %,d too late: %,d predictions in"
            + " %.1f s, %,.0f moves a second",
        moves,
        counts.get(MovingConsensus.COUNTERS, "outdated"),
        counts.get(MovingConsensus.COUNTERS, "late"),
        counts.get("rows-stored", "nba_predictions.player_prop_predictions"),
        seconds,
        moves / seconds);
    report.failures(counts);
  }
}
