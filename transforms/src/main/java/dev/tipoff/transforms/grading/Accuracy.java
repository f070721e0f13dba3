package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.systems.SystemKind;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Sums over graded predictions from which every figure of a metrics row follows. Pushes count for
 * the errors and not for the chances; voids count for nothing.
 */
public final class Accuracy implements Serializable {
  private static final int BINS = 10;

  /** 97.5 % quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private static final double LEAST_CHANCE = 1e-6;

  private long n;
  private double medianError;
  private double meanError;
  private double squaredError;
  private double bias;
  private long chances;
  private double brier;
  private double logLoss;
  private final long[] binCount = new long[BINS];
  private final double[] binChance = new double[BINS];
  private final long[] binOver = new long[BINS];
  private long bets;
  private long wins;
  private long pushes;
  private double profit;

  void add(GradedPrediction row) {
    Integer actual = row.getActual();
    if (actual == null) {
      return;
    }
    n++;
    medianError += Math.abs(row.getMedian() - actual);
    meanError += Math.abs(row.getMean() - actual);
    squaredError += (row.getMean() - actual) * (row.getMean() - actual);
    bias += row.getMean() - actual;
    Double chance = chanceGivenNoPush(row);
    if (row.getLine() != null && chance != null && actual != row.getLine().getValue()) {
      addChance(chance, actual > row.getLine().getValue());
    }
    if (row.getProfit() != null) {
      bets++;
      wins += row.getOutcome() == Outcome.WIN ? 1 : 0;
      pushes += row.getOutcome() == Outcome.PUSH ? 1 : 0;
      profit += row.getProfit();
    }
  }

  private static @Nullable Double chanceGivenNoPush(GradedPrediction row) {
    if (row.getKind() == SystemKind.MARKET) {
      return row.getMarketProbabilityOver();
    }
    Double over = row.getProbabilityOver();
    Double push = row.getProbabilityPush();
    return over == null || push == null ? null : over / Math.max(1 - push, 1e-12);
  }

  private void addChance(double chance, boolean over) {
    chances++;
    brier += (chance - (over ? 1 : 0)) * (chance - (over ? 1 : 0));
    logLoss -= Math.log(Math.max(LEAST_CHANCE, over ? chance : 1 - chance));
    int bin = Math.min(BINS - 1, (int) (chance * BINS));
    binCount[bin]++;
    binChance[bin] += chance;
    binOver[bin] += over ? 1 : 0;
  }

  void addAll(Accuracy other) {
    n += other.n;
    medianError += other.medianError;
    meanError += other.meanError;
    squaredError += other.squaredError;
    bias += other.bias;
    chances += other.chances;
    brier += other.brier;
    logLoss += other.logLoss;
    for (int i = 0; i < BINS; i++) {
      binCount[i] += other.binCount[i];
      binChance[i] += other.binChance[i];
      binOver[i] += other.binOver[i];
    }
    bets += other.bets;
    wins += other.wins;
    pushes += other.pushes;
    profit += other.profit;
  }

  /** Rows whose player played. */
  public long n() {
    return n;
  }

  /** Mean absolute error of the forecasts' medians. */
  public double medianAbsoluteError() {
    return medianError / n;
  }

  /** Mean absolute error of the forecasts' means. */
  public double meanAbsoluteError() {
    return meanError / n;
  }

  /** Root of the mean squared error of the forecasts' means. */
  public double rootMeanSquaredError() {
    return Math.sqrt(squaredError / n);
  }

  /** Mean of forecast mean minus actual. */
  public double bias() {
    return bias / n;
  }

  /** Mean squared error of the chance of the over; empty without chances. */
  public OptionalDouble brier() {
    return chances == 0 ? OptionalDouble.empty() : OptionalDouble.of(brier / chances);
  }

  /** Mean negative log likelihood of what happened, chances cut at 1e-6; empty without chances. */
  public OptionalDouble logLoss() {
    return chances == 0 ? OptionalDouble.empty() : OptionalDouble.of(logLoss / chances);
  }

  /**
   * Expected calibration error over ten bins of equal width (Naeini, Cooper, Hauskrecht, AAAI
   * 2015); empty without chances.
   */
  public OptionalDouble calibrationError() {
    if (chances == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += Math.abs(binChance[i] - binOver[i]);
    }
    return OptionalDouble.of(sum / chances);
  }

  /** Bets on players who played, pushes included. */
  public long bets() {
    return bets;
  }

  /** Wins over wins and losses; empty without either. */
  public OptionalDouble hitRate() {
    long decided = bets - pushes;
    return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) wins / decided);
  }

  /** Lower end of the hit rate's 95 % interval (Wilson, JASA 1927); empty without a hit rate. */
  public OptionalDouble hitRateLow() {
    return wilson(-Z);
  }

  /** Upper end of the hit rate's 95 % interval (Wilson, JASA 1927); empty without a hit rate. */
  public OptionalDouble hitRateHigh() {
    return wilson(Z);
  }

  private OptionalDouble wilson(double z) {
    long decided = bets - pushes;
    if (decided == 0) {
      return OptionalDouble.empty();
    }
    double p = (double) wins / decided;
    double centre = p + z * z / (2 * decided);
    double half =
        Math.abs(z) * Math.sqrt(p * (1 - p) / decided + z * z / (4.0 * decided * decided));
    double bound = (centre + Math.signum(z) * half) / (1 + z * z / decided);
    // The interval holds the rate and stays in [0, 1], whatever rounding does at its ends.
    return OptionalDouble.of(
        z < 0 ? Math.max(0, Math.min(p, bound)) : Math.min(1, Math.max(p, bound)));
  }

  /** Units won for each unit staked, at one unit a bet; empty without bets. */
  public OptionalDouble returnOnInvestment() {
    return bets == 0 ? OptionalDouble.empty() : OptionalDouble.of(profit / bets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Accuracy that && figures().equals(that.figures());
  }

  @Override
  public int hashCode() {
    return figures().hashCode();
  }

  private List<Object> figures() {
    return List.of(
        n,
        medianError,
        meanError,
        squaredError,
        bias,
        chances,
        brier,
        logLoss,
        Arrays.toString(binCount),
        Arrays.toString(binChance),
        Arrays.toString(binOver),
        bets,
        wins,
        pushes,
        profit);
  }
}
