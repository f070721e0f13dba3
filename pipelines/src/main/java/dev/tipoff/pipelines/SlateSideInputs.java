package dev.tipoff.pipelines;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMapView;
import dev.tipoff.transforms.slate.SlateWindows;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** What every prediction of a slate may look up: features, game contexts, histories. */
@AutoValue
abstract class SlateSideInputs {
  abstract PCollectionView<SlateMap<PlayerGameKey, FeatureVector>> features();

  abstract PCollectionView<SlateMap<PlayerGameKey, GameContext>> contexts();

  abstract PCollectionView<LeagueHistory> histories();

  static SlateSideInputs of(
      SlateRange slates,
      PCollection<FeatureVector> features,
      PCollection<GameContext> contexts,
      PCollectionView<LeagueHistory> histories) {
    return new AutoValue_SlateSideInputs(
        features
            .apply("FeatureSlates", SlateWindows.by(FeatureVector::getGameDate))
            .apply(
                "FeaturesOfSlate",
                SlateMapView.by(slates, row -> PlayerGameKey.of(row.getGameId(), row.getPlayer()))),
        contexts
            .apply("ContextSlates", SlateWindows.by(GameContext::getGameDate))
            .apply(
                "ContextsOfSlate",
                SlateMapView.by(slates, row -> PlayerGameKey.of(row.getGameId(), row.getPlayer()))),
        histories);
  }

  /** Logs and counts, of every slate and side input, how many players it is of and from what. */
  void log(SlateRange slates, SlateInputs inputs) {
    inputs
        .pipeline()
        .apply("Slates", Create.of(slates.days()))
        .apply("LogSlates", SlateWindows.by(day -> day))
        .apply(
            "LogSideInputs",
            ParDo.of(new LogSideInputsFn(this, inputs))
                .withSideInputs(features(), contexts(), histories(), inputs.fingerprints()));
  }
}
