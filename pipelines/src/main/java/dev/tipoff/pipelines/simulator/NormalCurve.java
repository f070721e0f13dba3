package dev.tipoff.pipelines.simulator;

/** The standard normal distribution. */
final class NormalCurve {
  private NormalCurve() {}

  /** Probability of a draw below z, to seven digits (Abramowitz and Stegun 26.2.17). */
  static double below(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double tail =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double upper = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    return z > 0 ? 1 - upper : upper;
  }
}
