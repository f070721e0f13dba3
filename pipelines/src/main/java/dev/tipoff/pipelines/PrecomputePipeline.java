package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** Phase 4: the features of everybody who is expected to play, from earlier slates only. */
public final class PrecomputePipeline {
  private PrecomputePipeline() {}

  public static void build(Pipeline pipeline, SlateRange slates, Services services) {
    Warehouse warehouse = services.warehouse();
    PCollection<GameContext> contexts =
        pipeline.apply("ReadContexts", warehouse.read(Tables.PLAYER_GAME_CONTEXT, slates));
    List<PCollection<Failure>> failures = new ArrayList<>();
    SlateInputs inputs = SlateInputs.read(pipeline, Phase.PRECOMPUTE, slates, services, failures);
    FeatureInputs known = FeatureInputs.read(pipeline, slates, warehouse, failures);
    PCollection<FeatureVector> features =
        contexts.apply("ComputeFeatures", known.compute()).failuresTo(failures);
    RecordRun.of(
        inputs,
        List.of(
            features
                .apply("ReplaceFeatures", warehouse.replace(Tables.FEATURE_STORE, slates))
                .failuresTo(failures),
            StoreAnalyses.of(
                contexts, features, known.league(), known.zones(), warehouse, slates, failures),
            SlateQuality.of(
                contexts, features, PCollectionList.empty(pipeline), warehouse, slates, failures)),
        failures,
        services);
  }
}
