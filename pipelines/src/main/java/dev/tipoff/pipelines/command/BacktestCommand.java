package dev.tipoff.pipelines.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tipoff.io.metrics.MetricsCsv;
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
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code backtest}: predicts, grades, measures, and prints the metrics. */
final class BacktestCommand {
  private BacktestCommand() {}

  static void run(String[] args, Report report) {
    BacktestOptions options = Launcher.options(args, BacktestOptions.class);
    OutputFormat format = OutputFormat.of(options);
    SlateRange slates = Slates.of(options);
    Warehouse warehouse = NamedWarehouse.of(options);
    Report people = format.forPeople(report);
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, people)) {
      String metrics = metrics(options, slates, new RunLedger(warehouse, admin), people);
      switch (format) {
        case TABLE -> print(metrics, people, Market.values());
        case CSV -> {
          MetricsTable.notes(read(metrics), people);
          report.data(MetricsCsv.of(read(metrics)));
        }
        case JSON -> {
          MetricsTable.notes(read(metrics), people);
          report.data(metrics);
        }
      }
    }
  }

  static void backtest(
      BacktestOptions options,
      SlateRange slates,
      RunLedger ledger,
      Report report,
      Market... shown) {
    print(metrics(options, slates, ledger, report), report, shown);
  }

  /** The text of the metrics file, which stays where the options name one. */
  private static String metrics(
      BacktestOptions options, SlateRange slates, RunLedger ledger, Report report) {
    boolean kept = options.getMetrics() != null;
    try {
      Path file =
          kept ? Path.of(options.getMetrics()) : Files.createTempFile("tipoff-metrics", ".json");
      try {
        options.setMetrics(file.toString());
        predict(options, slates, ledger, report);
        return Files.readString(file);
      } finally {
        if (!kept) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Predicts and grades; how good it was is measured if the options name a file of metrics.
   *
   * @throws NotReadyException if no games of the slates are known, or no box scores
   */
  static RunCounts predict(
      BacktestOptions options, SlateRange slates, RunLedger ledger, Report report) {
    AvailabilityMode availability = AvailabilityMode.parse(options.getAvailability());
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
    long graded = counts.get("rows-stored", Tables.BACKTEST_PREDICTIONS.name());
    if (graded == 0) {
      requirePlayed(slates, ledger);
    }
    report.line(
        "backtest    %s with availability %s: %,d predictions graded, %d data reads",
        slates, availability.id(), graded, counts.get("warehouse", "reads"));
    return counts;
  }

  /** There may be nothing to grade because everybody plays a first game, or because nobody did. */
  private static void requirePlayed(SlateRange slates, RunLedger ledger) {
    for (Table<?> played : List.of(Tables.SCHEDULE, Tables.PLAYER_GAMES)) {
      if (ledger.admin().digest(played, Optional.of(slates)).rows() == 0) {
        throw new NotReadyException(
            "no rows of " + played + " of " + slates + " are known; import them first");
      }
    }
  }

  private static JsonNode read(String metrics) {
    try {
      return new ObjectMapper().readTree(metrics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(String metrics, Report report, Market... shown) {
    Set<String> markets = Arrays.stream(shown).map(Market::id).collect(Collectors.toSet());
    MetricsTable.print(read(metrics), report, markets);
  }
}
