package dev.tipoff.transforms.training;

import dev.tipoff.transforms.learned.LineBlend;

/**
 * How much a line counts beside a forecast: the slope of the outcome's difference to the forecast
 * on the line's difference to it, by least squares, drawn to {@link LineBlend#UNSEEN} as by a
 * normal prior. A handful of lines so says little, and thousands say all.
 */
final class LearnBlend {
  /** Standard deviation of the weight before any line is seen. */
  private static final double PRIOR_SD = 0.15;

  private LearnBlend() {}

  static LineBlend of(double[] blind, double[] line, double[] outcomes) {
    int rows = outcomes.length;
    if (rows < 2) {
      return LineBlend.UNSEEN;
    }
    double meanGap = 0;
    double meanMiss = 0;
    for (int row = 0; row < rows; row++) {
      meanGap += (line[row] - blind[row]) / rows;
      meanMiss += (outcomes[row] - blind[row]) / rows;
    }
    double gaps = 0;
    double common = 0;
    double misses = 0;
    for (int row = 0; row < rows; row++) {
      double gap = line[row] - blind[row] - meanGap;
      double miss = outcomes[row] - blind[row] - meanMiss;
      gaps += gap * gap;
      common += gap * miss;
      misses += miss * miss;
    }
    double prior = misses / rows / (PRIOR_SD * PRIOR_SD);
    double weight =
        (common + prior * LineBlend.UNSEEN.weightOfLine()) / Math.max(1e-12, gaps + prior);
    return LineBlend.of(Math.max(0, Math.min(1, weight)), rows);
  }
}
