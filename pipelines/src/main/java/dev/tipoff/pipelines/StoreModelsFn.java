package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.models.BadModelException;
import dev.tipoff.io.models.ModelCard;
import dev.tipoff.io.models.ModelFolder;
import dev.tipoff.io.models.ModelRegistry;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.training.Gates;
import dev.tipoff.transforms.training.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/** Judges models, and stores them in a folder. Models that are not of every market are not. */
final class StoreModelsFn extends DoFn<String, StoredPartition> {
  private static final long serialVersionUID = 1L;

  /** Names what is stored among the tables of a run. */
  static final String STORED = "models";

  private final PCollectionView<Models> models;
  private final PCollectionView<TrainingSet> examples;
  private final Promotion promotion;
  private final GameDay judgedFrom;
  private final ModelCard described;

  /**
   * @param described the card, still without id, checksums and metrics
   */
  StoreModelsFn(
      PCollectionView<Models> models,
      PCollectionView<TrainingSet> examples,
      Promotion promotion,
      GameDay judgedFrom,
      ModelCard described) {
    this.models = models;
    this.examples = examples;
    this.promotion = promotion;
    this.judgedFrom = judgedFrom;
    this.described = described;
  }

  @ProcessElement
  public void store(ProcessContext process) {
    ModelFolder folder = ModelFolder.at(process.element());
    GameDay cut = described.through().plusDays(1);
    SlateModels trained = process.sideInput(models).before(cut);
    List<MarketModel> all =
        Arrays.stream(Market.values()).flatMap(market -> trained.of(market).stream()).toList();
    if (all.size() < Market.values().length
        || all.stream().anyMatch(model -> !model.cut().equals(cut))) {
      return;
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    all.forEach(model -> metrics.putAll(model.heldOutFigures()));
    boolean promoted = promotion == Promotion.ALWAYS;
    List<String> verdict = new ArrayList<>();
    if (promotion == Promotion.GATES) {
      Gates.Verdict judged =
          Gates.judge(
              process.sideInput(examples).before(cut),
              judgedFrom,
              process.sideInput(models).before(judgedFrom),
              champion(folder, verdict));
      promoted = judged.passed();
      verdict.addAll(judged.findings());
      metrics.putAll(judged.figures());
    } else {
      verdict.add("not judged");
    }
    folder.store(
        described.toBuilder().metrics(ImmutableMap.copyOf(metrics)),
        ImmutableList.copyOf(all),
        promoted,
        String.join("; ", verdict));
    Metrics.counter(STORED, promoted ? "promoted" : "stored").inc();
    process.output(StoredPartition.of(STORED, described.through(), all.size()));
  }

  /** A champion that this code cannot ask predicts nothing, so there is nothing to beat. */
  private static Optional<SlateModels> champion(ModelFolder folder, List<String> verdict) {
    Optional<ModelRegistry.Entry> entry = folder.registry().flatMap(ModelRegistry::champion);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SlateModels.of(
              folder
                  .read(entry.get(), ModelFeatures.blind())
                  .models()
                  .toArray(MarketModel[]::new)));
    } catch (BadModelException e) {
      verdict.add("not compared with the champion: " + e.getMessage());
      return Optional.empty();
    }
  }
}
