package dev.tipoff.pipelines.command;

import dev.tipoff.io.models.ModelCard;
import dev.tipoff.io.models.ModelFolder;
import dev.tipoff.io.models.ModelRegistry;
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
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.systems.Ensemble;
import java.util.List;
import java.util.StringJoiner;
import org.joda.time.Instant;

/** {@code train}: learns from all slates up to one, judges what it learned, and stores it. */
final class TrainCommand {
  private TrainCommand() {}

  static void run(String[] args, Report report) {
    TrainOptions options = Launcher.options(args, TrainOptions.class);
    Warehouse warehouse = NamedWarehouse.of(options);
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      train(options, new RunLedger(warehouse, admin), report);
    }
  }

  static void train(TrainOptions options, RunLedger ledger, Report report) {
    String last = options.getThrough();
    if (last == null) {
      throw new IllegalArgumentException("say the last slate to learn from: --through=2024-06-30");
    }
    GameDay through = Slates.day(last, Instant.now());
    RunCounts counts =
        ledger.run(PlannedRuns.train(options, through, ledger.codeVersion()), "asked for", options);
    boolean promoted = counts.get("models", "promoted") > 0;
    if (!promoted && counts.get("models", "stored") == 0) {
      report.failures(counts);
      throw new NotReadyException(
          "too few games up to " + through + " are known to learn from; import more of them first");
    }
    ModelFolder folder = ModelFolder.at(options.getModelDir());
    List<ModelRegistry.Entry> entries = folder.registry().orElseThrow().entries();
    ModelRegistry.Entry entry = entries.get(entries.size() - 1);
    ModelFolder.Stored stored = folder.read(entry, ModelFeatures.blind());
    print(stored, report);
    report.line(
        "%s: %s%n%s",
        promoted ? "It is the champion now" : "It is a challenger, and does not predict",
        entry.verdict(),
        "stored as " + folder + "/" + entry.id());
    report.failures(counts);
  }

  private static void print(ModelFolder.Stored stored, Report report) {
    ModelCard card = stored.card();
    report.line(
        "train       %s to %s with availability %s: %,d examples, features %d",
        card.from(),
        card.through(),
        card.availability(),
        stored.models().get(0).trees().examples(),
        stored.models().get(0).trees().features().features().size());
    report.line(
        "%n%-10s %6s %9s %9s %8s  %s", "market", "trees", "mae", "ensemble", "n", "mixed from");
    for (MarketModel model : stored.models()) {
      report.line(
          "%-10s %,6d %9.3f %9.3f %,8d  %s",
          model.market().id(),
          model.trees().rounds(),
          model.heldOutError(),
          model.heldOutMixtureError(),
          model.heldOut(),
          mixture(model));
    }
    report.line(
        "%nThe figures are of the latest year, by trees that know nothing of it.%n%s",
        lines(stored.models()));
  }

  private static String mixture(MarketModel model) {
    StringJoiner parts = new StringJoiner(" + ");
    for (int i = 0; i < model.mixture().systems().size(); i++) {
      double weight = model.mixture().weights().get(i);
      if (weight > 0) {
        parts.add(String.format("%.2f %s", weight, model.mixture().systems().get(i)));
      }
    }
    return parts.toString();
  }

  private static String lines(List<MarketModel> models) {
    StringJoiner weights = new StringJoiner(", ");
    for (MarketModel model : models) {
      weights.add(
          String.format(
              "%s %.2f (%,d lines)",
              model.market().id(),
              model.blend(Ensemble.ID).weightOfLine(),
              model.blend(Ensemble.ID).lines()));
    }
    return "Weight of the line beside the ensemble: " + weights;
  }
}
