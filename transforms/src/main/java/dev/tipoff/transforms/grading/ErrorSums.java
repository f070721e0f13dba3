package dev.tipoff.transforms.grading;

import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How far forecasts lay from what happened, and how often their intervals held it. */
final class ErrorSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MEDIAN = 0;
  private static final int MEAN = 1;
  private static final int SQUARE = 2;
  private static final int BIAS = 3;
  private static final int IN_50 = 4;
  private static final int IN_80 = 5;
  private static final int IN_90 = 6;

  private final ExactSums sums = new ExactSums(7);
  private long rows;

  /** Rows of forecasts that have intervals. */
  private long spread;

  void add(GradedPrediction row, int actual) {
    double error = row.getMean() - actual;
    rows++;
    sums.add(MEDIAN, Math.abs(row.getMedian() - actual));
    sums.add(MEAN, Math.abs(error));
    sums.add(SQUARE, error * error);
    sums.add(BIAS, error);
    if (row.getLow50() != null) {
      spread++;
      sums.add(IN_50, inside(row.getLow50(), row.getHigh50(), actual));
      sums.add(IN_80, inside(row.getLow80(), row.getHigh80(), actual));
      sums.add(IN_90, inside(row.getLow90(), row.getHigh90(), actual));
    }
  }

  /**
   * How much of what the outcome stands for, from half below it to half above, an interval holds.
   * Of the right forecast that is on average just the interval's share, also where outcomes are few
   * (the randomised probability integral transform; C. Czado, T. Gneiting and L. Held, "Predictive
   * Model Assessment for Count Data", Biometrics 65 (2009)).
   */
  private static double inside(@Nullable Double low, @Nullable Double high, int actual) {
    double from = Math.max(Objects.requireNonNull(low), actual - 0.5);
    double to = Math.min(Objects.requireNonNull(high), actual + 0.5);
    return Math.max(0, to - from);
  }

  void addAll(ErrorSums other) {
    rows += other.rows;
    spread += other.spread;
    sums.addAll(other.sums, 0);
  }

  long rows() {
    return rows;
  }

  double median() {
    return sums.get(MEDIAN) / rows;
  }

  double mean() {
    return sums.get(MEAN) / rows;
  }

  double rootMeanSquare() {
    return Math.sqrt(sums.get(SQUARE) / rows);
  }

  double bias() {
    return sums.get(BIAS) / rows;
  }

  OptionalDouble in50() {
    return share(IN_50);
  }

  OptionalDouble in80() {
    return share(IN_80);
  }

  OptionalDouble in90() {
    return share(IN_90);
  }

  private OptionalDouble share(int sum) {
    return spread == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums.get(sum) / spread);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorSums that
        && rows == that.rows
        && spread == that.spread
        && sums.equals(that.sums);
  }

  @Override
  public int hashCode() {
    return sums.hashCode();
  }
}
