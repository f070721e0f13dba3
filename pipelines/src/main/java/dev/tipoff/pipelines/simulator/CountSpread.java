package dev.tipoff.pipelines.simulator;

/**
 * How a count such as points scatters around its mean: its square root is near to normal.
 *
 * @param dispersion variance over mean
 */
record CountSpread(double mean, double dispersion) {
  private static final double LEAST = 0.05;

  private double rootDeviation() {
    return Math.sqrt(Math.min(dispersion, mean)) / 2;
  }

  double median() {
    double deviation = rootDeviation();
    return Math.max(LEAST, mean - deviation * deviation);
  }

  /** Probability of more than a line, a count on the line itself being void. */
  double over(double line) {
    double over = 1 - below(Math.floor(line) + 0.5);
    double under = below(Math.ceil(line) - 0.5);
    return over / (over + under);
  }

  private double below(double cut) {
    double root = Math.sqrt(Math.max(0, cut));
    return NormalCurve.below((root - Math.sqrt(median())) / rootDeviation());
  }
}
