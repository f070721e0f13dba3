package dev.tipoff.transforms.grading;

import static dev.tipoff.transforms.Invented.NAME;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.tip;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.prediction.InventedPrediction;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Predictions of Zed's points, and what became of them. */
final class Predictions {
  private Predictions() {}

  /** 21 points without a line. */
  static Prediction.Builder unlined(String gameId, GameDay day) {
    return InventedPrediction.withoutLine()
        .setGameDate(day)
        .setGameId(gameId)
        .setSystemId("fake")
        .setAsOf(tip(day).minus(1))
        .setMean(21)
        .setMedian(20.5)
        .setSd(5);
  }

  /** The same beside a line of 22 at +150 and -200. */
  static Prediction.Builder lined(String gameId, GameDay day, Recommendation recommendation) {
    return unlined(gameId, day)
        .setTipTime(tip(day))
        .setRecommendation(recommendation)
        .setSources("oddsapi")
        .setConsensusMedian(22.0)
        .setLine(Line.of(22))
        .setBookmaker("alphabet")
        .setOverOdds(AmericanOdds.of(150))
        .setUnderOdds(AmericanOdds.of(-200))
        .setSnapshotTime(tip(day).minus(60_000))
        .setBooks(1)
        .setProbabilityOver(0.4)
        .setProbabilityPush(0.1)
        .setMarketProbabilityOver(0.38)
        .setExpectedValue(0.07)
        .setStake(0.01);
  }

  /** A prediction of 20 points that was held against the actual ones, without a line. */
  static GradedPrediction.Builder graded(String gameId, GameDay day, @Nullable Integer actual) {
    return GradedPrediction.builder()
        .setGameDate(day)
        .setGameId(gameId)
        .setSeason(Season.of(day).label())
        .setSystemId("fake")
        .setKind(SystemKind.BLIND)
        .setPlayer(ZED)
        .setPlayerName(NAME)
        .setMarket(Market.POINTS)
        .setAsOf(tip(day).minus(1))
        .setAvailability("unknown")
        .setMean(20)
        .setMedian(20)
        .setSd(5)
        .setSources("")
        .setBookmaker("")
        .setRecommendation(Recommendation.NO_LINE)
        .setOutcome(Outcome.NO_LINE)
        .setActual(actual)
        .setError(actual == null ? null : 20.0 - actual)
        .setEvaluated(true);
  }

  /** The same beside a line with this chance of the over, no bet made. */
  static GradedPrediction.Builder against(
      String gameId, GameDay day, @Nullable Integer actual, double line, double over) {
    return graded(gameId, day, actual)
        .setSources("oddsapi")
        .setConsensusMedian(line)
        .setLine(Line.of(line))
        .setBookmaker("alphabet")
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(-110))
        .setProbabilityOver(over)
        .setProbabilityPush(0.0)
        .setMarketProbabilityOver(0.5)
        .setRecommendation(Recommendation.PASS)
        .setExpectedValue(0.0)
        .setStake(0.0)
        .setOutcome(actual == null ? Outcome.VOID : Outcome.NO_BET);
  }
}
