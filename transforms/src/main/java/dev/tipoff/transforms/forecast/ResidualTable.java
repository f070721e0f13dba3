package dev.tipoff.transforms.forecast;

import com.google.common.base.Preconditions;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How far outcomes lie from a forecast of so much, as they lay out of sample: quantiles of the
 * residuals by the level of the forecast, with levels between two rows interpolated. That makes a
 * discrete distribution as skewed as the data are, without a family to choose (split conformal
 * prediction; J. Lei et al., "Distribution-Free Predictive Inference for Regression", Journal of
 * the American Statistical Association 113 (2018)).
 *
 * <p>An outcome k stands for the interval from k - 1/2 to k + 1/2.
 */
public final class ResidualTable implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int ROWS = 8;
  private static final int QUANTILES = 199;

  /** Into so many parts an outcome's interval is cut, so that quantiles do not step. */
  private static final int PARTS = 5;

  /** Beyond the outermost quantile by so much there is nothing to tell apart. */
  private static final double FADED = 15;

  /** Mean forecast of each row, rising. */
  private final double[] levels;

  private final double[][] quantiles;

  private ResidualTable(double[] levels, double[][] quantiles) {
    this.levels = levels;
    this.quantiles = quantiles;
  }

  /**
   * The table of forecasts and what came of them, in any order.
   *
   * @throws IllegalArgumentException if there are fewer than ten for each row
   */
  public static ResidualTable of(double[] forecasts, double[] outcomes) {
    Preconditions.checkArgument(
        forecasts.length == outcomes.length && forecasts.length >= 10 * ROWS,
        "%s forecasts and %s outcomes make no table of residuals",
        forecasts.length,
        outcomes.length);
    int[] order =
        IntStream.range(0, forecasts.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> forecasts[i])
                    .thenComparingDouble(i -> outcomes[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] levels = new double[ROWS];
    double[][] quantiles = new double[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      int from = (int) ((long) row * order.length / ROWS);
      int to = (int) ((long) (row + 1) * order.length / ROWS);
      levels[row] =
          Arrays.stream(order, from, to).mapToDouble(i -> forecasts[i]).average().orElseThrow();
      double[] residuals =
          Arrays.stream(order, from, to)
              .mapToDouble(i -> outcomes[i] - forecasts[i])
              .flatMap(ResidualTable::spread)
              .sorted()
              .toArray();
      quantiles[row] = new double[QUANTILES];
      for (int i = 0; i < QUANTILES; i++) {
        quantiles[row][i] = residuals[(int) ((i + 0.5) / QUANTILES * residuals.length)];
      }
    }
    return new ResidualTable(levels, quantiles);
  }

  private static DoubleStream spread(double residual) {
    return IntStream.range(0, PARTS).mapToDouble(part -> residual - 0.5 + (part + 0.5) / PARTS);
  }

  /**
   * A table as {@link #levels} and {@link #quantiles} gave it.
   *
   * @throws IllegalArgumentException if it has another shape
   */
  public static ResidualTable restore(double[] levels, double[][] quantiles) {
    Preconditions.checkArgument(
        levels.length == ROWS
            && quantiles.length == ROWS
            && Arrays.stream(quantiles).allMatch(row -> row.length == QUANTILES),
        "a table of residuals has %s rows of %s quantiles",
        ROWS,
        QUANTILES);
    return new ResidualTable(levels.clone(), copy(quantiles));
  }

  /** The mean forecast of each row, rising. */
  public double[] levels() {
    return levels.clone();
  }

  /** The quantiles of each row's residuals, rising. */
  public double[][] quantiles() {
    return copy(quantiles);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** The distribution where this is forecast. */
  public Forecast forecast(double forecast) {
    return forecast(forecast, row(forecast));
  }

  /** The distribution that spreads so and has its median here, on a continuous scale. */
  public Forecast around(double median) {
    double[] row = row(median).clone();
    double offset = row[QUANTILES / 2];
    for (int i = 0; i < QUANTILES; i++) {
      row[i] -= offset;
    }
    return forecast(median, row);
  }

  private static Forecast forecast(double forecast, double[] row) {
    int outermost = (int) Math.ceil(Math.max(1, forecast + row[QUANTILES - 1] + FADED));
    double[] cumulative = new double[outermost + 1];
    int place = 0;
    for (int outcome = 0; outcome < outermost; outcome++) {
      double residual = outcome + 0.5 - forecast;
      while (place < QUANTILES - 1 && row[place + 1] <= residual) {
        place++;
      }
      cumulative[outcome] = share(row, place, residual);
    }
    cumulative[outermost] = 1;
    return Forecast.of(cumulative);
  }

  /** The chance of at most so much where this is forecast. */
  public double atMost(int outcome, double forecast) {
    if (outcome < 0) {
      return 0;
    }
    double residual = outcome + 0.5 - forecast;
    double[] row = row(forecast);
    int place = Arrays.binarySearch(row, residual);
    return share(row, Math.max(0, place >= 0 ? place : -place - 2), residual);
  }

  /** The quantiles of the residuals at a level. */
  private double[] row(double forecast) {
    int above = 0;
    while (above < ROWS && levels[above] < forecast) {
      above++;
    }
    if (above == 0 || above == ROWS) {
      return quantiles[above == 0 ? 0 : ROWS - 1];
    }
    double weight = (forecast - levels[above - 1]) / (levels[above] - levels[above - 1]);
    double[] between = new double[QUANTILES];
    for (int i = 0; i < QUANTILES; i++) {
      between[i] = (1 - weight) * quantiles[above - 1][i] + weight * quantiles[above][i];
    }
    return between;
  }

  /**
   * The share of residuals up to this one; beyond the outermost quantiles it fades by e a unit.
   *
   * @param place of the last quantile that is not greater; 0 if all are
   */
  private static double share(double[] row, int place, double residual) {
    double edge = 0.5 / QUANTILES;
    if (residual <= row[0]) {
      return edge * Math.exp(residual - row[0]);
    }
    if (residual >= row[QUANTILES - 1]) {
      return 1 - edge * Math.exp(row[QUANTILES - 1] - residual);
    }
    double part = (residual - row[place]) / (row[place + 1] - row[place]);
    return (place + 0.5 + part) / QUANTILES;
  }
}
