package dev.tipoff.io.site;

import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two invented days on which predictions came true or did not. */
record InventedResults(List<GradedPrediction> graded, List<SystemDailyPerformance> performance) {

  static InventedResults of(List<Prediction> predictions) {
    List<GradedPrediction> graded = new ArrayList<>();
    List<SystemDailyPerformance> performance = new ArrayList<>();
    for (int back = 1; back <= 2; back++) {
      GameDay day = InventedSlate.DAY.plusDays(-back);
      predictions.forEach(prediction -> graded.add(settled(prediction, day)));
      for (Market market : Market.values()) {
        for (String system : List.of("exponential_mean", "moving_average")) {
          performance.add(
              InventedSlate.performance()
                  .setGameDate(day)
                  .setSystemId(system)
                  .setMarket(market)
                  .setMeanAbsoluteError(4.0 + market.ordinal())
                  .build());
        }
      }
    }
    return new InventedResults(graded, performance);
  }

  private static GradedPrediction settled(Prediction prediction, GameDay day) {
    String seed = day + prediction.getPlayer().getId();
    Integer actual =
        seed.hashCode() % 9 == 0
            ? null
            : Integer.valueOf(
                Math.max(
                    0,
                    (int)
                        Math.rint(
                            prediction.getMedian() / 2
                                + 5 * new Random(seed.hashCode()).nextGaussian())));
    Line line = prediction.getLine();
    boolean over = prediction.getRecommendation() == Recommendation.OVER;
    Outcome outcome =
        line == null
            ? Outcome.NO_LINE
            : actual == null
                ? Outcome.VOID
                : !Pick.isBet(prediction.getRecommendation())
                    ? Outcome.NO_BET
                    : actual == line.getValue()
                        ? Outcome.PUSH
                        : over == actual > line.getValue() ? Outcome.WIN : Outcome.LOSS;
    return InventedSlate.graded()
        .setGameDate(day)
        .setGameId(prediction.getGameId() + day)
        .setSystemId(prediction.getSystemId())
        .setKind(prediction.getKind())
        .setPlayer(prediction.getPlayer())
        .setPlayerName(prediction.getPlayerName())
        .setMarket(prediction.getMarket())
        .setMean(prediction.getMean())
        .setLine(line)
        .setOverOdds(prediction.getOverOdds())
        .setUnderOdds(prediction.getUnderOdds())
        .setRecommendation(prediction.getRecommendation())
        .setOutcome(outcome)
        .setActual(actual)
        .setError(actual == null ? null : prediction.getMean() - actual)
        .setProfit(
            switch (outcome) {
              case WIN -> 0.91;
              case LOSS -> -1.0;
              case PUSH -> 0.0;
              case VOID -> Pick.isBet(prediction.getRecommendation()) ? 0.0 : null;
              case NO_BET, NO_LINE -> null;
            })
        .build();
  }
}
