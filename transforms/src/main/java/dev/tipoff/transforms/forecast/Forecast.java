package dev.tipoff.transforms.forecast;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.model.Line;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A distribution of what a player will record: whole numbers from zero, or, for a baseline, one
 * point.
 */
public final class Forecast implements Serializable {
  /** Chances beyond this share of the mass are not told apart. */
  private static final double TAIL = 1e-10;

  private static final int MAX_OUTCOME = 400;

  private final double mean;
  private final double sd;
  private final double median;

  /** Chance of at most k, by k; empty for a point. */
  private final double[] cumulative;

  private Forecast(double mean, double sd, double median, double[] cumulative) {
    this.mean = mean;
    this.sd = sd;
    this.median = median;
    this.cumulative = cumulative;
  }

  /** All the mass at one value, which need not be whole. */
  public static Forecast point(double value) {
    return new Forecast(value, 0, value, new double[0]);
  }

  /**
   * The negative binomial with this mean and variance: the usual count that spreads wider than a
   * Poisson (Hilbe, Negative Binomial Regression, 2011). With a variance of the mean or less it is
   * the Poisson, with a mean of zero the point zero.
   *
   * @throws IllegalArgumentException unless both are finite and not negative
   */
  public static Forecast negativeBinomial(double mean, double variance) {
    Preconditions.checkArgument(
        mean >= 0 && variance >= 0 && Double.isFinite(mean) && Double.isFinite(variance),
        "mean %s and variance %s are no distribution",
        mean,
        variance);
    if (mean == 0) {
      return new Forecast(0, 0, 0, new double[] {1});
    }
    boolean poisson = variance <= mean * (1 + 1e-9);
    double size = poisson ? Double.POSITIVE_INFINITY : mean * mean / (variance - mean);
    double success = poisson ? 0 : mean / (size + mean);
    double mass = poisson ? Math.exp(-mean) : Math.pow(1 - success, size);
    double[] cumulative = new double[MAX_OUTCOME + 1];
    double sum = 0;
    int count = 0;
    while (count <= MAX_OUTCOME && sum < 1 - TAIL) {
      sum += mass;
      cumulative[count] = Math.min(1, sum);
      mass *= poisson ? mean / (count + 1) : (count + size) / (count + 1) * success;
      count++;
    }
    double[] kept = Arrays.copyOf(cumulative, count);
    return new Forecast(mean, Math.sqrt(poisson ? mean : variance), quantile(kept, 0.5), kept);
  }

  /**
   * The distribution with this chance of at most k, by k.
   *
   * @throws IllegalArgumentException unless it rises from 0 or more to 1
   */
  public static Forecast of(double[] cumulative) {
    int count = cumulative.length;
    Preconditions.checkArgument(
        count > 0 && cumulative[0] >= 0 && cumulative[count - 1] == 1,
        "chances of at most so much end at 1");
    double mean = 0;
    double square = 0;
    double before = 0;
    for (int outcome = 0; outcome < count; outcome++) {
      double mass = cumulative[outcome] - before;
      Preconditions.checkArgument(mass >= 0, "chances of at most so much fall at %s", outcome);
      mean += outcome * mass;
      square += (double) outcome * outcome * mass;
      before = cumulative[outcome];
    }
    return new Forecast(
        mean,
        Math.sqrt(Math.max(0, square - mean * mean)),
        quantile(cumulative, 0.5),
        cumulative.clone());
  }

  /** Whether it is a point, which has no chances to tell. */
  public boolean isPoint() {
    return cumulative.length == 0;
  }

  public double mean() {
    return mean;
  }

  /** Standard deviation. */
  public double sd() {
    return sd;
  }

  public double median() {
    return median;
  }

  /** The least outcome whose chance of not being passed is at least this. */
  public double quantile(double probability) {
    Preconditions.checkArgument(
        probability >= 0 && probability <= 1, "%s is not a probability", probability);
    return cumulative.length == 0 ? median : quantile(cumulative, probability);
  }

  /** The median on a continuous scale: see {@link #position}. */
  public double centre() {
    return position(0.5);
  }

  private static int quantile(double[] cumulative, double probability) {
    int outcome = 0;
    while (outcome < cumulative.length - 1 && cumulative[outcome] < probability) {
      outcome++;
    }
    return outcome;
  }

  /**
   * The point that is not passed with just this chance, if an outcome k stands for the interval
   * from k - 1/2 to k + 1/2, over which its chance is spread evenly; of a point the point.
   */
  public double position(double probability) {
    Preconditions.checkArgument(
        probability > 0 && probability < 1, "%s is not strictly between 0 and 1", probability);
    if (cumulative.length == 0) {
      return median;
    }
    int outcome = quantile(cumulative, probability);
    double below = outcome == 0 ? 0 : cumulative[outcome - 1];
    double share = (probability - below) / (cumulative[outcome] - below);
    return outcome - 0.5 + Math.min(1, share);
  }

  /** The chance of more than the line. */
  public double probabilityOver(Line line) {
    return 1 - atMost(line.getValue());
  }

  /** The chance of less than the line. */
  public double probabilityUnder(Line line) {
    return 1 - probabilityOver(line) - probabilityPush(line);
  }

  /** The chance of landing on the line; zero on a half. */
  public double probabilityPush(Line line) {
    if (cumulative.length == 0) {
      return median == line.getValue() ? 1 : 0;
    }
    return line.canPush() ? atMost(line.getValue()) - atMost(line.getValue() - 1) : 0;
  }

  /** The chance of more than the line where it does not land on it. */
  public double overGivenNoPush(Line line) {
    double noPush = 1 - probabilityPush(line);
    return noPush > 0 ? probabilityOver(line) / noPush : 0.5;
  }

  /** The same outcomes with another chance of the over given no push. */
  public Forecast withOverGivenNoPush(Line line, double chance) {
    Preconditions.checkArgument(!isPoint(), "a point has no chances");
    double push = probabilityPush(line);
    double over = probabilityOver(line);
    double under = 1 - over - push;
    double overTo = (1 - push) * chance;
    double underTo = (1 - push) * (1 - chance);
    if (over <= 0 || under <= 0) {
      return this;
    }
    double[] tilted = new double[cumulative.length];
    for (int outcome = 0; outcome < tilted.length; outcome++) {
      double below = cumulative[outcome];
      tilted[outcome] =
          outcome < line.getValue()
              ? Math.min(below * underTo / under, underTo)
              : 1 - (1 - below) * overTo / over;
    }
    tilted[tilted.length - 1] = 1;
    return of(tilted);
  }

  private double atMost(double value) {
    if (cumulative.length == 0) {
      return value >= median ? 1 : 0;
    }
    int outcome = (int) Math.floor(value);
    if (outcome < 0) {
      return 0;
    }
    return outcome >= cumulative.length ? 1 : cumulative[outcome];
  }

  @Override
  public String toString() {
    return String.format("Forecast{mean %.2f, median %.1f, sd %.2f}", mean, median, sd);
  }
}
