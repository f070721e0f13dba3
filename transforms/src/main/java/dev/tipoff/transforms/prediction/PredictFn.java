package dev.tipoff.transforms.prediction;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.availability.AvailabilityBasis;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.Evaluation;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.models.Models;
import dev.tipoff.transforms.models.SlateModels;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;
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
import org.joda.time.Duration;
import org.joda.time.Instant;

/** One request: see {@link Predict}. */
final class PredictFn extends DoFn<PredictionRequest, Prediction> {
  private static final long serialVersionUID = 1L;

  private final ImmutableList<PredictionSystem> systems;
  private final ImmutableList<CombinedSystem> combinedSystems;
  private final ImmutableList<MarketAwareSystem> marketSystems;
  private final BettingPolicy policy;
  private final boolean reasons;
  private final @Nullable Instant asOf;
  private final Duration lead;
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
    this.policy = predict.policy();
    this.reasons = predict.reasons();
    this.asOf = predict.asOf();
    this.lead = predict.lead();
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
      process.output(prediction(request, made, slate.systems(), known, game));
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
                  game.getPlayerName(), games(known))));
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

  private Prediction prediction(
      PredictionRequest request,
      SlateSystems.Made made,
      SlateSystems learned,
      FeatureVector known,
      GameContext game) {
    Forecast forecast = made.forecast();
    ConsensusLine line = request.getConsensus();
    Prediction.Builder prediction =
        Prediction.builder()
            .setGameDate(request.getGameDate())
            .setGameId(request.getGameId())
            .setSystemId(made.system())
            .setKind(made.kind())
            .setPlayer(request.getPlayer())
            .setPlayerName(game.getPlayerName())
            .setTeam(game.getTeam())
            .setOpponent(game.getOpponent())
            .setHome(game.getHome())
            .setMarket(request.getMarket())
            .setAsOf(asOf(request))
            .setAvailability(basis(known, game).id())
            .setMean(forecast.mean())
            .setMedian(forecast.median())
            .setSd(forecast.sd())
            .intervalsOf(forecast)
            .setRecommendation(Recommendation.NO_LINE)
            .setSources("")
            .setBookmaker("")
            .setGames(games(known))
            .setFeaturesHash(known.hash())
            .setQualityScore(known.quality().score())
            .setQualityFlags(known.quality().flags())
            .setReasons(reasons ? Reasons.text(made.reasons().get()) : "")
            .setEvaluated(Evaluation.of(game, known));
    if (line != null) {
      putLine(prediction, line, made, learned);
    }
    return prediction.build();
  }

  /** A point has no chances, so it comes beside the first offer and decides nothing. */
  private void putLine(
      Prediction.Builder prediction,
      ConsensusLine line,
      SlateSystems.Made made,
      SlateSystems learned) {
    List<PropLine> offers = policy.offers(line);
    prediction
        .setTipTime(line.getTipTime())
        .setRecommendation(offers.isEmpty() ? Recommendation.NO_BOOK : Recommendation.PASS)
        .setSources(line.getSources())
        .setConsensusMedian(line.getMedian())
        .setMarketMean(line.getMean())
        .setMarketPriceAdjusted(line.getPriceAdjusted())
        .setLine(line.getLine())
        .setSnapshotTime(line.getSnapshotTime())
        .setBooks(line.getBooks())
        .setMarketProbabilityOver(line.getProbabilityOver().getValue());
    if (made.forecast().isPoint()) {
      offers.stream().findFirst().ifPresent(offer -> putOffer(prediction, offer));
      return;
    }
    Forecast forecast =
        made.forecast()
            .withOverGivenNoPush(
                line.getLine(),
                learned
                    .calibration(made.system(), line.getMarket())
                    .of(made.forecast().overGivenNoPush(line.getLine())));
    prediction
        .setProbabilityOver(forecast.probabilityOver(line.getLine()))
        .setProbabilityPush(forecast.probabilityPush(line.getLine()))
        .setStake(0.0);
    policy
        .demanding(learned.threshold(made.system(), line.getMarket()).orElse(0))
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

  /** A report that came too late for his features is none. */
  private static AvailabilityBasis basis(FeatureVector known, GameContext game) {
    return known.get(Feature.INJURY_RISK).isPresent()
        ? AvailabilityBasis.of(game.getReportSource())
        : AvailabilityBasis.UNKNOWN;
  }

  private static int games(FeatureVector known) {
    return (int) known.get(Feature.GAMES_SEASON).orElse(0);
  }
}
