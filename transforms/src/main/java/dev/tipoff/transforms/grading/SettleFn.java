package dev.tipoff.transforms.grading;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One game: see {@link Grade}. */
final class SettleFn extends DoFn<KV<String, CoGbkResult>, GradedPrediction> {
  private static final long serialVersionUID = 1L;

  private final TupleTag<Prediction> predictionsTag;
  private final TupleTag<PlayerGame> gamesTag;
  private final Counter pending = Metrics.counter(Grade.class, "predictions-pending");

  SettleFn(TupleTag<Prediction> predictionsTag, TupleTag<PlayerGame> gamesTag) {
    this.predictionsTag = predictionsTag;
    this.gamesTag = gamesTag;
  }

  @ProcessElement
  public void settle(
      @Element KV<String, CoGbkResult> game, OutputReceiver<GradedPrediction> output) {
    Map<PlayerKey, PlayerGame> boxScores = new HashMap<>();
    for (PlayerGame boxScore : game.getValue().getAll(gamesTag)) {
      boxScores.put(boxScore.getPlayer(), boxScore);
    }
    for (Prediction prediction : game.getValue().getAll(predictionsTag)) {
      if (boxScores.isEmpty()) {
        pending.inc();
      } else {
        PlayerGame boxScore = boxScores.get(prediction.getPlayer());
        output.output(
            grade(prediction, boxScore == null ? null : prediction.getMarket().actual(boxScore)));
      }
    }
  }

  static GradedPrediction grade(Prediction prediction, @Nullable Integer actual) {
    Outcome outcome = outcome(prediction, actual);
    return GradedPrediction.builder()
        .setGameDate(prediction.getGameDate())
        .setGameId(prediction.getGameId())
        .setSeason(Season.of(prediction.getGameDate()).label())
        .setSystemId(prediction.getSystemId())
        .setKind(prediction.getKind())
        .setPlayer(prediction.getPlayer())
        .setPlayerName(prediction.getPlayerName())
        .setMarket(prediction.getMarket())
        .setAsOf(prediction.getAsOf())
        .setMean(prediction.getMean())
        .setMedian(prediction.getMedian())
        .setSd(prediction.getSd())
        .setSources(prediction.getSources())
        .setConsensusMedian(prediction.getConsensusMedian())
        .setLine(prediction.getLine())
        .setBookmaker(prediction.getBookmaker())
        .setOverOdds(prediction.getOverOdds())
        .setUnderOdds(prediction.getUnderOdds())
        .setProbabilityOver(prediction.getProbabilityOver())
        .setProbabilityPush(prediction.getProbabilityPush())
        .setMarketProbabilityOver(prediction.getMarketProbabilityOver())
        .setRecommendation(prediction.getRecommendation())
        .setExpectedValue(prediction.getExpectedValue())
        .setStake(prediction.getStake())
        .setOutcome(outcome)
        .setActual(actual)
        .setError(actual == null ? null : prediction.getMean() - actual)
        .setProfit(profit(prediction, outcome))
        .setEvaluated(prediction.getEvaluated())
        .build();
  }

  private static Outcome outcome(Prediction prediction, @Nullable Integer actual) {
    if (prediction.getLine() == null) {
      return Outcome.NO_LINE;
    }
    if (actual == null) {
      return Outcome.VOID;
    }
    double line = prediction.getLine().getValue();
    return switch (prediction.getRecommendation()) {
      case OVER -> actual == line ? Outcome.PUSH : actual > line ? Outcome.WIN : Outcome.LOSS;
      case UNDER -> actual == line ? Outcome.PUSH : actual < line ? Outcome.WIN : Outcome.LOSS;
      case PASS -> Outcome.NO_BET;
      case NO_LINE -> Outcome.NO_LINE;
    };
  }

  private static @Nullable Double profit(Prediction prediction, Outcome outcome) {
    return switch (outcome) {
      case WIN -> price(prediction).toDecimal().getValue() - 1;
      case LOSS -> -1.0;
      case PUSH -> 0.0;
      case VOID ->
          prediction.getRecommendation() == Recommendation.OVER
                  || prediction.getRecommendation() == Recommendation.UNDER
              ? 0.0
              : null;
      case NO_BET, NO_LINE -> null;
    };
  }

  private static AmericanOdds price(Prediction prediction) {
    AmericanOdds price =
        prediction.getRecommendation() == Recommendation.OVER
            ? prediction.getOverOdds()
            : prediction.getUnderOdds();
    return Preconditions.checkNotNull(price, "a bet without a price: %s", prediction);
  }
}
