package dev.tipoff.transforms.features;

import java.util.Arrays;

/** A figure of each of some games, the earliest first, as one run of an array that is shared. */
final class Figures {
  private final double[] values;
  private final int from;
  private final int to;

  Figures(double[] values, int from, int to) {
    this.values = values;
    this.from = from;
    this.to = to;
  }

  /** A copy, the earliest first. */
  double[] values() {
    return Arrays.copyOfRange(values, from, to);
  }

  /** The smallest; NaN without games. */
  double least() {
    return Arrays.stream(values, from, to).min().orElse(Double.NaN);
  }

  /** The greatest; NaN without games. */
  double most() {
    return Arrays.stream(values, from, to).max().orElse(Double.NaN);
  }

  double sum() {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Arithmetic mean; NaN without games. */
  double mean() {
    return sum() / (to - from);
  }

  /** Sum in which the k-th latest game weighs {@code decay^(k-1)}. */
  double decayedSum(double decay) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum = sum * decay + values[i];
    }
    return sum;
  }

  /** Mean in which the k-th latest game weighs {@code decay^(k-1)}; NaN without games. */
  double exponentialMean(double decay) {
    double sum = 0;
    double weights = 0;
    for (int i = from; i < to; i++) {
      sum = sum * decay + values[i];
      weights = weights * decay + 1;
    }
    return sum / weights;
  }

  /** Sample standard deviation; NaN with fewer than two games. */
  double standardDeviation() {
    if (to - from < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double squares = 0;
    for (int i = from; i < to; i++) {
      double difference = values[i] - mean;
      squares += difference * difference;
    }
    return Math.sqrt(squares / (to - from - 1));
  }

  /** The middle value, or the mean of the two in the middle; NaN without games. */
  double median() {
    double[] sorted = values();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
