package dev.tipoff.pipelines;

import com.google.common.base.Splitter;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.BettingOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.Consensus;
import dev.tipoff.transforms.odds.Devig;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.prediction.BettingPolicy;
import dev.tipoff.transforms.prediction.KeepPublished;
import dev.tipoff.transforms.prediction.LimitStakes;
import dev.tipoff.transforms.prediction.Predict;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.PredictionRequest;
import dev.tipoff.transforms.slate.SlateWindows;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/**
 * Phase 5: every system's forecast of every lined player, as of a time. Lines are the main input;
 * features, game contexts and histories are one read each and side inputs of their slate.
 */
public final class PredictPipeline {
  private PredictPipeline() {}

  /**
   * Builds the graph.
   *
   * @param asOf nothing later goes in, and no game that has tipped off by then is predicted
   * @param now the clock; what is published of a game whose tip is not later stays as it is
   */
  public static void build(
      Pipeline pipeline,
      SlateRange slates,
      Instant asOf,
      Instant now,
      PredictOptions options,
      Services services) {
    Warehouse warehouse = services.warehouse();
    List<PCollection<Failure>> failures = new ArrayList<>();
    SlateInputs inputs = SlateInputs.read(pipeline, Phase.PREDICT, slates, services, failures);
    PCollection<PropLine> lines =
        pipeline.apply("ReadLines", warehouse.read(Tables.PROP_LINES, slates));
    SlateSideInputs slate =
        SlateSideInputs.of(
            slates,
            pipeline.apply("ReadFeatures", warehouse.read(Tables.FEATURE_STORE, slates)),
            pipeline.apply("ReadContexts", warehouse.read(Tables.PLAYER_GAME_CONTEXT, slates)),
            pipeline
                .apply("ReadGames", warehouse.read(Tables.PLAYER_GAMES, slates.history()))
                .apply("Histories", LeagueHistoryView.create()));

    PCollectionView<Models> models =
        options.getModelDir() == null
            ? null
            : LoadedModels.view(
                pipeline, slates, options.getModelDir(), AvailabilityMode.REPORT.id(), failures);

    PCollection<Prediction> predictions =
        lines
            .apply("LineSlates", SlateWindows.by(PropLine::getGameDate))
            .apply("Consensus", Consensus.create().withDevig(devig(options)).withAsOf(asOf))
            .apply(
                "Requests",
                MapElements.into(TypeDescriptor.of(PredictionRequest.class))
                    .via(PredictionRequest::of))
            .apply(
                "Predict",
                Predict.with(Systems.BLIND)
                    .combinedSystems(Systems.COMBINED)
                    .marketSystems(Systems.MARKET_AWARE)
                    .policy(policy(options))
                    .asOf(asOf)
                    .features(slate.features())
                    .contexts(slate.contexts())
                    .histories(slate.histories())
                    .models(models)
                    .reasons(true)
                    .build())
            .failuresTo(failures)
            .apply("LimitStakes", LimitStakes.of(options.getMaxStakePerGame()));
    slate.log(slates, inputs);
    if (asOf.isBefore(now)) {
      predictions =
          predictions
              .apply("KeepPublished", KeepPublished.of(inputs.fingerprints(), now))
              .failuresTo(failures);
    }
    RecordRun.of(
        inputs,
        List.of(
            predictions
                .apply("UpsertPredictions", warehouse.upsert(Tables.PREDICTIONS))
                .failuresTo(failures)),
        failures,
        services);
  }

  static BettingPolicy policy(BettingOptions options) {
    return BettingPolicy.of(
            options.getMinExpectedValue(), options.getKellyFraction(), options.getMaxStake())
        .atBooks(Splitter.on(',').trimResults().omitEmptyStrings().split(options.getBooks()));
  }

  /**
   * @throws IllegalArgumentException if the option names no method
   */
  static Devig devig(BettingOptions options) {
    return Choice.of("devig", options.getDevig(), Devig.class, Devig::name);
  }
}
