package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.models.ModelCard;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.Consensus;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.SlateLines;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.training.BoostingSettings;
import dev.tipoff.transforms.training.Gates;
import dev.tipoff.transforms.training.Targets;
import dev.tipoff.transforms.training.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Models from all slates up to one, into a folder. They are trained twice: without the last {@value
 * Gates#DAYS} days, on which they are judged and compared with the champion, and with them, to
 * predict.
 */
public final class TrainPipeline {
  private TrainPipeline() {}

  /**
   * Builds the graph.
   *
   * @param through the last slate to learn from
   * @param codeVersion what the models are marked with
   */
  public static void build(
      Pipeline pipeline,
      GameDay through,
      String codeVersion,
      TrainOptions options,
      Services services) {
    Warehouse warehouse = services.warehouse();
    List<PCollection<Failure>> failures = new ArrayList<>();
    Promotion promotion = Promotion.parse(options.getPromote());
    GameDay cut = through.plusDays(1);
    GameDay judgedFrom = cut.plusDays(-Gates.DAYS);
    SlateRange slates = slates(through, options);
    BoostingSettings settings =
        BoostingSettings.standard()
            .withLearningRate(options.getLearningRate())
            .withSeed(options.getTrainSeed());

    AsPlayed played =
        AsPlayed.read(
            pipeline,
            slates,
            AvailabilityMode.parse(options.getAvailability()),
            Lead.NONE,
            warehouse,
            failures,
            failures);
    PCollectionView<TrainingSet> examples =
        Lessons.examples(
            played,
            played.sideInputs(),
            played
                .lines()
                .apply("LineSlates", SlateWindows.by(PropLine::getGameDate))
                .apply("Consensus", Consensus.create())
                .apply("LinesOfSlate", SlateLines.view(slates)));
    PCollectionView<Models> models =
        Lessons.models(
                promotion == Promotion.GATES ? List.of(judgedFrom, cut) : List.of(cut),
                options.getTrainSeasons(),
                settings,
                Targets.ACTUAL,
                examples,
                failures)
            .apply("Models", Models.view());
    PCollection<StoredPartition> stored =
        pipeline
            .apply("Once", Create.of(options.getModelDir()))
            .apply(
                "StoreModels",
                ParDo.of(
                        new StoreModelsFn(
                            models,
                            examples,
                            promotion,
                            judgedFrom,
                            ModelCard.builder()
                                .from(slates.from())
                                .through(through)
                                .availability(options.getAvailability())
                                .features(ModelFeatures.blind().names())
                                .codeVersion(codeVersion)
                                .settings(ImmutableMap.copyOf(settings.described()))
                                .build()))
                    .withSideInputs(models, examples));
    RecordRun.withoutInputs("train", List.of(stored), failures, services);
  }

  /** The slates to learn from. */
  static SlateRange slates(GameDay through, TrainOptions options) {
    return SlateRange.of(
        Season.of(through).minus(options.getTrainSeasons() - 1).firstDay(), through);
  }
}
