package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.VerifyPipeline;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.features.FeatureDifference;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Comparator;
import java.util.List;

/** {@code verify}: recomputes features from today's tables and shows what was served otherwise. */
final class VerifyCommand {
  private static final int SHOWN = 20;

  private VerifyCommand() {}

  static void run(String[] args, Report report) {
    SlateOptions options = Launcher.options(args, SlateOptions.class);
    SlateRange slates = Slates.of(options);
    Warehouse warehouse = NamedWarehouse.of(options);
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      verify(options, slates, new RunLedger(warehouse, admin), report);
    }
  }

  static void verify(SlateOptions options, SlateRange slates, RunLedger ledger, Report report) {
    RunCounts counts =
        ledger.run(
            PlannedRun.of(
                "verify",
                slates.days(),
                null,
                null,
                (pipeline, services) -> VerifyPipeline.build(pipeline, slates, services)),
            "asked for",
            options);
    long compared = counts.get("rows-read", "nba_precompute.ml_feature_store");
    List<FeatureDifference> differences = differences(slates, ledger.admin());
    differences.stream().limit(SHOWN).forEach(row -> report.line("  %s", text(row)));
    if (differences.size() > SHOWN) {
      report.line(
          "  and %,d more in nba_orchestration.feature_differences", differences.size() - SHOWN);
    }
    report.failures(counts);
    if (!differences.isEmpty()) {
      throw new CommandFailedException(
          String.format(
              "%,d differences between what was served for %s and what comes out today",
              differences.size(), slates));
    }
    if (compared == 0) {
      throw new NotReadyException("no features of " + slates + " are stored; run precompute first");
    }
    report.line(
        "verify      %s: features of %,d players come out as they were served", slates, compared);
  }

  private static List<FeatureDifference> differences(SlateRange slates, WarehouseAdmin admin) {
    return admin.rows(Queries.featureDifferences(slates)).stream()
        .sorted(
            Comparator.comparing(FeatureDifference::getGameDate)
                .thenComparing(FeatureDifference::getGameId)
                .thenComparing(row -> row.getPlayer().getId())
                .thenComparing(FeatureDifference::getFeature))
        .toList();
  }

  private static String text(FeatureDifference row) {
    return String.format(
        "%s game %s player %s %s: stored %s, today %s",
        row.getGameDate(),
        row.getGameId(),
        row.getPlayer(),
        row.getFeature(),
        row.getStored() == null ? "nothing" : row.getStored(),
        row.getRecomputed() == null ? "nothing" : row.getRecomputed());
  }
}
