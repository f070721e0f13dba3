package dev.tipoff.transforms.prediction;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.Evaluation;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMap.Found;
import dev.tipoff.transforms.slate.SlateMap.Value;
import dev.tipoff.transforms.systems.MarketAwareSystem;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** One request: see {@link Predict}. */
final class PredictFn extends DoFn<PredictionRequest, Prediction> {
  private static final long serialVersionUID = 1L;

  private final ImmutableList<PredictionSystem> systems;
  private final ImmutableList<MarketAwareSystem> marketSystems;
  private final BettingPolicy policy;
  private final @Nullable Instant asOf;
  private final Duration lead;
  private final PCollectionView<SlateMap<PlayerGameKey, FeatureVector>> features;
  private final PCollectionView<SlateMap<PlayerGameKey, GameContext>> contexts;
  private final PCollectionView<LeagueHistory> histories;
  private final TupleTag<Failure> failures;

  /** By window, since a bundle may span slates; cleared with every bundle. */
  private transient Map<BoundedWindow, Slate> slates = new HashMap<>();

  private record Slate(
      SlateMap<PlayerGameKey, FeatureVector> features,
      SlateMap<PlayerGameKey, GameContext> contexts,
      LeagueHistory histories) {}

  PredictFn(Predict predict, TupleTag<Failure> failures) {
    this.systems = predict.systems();
    this.marketSystems = predict.marketSystems();
    this.policy = predict.policy();
    this.asOf = predict.asOf();
    this.lead = predict.lead();
    this.features = predict.features();
    this.contexts = predict.contexts();
    this.histories = predict.histories();
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
                    process.sideInput(histories)));
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
    FeatureVector blind = known.blind();
    KnownGames earlier = slate.histories().before(request.getGameDate(), game.getSeason());
    boolean any = false;
    for (PredictionSystem system : systems) {
      Optional<Forecast> forecast = system.forecast(blind, game, earlier, request.getMarket());
      if (forecast.isPresent()) {
        any = true;
        process.output(
            prediction(request, system.id(), system.kind(), forecast.get(), known, game));
      }
    }
    if (line != null) {
      for (MarketAwareSystem system : marketSystems) {
        Optional<Forecast> forecast = system.forecast(known, game, earlier, line);
        if (forecast.isPresent()) {
          process.output(
              prediction(request, system.id(), system.kind(), forecast.get(), known, game));
        }
      }
    }
    if (!any) {
      process.output(
          failures,
          PredictFailures.failure(
              request,
              FailureCode.NO_HISTORY,
              String.format(
                  "%s has %d earlier games this season, too few for any system",
                  game.getPlayerName(), games(known))));
    }
  }

  private Prediction prediction(
      PredictionRequest request,
      String systemId,
      SystemKind kind,
      Forecast forecast,
      FeatureVector known,
      GameContext game) {
    ConsensusLine line = request.getConsensus();
    Prediction.Builder prediction =
        Prediction.builder()
            .setGameDate(request.getGameDate())
            .setGameId(request.getGameId())
            .setSystemId(systemId)
            .setKind(kind)
            .setPlayer(request.getPlayer())
            .setPlayerName(game.getPlayerName())
            .setTeam(game.getTeam())
            .setOpponent(game.getOpponent())
            .setHome(game.getHome())
            .setMarket(request.getMarket())
            .setAsOf(asOf(request))
            .setMean(forecast.mean())
            .setMedian(forecast.median())
            .setSd(forecast.sd())
            .setRecommendation(Recommendation.NO_LINE)
            .setSources("")
            .setBookmaker("")
            .setGames(games(known))
            .setFeaturesHash(known.hash())
            .setQualityScore(known.quality().score())
            .setQualityFlags(known.quality().flags())
            .setEvaluated(
                game.getSeasonType().evaluated()
                    && games(known) >= Evaluation.MIN_GAMES
                    && known.get(Feature.MINUTES_MEAN_SEASON).orElse(0) >= Evaluation.MIN_MINUTES);
    if (line != null) {
      putLine(prediction, line, forecast);
    }
    return prediction.build();
  }

  /** A point has no chances, so it comes beside the first offer and decides nothing. */
  private void putLine(Prediction.Builder prediction, ConsensusLine line, Forecast forecast) {
    List<PropLine> offers = policy.offers(line);
    prediction
        .setTipTime(line.getTipTime())
        .setRecommendation(offers.isEmpty() ? Recommendation.NO_BOOK : Recommendation.PASS)
        .setSources(line.getSources())
        .setConsensusMedian(line.getMedian())
        .setLine(line.getLine())
        .setSnapshotTime(line.getSnapshotTime())
        .setBooks(line.getBooks())
        .setMarketProbabilityOver(line.getProbabilityOver().getValue());
    if (forecast.isPoint()) {
      offers.stream().findFirst().ifPresent(offer -> putOffer(prediction, offer));
      return;
    }
    prediction
        .setProbabilityOver(forecast.probabilityOver(line.getLine()))
        .setProbabilityPush(forecast.probabilityPush(line.getLine()))
        .setStake(0.0);
    policy
        .decide(line, forecast)
        .ifPresent(
            decision ->
                putOffer(prediction, decision.offer())
                    .setRecommendation(decision.recommendation())
                    .setExpectedValue(decision.expectedValue())
                    .setStake(decision.stake()));
  }

  private static Prediction.Builder putOffer(Prediction.Builder prediction, PropLine offer) {
    return prediction
        .setBookmaker(offer.getBookmaker())
        .setOverOdds(offer.getOverOdds())
        .setUnderOdds(offer.getUnderOdds());
  }

  /** In a backtest the last moment before the tip, or before the slate where no tip is known. */
  private Instant asOf(PredictionRequest request) {
    if (asOf != null) {
      return asOf;
    }
    ConsensusLine line = request.getConsensus();
    return line == null
        ? request.getGameDate().firstInstant()
        : line.getTipTime().minus(Math.max(1, lead.getMillis()));
  }

  private static int games(FeatureVector known) {
    return (int) known.get(Feature.GAMES_SEASON).orElse(0);
  }
}
