package dev.tipoff.pipelines;

import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.live.ReadMoves;
import dev.tipoff.io.live.ReplayMessages;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.MovingConsensus;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.ResolveMoves;
import dev.tipoff.transforms.prediction.MovingStakes;
import dev.tipoff.transforms.prediction.Predict;
import dev.tipoff.transforms.prediction.PredictionRequest;
import dev.tipoff.transforms.slate.OwnSlateWindows;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Phase 5 all evening: lines as they move, and soon after each move what every system says of the
 * players that it touches. The steps between a line and its predictions are those of {@link
 * PredictPipeline}, but for the two that need a whole slate, which keep it as they go.
 */
public final class PredictLivePipeline {
  /** Its name where failures are told of. */
  public static final String NAME = "predict-live";

  private PredictLivePipeline() {}

  /**
   * Builds the graph of moves that come now.
   *
   * @param launched when the job was
   * @throws IllegalArgumentException if the options name no subscription
   */
  public static void build(
      Pipeline pipeline, Instant launched, PredictLiveOptions options, Services services) {
    String subscription = options.getSubscription();
    if (subscription == null) {
      throw new IllegalArgumentException(
          "say where moves come from: --subscription=projects/PROJECT/subscriptions/NAME, or"
              + " --replay=FILE");
    }
    build(
        pipeline,
        ReadMoves.ofSubscription(subscription),
        LiveSideInputs.again(
            pipeline, launched, span("refresh", options.getRefresh()), services.warehouse()),
        launched,
        options,
        services);
  }

  /**
   * Builds the graph of moves that are replayed from a file, against what is known of their slates
   * today.
   */
  public static void replay(
      Pipeline pipeline,
      String file,
      SlateRange slates,
      Instant launched,
      PredictLiveOptions options,
      Services services) {
    LiveSideInputs lookUps = LiveSideInputs.once(pipeline, slates, services.warehouse());
    build(
        pipeline,
        ReadMoves.from(
            ReplayMessages.of(file, span("lateness", options.getLateness()))
                .after(lookUps.contents())),
        lookUps,
        launched,
        options,
        services);
  }

  /**
   * Builds the graph.
   *
   * @param moves where they come from
   * @param lookUps what is looked up
   * @param launched when the job was, for the alerts
   */
  static void build(
      Pipeline pipeline,
      ReadMoves moves,
      LiveSideInputs lookUps,
      Instant launched,
      PredictLiveOptions options,
      Services services) {
    Warehouse warehouse = services.warehouse();
    Duration patience = span("patience", options.getPatience());
    List<PCollection<Failure>> failures = new ArrayList<>();
    PCollectionView<Models> models =
        options.getModelDir() == null
            ? null
            : LoadedModels.view(pipeline, options.getModelDir(), AvailabilityMode.REPORT.id());
    PCollection<PropLine> lines =
        pipeline
            .apply("ReadMoves", moves)
            .failuresTo(failures)
            .apply(
                "ResolveMoves",
                new ResolveMoves(lookUps.players(), lookUps.schedule(), lookUps.gameLines()))
            .failuresTo(failures);
    PCollection<Failure> unstored =
        lines
            .apply("LineSlates", OwnSlateWindows.by(PropLine::getGameDate))
            .apply("Consensus", MovingConsensus.of(PredictPipeline.devig(options), patience))
            .apply(
                "Requests",
                MapElements.into(TypeDescriptor.of(PredictionRequest.class))
                    .via(line -> PredictionRequest.of(line.getValue(), line.getKey())))
            .setCoder(RowShape.coder(PredictionRequest.class))
            .apply(
                "Predict",
                Predict.with(Systems.BLIND)
                    .combinedSystems(Systems.COMBINED)
                    .marketSystems(Systems.MARKET_AWARE)
                    .policy(PredictPipeline.policy(options))
                    .features(lookUps.features())
                    .contexts(lookUps.contexts())
                    .histories(lookUps.histories())
                    .models(models)
                    .reasons(true)
                    .build())
            .failuresTo(failures)
            .apply("LimitStakes", MovingStakes.of(options.getMaxStakePerGame(), patience))
            .apply("UpsertPredictions", warehouse.upsertEach(Tables.PREDICTIONS));
    failures.add(unstored);
    LiveFailures.store(failures, NAME, launched, services);
  }

  private static Duration span(String option, String text) {
    return Duration.millis(Deadline.parse(option, text).toMillis());
  }
}
