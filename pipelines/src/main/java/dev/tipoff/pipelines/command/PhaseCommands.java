package dev.tipoff.pipelines.command;

import dev.tipoff.io.site.WriteSite;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.PlannedRuns;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Map;

/** The phases of a slate that print no more than counts, each a command. */
final class PhaseCommands {
  private static final double BYTES_OF_MEGABYTE = 1e6;

  private PhaseCommands() {}

  /** What a phase does once its options are read and its warehouse is open. */
  interface PhaseOf<T> {
    void run(T options, SlateRun run);
  }

  static <T extends SlateOptions> void withWarehouse(
      String[] args, Class<T> type, Report report, PhaseOf<T> phase) {
    T options = Launcher.options(args, type);
    withWarehouse(options, Slates.of(options), report, phase);
  }

  static <T extends SlateOptions> void withWarehouse(
      T options, SlateRange slates, Report report, PhaseOf<T> phase) {
    Warehouse warehouse = NamedWarehouse.of(options);
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      RunLedger ledger = new RunLedger(warehouse, admin);
      phase.run(options, new SlateRun(slates, ledger, report, "asked for"));
    }
  }

  static void loadRaw(String[] args, Report report) {
    withWarehouse(args, LoadRawOptions.class, report, PhaseCommands::loadRaw);
  }

  static void loadRaw(LoadRawOptions options, SlateRun run) {
    SlateRange slates = run.slates();
    Report report = run.report();
    RunCounts counts = run.run(PlannedRuns.loadRaw(options, slates), options);
    long stored =
        counts.of("rows-stored").entrySet().stream()
            .filter(table -> table.getKey().startsWith("nba_raw."))
            .mapToLong(Map.Entry::getValue)
            .sum();
    report.line(
        "load-raw    %s: %,d rows, of them %,d player prop lines and %,d box score lines",
        slates,
        stored,
        counts.get("rows-stored", "nba_raw.odds_api_player_props")
            + counts.get("rows-stored", "nba_raw.bettingpros_player_props"),
        counts.get("rows-stored", "nba_raw.player_games"));
    report.failures(counts);
    if (stored == 0) {
      throw new NotReadyException("no bodies for " + slates + " in " + options.getArchive());
    }
  }

  static void analytics(String[] args, Report report) {
    withWarehouse(args, AnalyticsOptions.class, report, PhaseCommands::analytics);
  }

  static void analytics(AnalyticsOptions options, SlateRun run) {
    SlateRange slates = run.slates();
    Report report = run.report();
    RunCounts counts = run.run(PlannedRuns.analytics(options, slates), options);
    long teams = counts.get("rows-stored", "nba_analytics.upcoming_team_game_context");
    report.line(
        "analytics   %s: %,d games, %,d players expected, %,d lines of known players",
        slates,
        teams / 2,
        counts.get("rows-stored", "nba_analytics.upcoming_player_game_context"),
        counts.get("rows-stored", "nba_analytics.player_prop_lines"));
    report.failures(counts);
    if (teams == 0) {
      throw new NotReadyException("no games are scheduled for " + slates);
    }
  }

  static void precompute(String[] args, Report report) {
    withWarehouse(args, SlateOptions.class, report, PhaseCommands::precompute);
  }

  static void precompute(SlateOptions options, SlateRun run) {
    SlateRange slates = run.slates();
    Report report = run.report();
    RunCounts counts = run.run(PlannedRuns.precompute(slates), options);
    long stored = counts.get("rows-stored", "nba_precompute.ml_feature_store");
    report.line("precompute  %s: features of %,d players", slates, stored);
    report.failures(counts);
    if (stored == 0) {
      throw new NotReadyException(
          "nobody is expected to play on " + slates + "; run analytics first");
    }
  }

  static void grade(String[] args, Report report) {
    withWarehouse(args, SlateOptions.class, report, PhaseCommands::grade);
  }

  static void grade(SlateOptions options, SlateRun run) {
    SlateRange slates = run.slates();
    Report report = run.report();
    RunCounts counts = run.run(PlannedRuns.grade(slates), options);
    report.line(
        "grade       %s: %,d of %,d published predictions",
        slates,
        counts.get("rows-stored", "nba_predictions.prediction_accuracy"),
        counts.get("rows-read", "current_predictions"));
    if (counts.get("rows-read", "current_predictions") == 0) {
      throw new NotReadyException("nothing was published for " + slates);
    }
    if (counts.get("rows-read", "nba_raw.player_games") == 0) {
      throw new NotReadyException("no box scores of " + slates + " are there yet");
    }
  }

  static void publish(String[] args, Report report) {
    withWarehouse(args, PublishOptions.class, report, PhaseCommands::publish);
  }

  static void publish(PublishOptions options, SlateRun all) {
    SlateRun run = all.of(SlateRange.of(all.slates().to()));
    SlateRange slates = run.slates();
    Report report = run.report();
    RunCounts counts = run.run(PlannedRuns.publish(options, slates), options);
    long predictions = counts.get("rows-read", "current_predictions");
    long results = counts.get("rows-read", "published_results");
    report.line(
        "publish     %s: %,d predictions and %,d results in %s; %,d files of %.1f MB, %,d of them written",
        slates.to(),
        predictions,
        results,
        options.getSite(),
        counts.get(WriteSite.COUNTERS, "files"),
        counts.get(WriteSite.COUNTERS, "bytes") / BYTES_OF_MEGABYTE,
        counts.get(WriteSite.COUNTERS, "written"));
    if (predictions + results == 0) {
      throw new NotReadyException(
          "nothing is predicted for " + slates.to() + " nor graded in its season");
    }
  }
}
