package dev.tipoff.transforms.prediction;

import dev.tipoff.transforms.availability.AvailabilityBasis;
import dev.tipoff.transforms.features.Evaluation;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;
import java.io.Serializable;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** What systems forecast, as rows beside the line and with what to do about it. */
final class PredictionRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BettingPolicy policy;
  private final boolean reasons;
  private final @Nullable Instant asOf;
  private final Duration lead;

  PredictionRows(Predict predict) {
    this.policy = predict.policy();
    this.reasons = predict.reasons();
    this.asOf = predict.asOf();
    this.lead = predict.lead();
  }

  /** The row of a forecast. */
  Prediction of(
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

  /** The time that a request is made as of; absent in a backtest. */
  @Nullable Instant given(PredictionRequest request) {
    return request.getAsOf() != null ? request.getAsOf() : asOf;
  }

  /** In a backtest the last moment before the tip, or before the slate where no tip is known. */
  private Instant asOf(PredictionRequest request) {
    Instant given = given(request);
    if (given != null) {
      return given;
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

  /** How many games of the season the player has played. */
  static int games(FeatureVector known) {
    return (int) known.get(Feature.GAMES_SEASON).orElse(0);
  }
}
