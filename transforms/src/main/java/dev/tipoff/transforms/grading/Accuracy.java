package dev.tipoff.transforms.grading;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Sums over graded predictions from which every figure of a metrics row follows, bit by bit the
 * same in whatever order they come. Pushes count for the errors and not for the chances; voids
 * count for nothing.
 */
public final class Accuracy implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ErrorSums errors = new ErrorSums();
  private final ByDay vsLine = new ByDay();
  private final ByDay vsMarketMean = new ByDay();
  private final ByDay vsPriceAdjusted = new ByDay();
  private final ChanceSums chances = new ChanceSums();
  private final BetSums bets = new BetSums();

  /** Counts a row for the errors alone, as if it had no line. */
  void addErrors(GradedPrediction row) {
    Integer actual = row.getActual();
    if (actual != null) {
      errors.add(row, actual);
    }
  }

  void add(GradedPrediction row) {
    addErrors(row);
    Integer actual = row.getActual();
    if (actual == null || row.getLine() == null) {
      return;
    }
    double error = Math.abs(row.getMedian() - actual);
    compare(vsLine, row, error, row.getConsensusMedian(), actual);
    compare(vsMarketMean, row, error, row.getMarketMean(), actual);
    compare(vsPriceAdjusted, row, error, row.getMarketPriceAdjusted(), actual);
    chances.add(row, actual, row.getLine().getValue());
    bets.add(row);
  }

  private static void compare(
      ByDay against, GradedPrediction row, double error, @Nullable Double yardstick, int actual) {
    if (yardstick != null) {
      against.add(row.getGameDate(), error - Math.abs(yardstick - actual));
    }
  }

  void addAll(Accuracy other) {
    errors.addAll(other.errors);
    vsLine.addAll(other.vsLine);
    vsMarketMean.addAll(other.vsMarketMean);
    vsPriceAdjusted.addAll(other.vsPriceAdjusted);
    chances.addAll(other.chances);
    bets.addAll(other.bets);
  }

  /** Rows whose player played. */
  public long n() {
    return errors.rows();
  }

  /** Mean absolute error of the forecasts' medians. */
  public double medianAbsoluteError() {
    return errors.median();
  }

  /** Mean absolute error of the forecasts' means. */
  public double meanAbsoluteError() {
    return errors.mean();
  }

  /** Root of the mean squared error of the forecasts' means. */
  public double rootMeanSquaredError() {
    return errors.rootMeanSquare();
  }

  /** Mean of forecast mean minus actual. */
  public double bias() {
    return errors.bias();
  }

  /** How often the middle half of the forecasts held what happened; empty for points. */
  public OptionalDouble coverage50() {
    return errors.in50();
  }

  /** How often the middle 80 % held it. */
  public OptionalDouble coverage80() {
    return errors.in80();
  }

  /** How often the middle 90 % held it. */
  public OptionalDouble coverage90() {
    return errors.in90();
  }

  /**
   * Mean absolute error of the medians, less that of the median of the books' lines on the same
   * rows; empty without a line.
   */
  public Optional<Estimate> vsLine() {
    return vsLine.estimate();
  }

  /** The same against the mean of the books' lines. */
  public Optional<Estimate> vsMarketMean() {
    return vsMarketMean.estimate();
  }

  /** The same against the mean of the lines as their prices move them. */
  public Optional<Estimate> vsPriceAdjusted() {
    return vsPriceAdjusted.estimate();
  }

  /** Mean squared error of the chance of the over; empty without chances. */
  public OptionalDouble brier() {
    return chances.brier();
  }

  /** Mean negative log likelihood of what happened, chances cut at 1e-6; empty without chances. */
  public OptionalDouble logLoss() {
    return chances.logLoss();
  }

  /** The market's {@link #brier} on the same rows; empty for the market itself. */
  public OptionalDouble marketBrier() {
    return chances.marketBrier();
  }

  /** The market's {@link #logLoss} on the same rows; empty for the market itself. */
  public OptionalDouble marketLogLoss() {
    return chances.marketLogLoss();
  }

  /** Log loss less the market's on the same rows; empty for the market itself. */
  public Optional<Estimate> vsMarketLogLoss() {
    return chances.vsMarketLogLoss();
  }

  /**
   * Expected calibration error over ten bins of as many rows each (M. P. Naeini, G. F. Cooper and
   * M. Hauskrecht, AAAI 2015); empty without chances.
   */
  public OptionalDouble calibrationError() {
    return chances.reliability().error();
  }

  /**
   * What the {@link #calibrationError} of somebody who knows the chances would stay below in 95 of
   * 100 such samples; empty without chances.
   */
  public OptionalDouble calibrationBand() {
    return chances.reliability().band();
  }

  /** The bins of the {@link #calibrationError}, by rising chance. */
  public List<ReliabilityBin> reliability() {
    return chances.reliability().bins();
  }

  /** Bets on players who played, pushes included. */
  public long bets() {
    return bets.bets();
  }

  /** Wins over wins and losses; empty without either. */
  public OptionalDouble hitRate() {
    return bets.hitRate();
  }

  /** Lower end of the hit rate's 95 % interval; empty without a hit rate. */
  public OptionalDouble hitRateLow() {
    return bets.wilson(-Estimate.Z);
  }

  /** Upper end of the hit rate's 95 % interval; empty without a hit rate. */
  public OptionalDouble hitRateHigh() {
    return bets.wilson(Estimate.Z);
  }

  /** Units won for each unit staked, at one unit a bet; empty without bets. */
  public Optional<Estimate> returnOnInvestment() {
    return bets.returnOnInvestment();
  }

  /**
   * What the market came to think of the bets at its close, per unit staked; empty where no bet was
   * seen a later line of.
   */
  public Optional<Estimate> closingLineValue() {
    return bets.closingLineValue();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Accuracy that
        && errors.equals(that.errors)
        && vsLine.equals(that.vsLine)
        && vsMarketMean.equals(that.vsMarketMean)
        && vsPriceAdjusted.equals(that.vsPriceAdjusted)
        && chances.equals(that.chances)
        && bets.equals(that.bets);
  }

  @Override
  public int hashCode() {
    return Objects.hash(errors, chances, bets);
  }
}
