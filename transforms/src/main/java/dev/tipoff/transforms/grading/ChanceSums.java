package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.systems.SystemKind;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How good the chances of an over were, given that there is no push, and how good the market's. */
final class ChanceSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double LEAST_CHANCE = 1e-6;

  private static final int BRIER = 0;
  private static final int LOG_LOSS = 1;
  private static final int MARKET_BRIER = 2;
  private static final int MARKET_LOG_LOSS = 3;

  private final ExactSums sums = new ExactSums(4);
  private final Reliability reliability = new Reliability();
  private final ByDay vsMarket = new ByDay();
  private long rows;

  /** Rows of systems that have a chance of their own beside the market's. */
  private long paired;

  void add(GradedPrediction row, int actual, double line) {
    Double market = row.getMarketProbabilityOver();
    boolean itself = row.getKind() == SystemKind.MARKET;
    Double chance =
        ForecastMarks.over(
            row.getKind(), row.getProbabilityOver(), row.getProbabilityPush(), market);
    if (chance == null || actual == line) {
      return;
    }
    boolean over = actual > line;
    double loss = logLoss(chance, over);
    rows++;
    sums.add(BRIER, ForecastMarks.brier(chance, over));
    sums.add(LOG_LOSS, loss);
    reliability.add(chance, over);
    if (!itself && market != null) {
      double marketLoss = logLoss(market, over);
      paired++;
      sums.add(MARKET_BRIER, ForecastMarks.brier(market, over));
      sums.add(MARKET_LOG_LOSS, marketLoss);
      vsMarket.add(row.getGameDate(), loss - marketLoss);
    }
  }

  private static double logLoss(double chance, boolean over) {
    return -Math.log(Math.max(LEAST_CHANCE, over ? chance : 1 - chance));
  }

  void addAll(ChanceSums other) {
    rows += other.rows;
    paired += other.paired;
    sums.addAll(other.sums, 0);
    reliability.addAll(other.reliability);
    vsMarket.addAll(other.vsMarket);
  }

  OptionalDouble brier() {
    return mean(BRIER, rows);
  }

  OptionalDouble logLoss() {
    return mean(LOG_LOSS, rows);
  }

  OptionalDouble marketBrier() {
    return mean(MARKET_BRIER, paired);
  }

  OptionalDouble marketLogLoss() {
    return mean(MARKET_LOG_LOSS, paired);
  }

  Optional<Estimate> vsMarketLogLoss() {
    return vsMarket.estimate();
  }

  Reliability reliability() {
    return reliability;
  }

  private OptionalDouble mean(int sum, long count) {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums.get(sum) / count);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChanceSums that
        && rows == that.rows
        && paired == that.paired
        && sums.equals(that.sums)
        && reliability.equals(that.reliability)
        && vsMarket.equals(that.vsMarket);
  }

  @Override
  public int hashCode() {
    return sums.hashCode();
  }
}
