package dev.tipoff.pipelines;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.grading.SlateBoxScores;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.training.BoostingSettings;
import dev.tipoff.transforms.training.MakeExamples;
import dev.tipoff.transforms.training.Targets;
import dev.tipoff.transforms.training.TrainMarket;
import dev.tipoff.transforms.training.TrainModels;
import dev.tipoff.transforms.training.TrainingSet;
import java.util.List;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** What is learned from slates that were played. */
final class Lessons {
  private Lessons() {}

  /**
   * The slates to read: those asked for, and so many seasons before the first cut.
   *
   * @param cuts first slates that models know nothing of, in order
   */
  static SlateRange slates(SlateRange asked, List<GameDay> cuts, int seasons) {
    return cuts.isEmpty()
        ? asked
        : SlateRange.of(
            Season.of(cuts.get(0).plusDays(-1)).minus(seasons - 1).firstDay(), asked.to());
  }

  /** The examples of slates that were played. */
  static PCollectionView<TrainingSet> examples(
      AsPlayed played,
      SlateSideInputs slate,
      PCollectionView<SlateMap<String, ConsensusLine>> lines) {
    return played
        .features()
        .apply("ExampleSlates", SlateWindows.by(FeatureVector::getGameDate))
        .apply(
            "Examples",
            MakeExamples.of(ModelFeatures.blind(), Systems.FORMULAS)
                .contexts(slate.contexts())
                .boxScores(
                    played.games().apply("ActualsOfSlate", SlateBoxScores.view(played.slates())))
                .lines(lines)
                .histories(slate.histories())
                .build())
        .apply("TrainingSet", TrainingSet.view());
  }

  /** The models of these cuts. */
  static PCollection<MarketModel> models(
      List<GameDay> cuts,
      int seasons,
      BoostingSettings settings,
      Targets targets,
      PCollectionView<TrainingSet> examples,
      List<PCollection<Failure>> failures) {
    return examples
        .getPipeline()
        .apply(
            "Train",
            TrainModels.before(
                    cuts,
                    seasons,
                    new TrainMarket(
                        ModelFeatures.blind(),
                        Systems.FORMULAS.stream()
                            .map(PredictionSystem::id)
                            .collect(toImmutableList()),
                        settings),
                    examples)
                .towards(targets))
        .failuresTo(failures);
  }
}
