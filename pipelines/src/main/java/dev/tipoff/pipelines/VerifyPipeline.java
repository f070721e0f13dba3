package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.QualityTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.CompareFeatures;
import dev.tipoff.transforms.features.FeatureDifference;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * {@code verify}: recomputes the features of slates from today's tables, as of each slate, and
 * stores every difference from what was served.
 */
public final class VerifyPipeline {
  private VerifyPipeline() {}

  public static void build(Pipeline pipeline, SlateRange slates, Services services) {
    Warehouse warehouse = services.warehouse();
    List<PCollection<Failure>> failures = new ArrayList<>();
    PCollection<GameContext> contexts =
        pipeline.apply("ReadContexts", warehouse.read(Tables.PLAYER_GAME_CONTEXT, slates));
    PCollection<FeatureVector> stored =
        pipeline.apply("ReadFeatures", warehouse.read(Tables.FEATURE_STORE, slates));
    PCollection<KV<String, Long>> predicted =
        pipeline
            .apply("ReadPredictions", warehouse.query(Queries.currentPredictions(slates)))
            .apply(
                "FeaturesOfPredictions",
                MapElements.into(
                        TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.longs()))
                    .via((Prediction row) -> KV.of(key(row), row.getFeaturesHash())));
    PCollection<FeatureDifference> differences =
        contexts
            .apply(
                "ComputeFeatures",
                FeatureInputs.read(pipeline, slates, warehouse, failures).compute())
            .failuresTo(failures)
            .apply("CompareFeatures", CompareFeatures.with(stored, predicted));
    RecordRun.withoutInputs(
        "verify",
        List.of(
            differences
                .apply(
                    "ReplaceDifferences",
                    warehouse.replace(QualityTables.FEATURE_DIFFERENCES, slates))
                .failuresTo(failures)),
        failures,
        services);
  }

  private static String key(Prediction row) {
    return CompareFeatures.key(PlayerGameKey.of(row.getGameId(), row.getPlayer()));
  }
}
