package dev.tipoff.pipelines.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.AvailabilityMode;
import dev.tipoff.pipelines.BacktestPipeline;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code backtest}: predicts, grades, measures, and prints the metrics. */
final class BacktestCommand {
  private BacktestCommand() {}

  static void run(String[] args, Report report) {
    BacktestOptions options = Launcher.options(args, BacktestOptions.class);
    SlateRange slates = Slates.of(options);
    Warehouse warehouse = NamedWarehouse.of(options);
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      backtest(options, slates, new RunLedger(warehouse, admin), report, Market.values());
    }
  }

  static void backtest(
      BacktestOptions options,
      SlateRange slates,
      RunLedger ledger,
      Report report,
      Market... shown) {
    AvailabilityMode availability = AvailabilityMode.parse(options.getAvailability());
    boolean kept = options.getMetrics() != null;
    try {
      Path metrics =
          kept ? Path.of(options.getMetrics()) : Files.createTempFile("tipoff-metrics", ".json");
      options.setMetrics(metrics.toString());
      RunCounts counts =
          ledger.run(
              PlannedRun.of(
                  "backtest",
                  slates.days(),
                  null,
                  null,
                  (pipeline, services) ->
                      BacktestPipeline.build(pipeline, slates, options, services)),
              "asked for",
              options);
      report.line(
          "backtest    %s with availability %s: %,d predictions graded, %d data reads",
          slates,
          availability.id(),
          counts.get("rows-stored", "nba_predictions.backtest_predictions"),
          counts.get("warehouse", "reads"));
      JsonNode measured = new ObjectMapper().readTree(metrics.toFile());
      if (measured.path("rows").isEmpty() && !measured.path("excluded").has("no_history")) {
        throw new NotReadyException("no games of " + slates + " are known; import them first");
      }
      MetricsTable.print(measured, report, idsOf(shown));
      if (!kept) {
        Files.delete(metrics);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> idsOf(Market... markets) {
    return Arrays.stream(markets).map(Market::id).collect(Collectors.toSet());
  }
}
