package dev.tipoff.transforms.prediction;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMap.Found;
import dev.tipoff.transforms.slate.SlateMap.Value;
import dev.tipoff.transforms.systems.CombinedSystem;
import dev.tipoff.transforms.systems.MarketAwareSystem;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** One request: see {@link Predict}. */
final class PredictFn extends DoFn<PredictionRequest, Prediction> {
  private static final long serialVersionUID = 1L;

  private final ImmutableList<PredictionSystem> systems;
  private final ImmutableList<CombinedSystem> combinedSystems;
  private final ImmutableList<MarketAwareSystem> marketSystems;
  private final PredictionRows rows;
  private final @Nullable Instant asOf;
  private final PCollectionView<SlateMap<PlayerGameKey, FeatureVector>> features;
  private final PCollectionView<SlateMap<PlayerGameKey, GameContext>> contexts;
  private final PCollectionView<LeagueHistory> histories;
  private final @Nullable PCollectionView<Models> models;
  private final TupleTag<Failure> failures;

  /** By window, since a bundle may span slates; cleared with every bundle. */
  private transient Map<BoundedWindow, Slate> slates = new HashMap<>();

  private record Slate(
      SlateMap<PlayerGameKey, FeatureVector> features,
      SlateMap<PlayerGameKey, GameContext> contexts,
      LeagueHistory histories,
      SlateSystems systems) {}

  PredictFn(Predict predict, TupleTag<Failure> failures) {
    this.systems = predict.systems();
    this.combinedSystems = predict.combinedSystems();
    this.marketSystems = predict.marketSystems();
    this.rows = new PredictionRows(predict);
    this.asOf = predict.asOf();
    this.features = predict.features();
    this.contexts = predict.contexts();
    this.histories = predict.histories();
    this.models = predict.models();
    this.failures = failures;
  }

  @StartBundle
  public void startBundle() {
    slates = new HashMap<>();
  }

  @ProcessElement
  public void predict(ProcessContext process, BoundedWindow window) {
    PredictionRequest request = process.element();
    Slate slate =
        slates.computeIfAbsent(
            window,
            any ->
                new Slate(
                    process.sideInput(features),
                    process.sideInput(contexts),
                    process.sideInput(histories),
                    systemsOf(request.getGameDate(), process)));
    ConsensusLine line = request.getConsensus();
    if (asOf != null && line != null && !asOf.isBefore(line.getTipTime())) {
      process.output(
          failures,
          PredictFailures.failure(
              request,
              FailureCode.PAST_TIP,
              String.format(
                  "tipped off at %s, and a prediction as of %s would not be one; use backtest",
                  line.getTipTime(), asOf)));
      return;
    }
    PlayerGameKey key = request.key();
    Found<FeatureVector> vector = slate.features().find(key);
    Found<GameContext> context = slate.contexts().find(key);
    if (!(vector instanceof Value<FeatureVector> foundVector)) {
      process.output(
          failures, PredictFailures.missingFeatures(request, vector, slate.features().isEmpty()));
      return;
    }
    if (!(context instanceof Value<GameContext> foundContext)) {
      process.output(failures, PredictFailures.missingContext(request, context));
      return;
    }
    GameContext game = foundContext.value();
    FeatureVector known = foundVector.value();
    if (asOf != null && game.getReportTime() != null && game.getReportTime().isAfter(asOf)) {
      process.output(
          failures,
          PredictFailures.failure(
              request,
              FailureCode.LATE_REPORT,
              String.format(
                  "his features know an injury report of %s, later than %s; run analytics --asOf=%s"
                      + " and precompute first",
                  game.getReportTime(), asOf, asOf)));
      return;
    }
    KnownGames earlier = slate.histories().before(request.getGameDate(), game.getSeason());
    List<SlateSystems.Made> forecasts =
        slate.systems().forecasts(known, game, earlier, request.getMarket(), line);
    for (SlateSystems.Made made : forecasts) {
      process.output(rows.of(request, made, slate.systems(), known, game));
    }
    boolean any = forecasts.stream().anyMatch(made -> !knowsLine(made.kind()));
    if (!any) {
      process.output(
          failures,
          PredictFailures.failure(
              request,
              FailureCode.NO_HISTORY,
              String.format(
                  "%s has %d earlier games this season, too few for any system",
                  game.getPlayerName(), PredictionRows.games(known))));
    }
  }

  private static boolean knowsLine(SystemKind kind) {
    return kind == SystemKind.MARKET_AWARE || kind == SystemKind.MARKET;
  }

  /** The systems with what had been learned before the slate. */
  private SlateSystems systemsOf(GameDay slate, ProcessContext process) {
    return new SlateSystems(
        models == null ? SlateModels.NONE : process.sideInput(models).before(slate),
        systems,
        combinedSystems,
        marketSystems);
  }
}
