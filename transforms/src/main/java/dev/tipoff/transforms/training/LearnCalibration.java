package dev.tipoff.transforms.training;

import dev.tipoff.transforms.models.Calibration;

/**
 * The {@link Calibration} of chances and what came of them: logistic regression by Newton's steps,
 * drawn to what is supposed before any line is seen as by normal priors, so that few lines change
 * little.
 */
final class LearnCalibration {
  private static final double PRIOR_SD_OF_SHIFT = 0.1;
  private static final double PRIOR_SD_OF_SLOPE = 0.2;
  private static final int STEPS = 25;

  private LearnCalibration() {}

  /**
   * The calibration.
   *
   * @param chances of the over given no push
   * @param overs whether it was over; pushes left out
   * @param unseen what is supposed before any line is seen
   */
  static Calibration of(double[] chances, boolean[] overs, Calibration unseen) {
    if (chances.length == 0) {
      return unseen;
    }
    double shiftPull = 1 / (PRIOR_SD_OF_SHIFT * PRIOR_SD_OF_SHIFT);
    double slopePull = 1 / (PRIOR_SD_OF_SLOPE * PRIOR_SD_OF_SLOPE);
    double shift = unseen.shift();
    double slope = unseen.slope();
    for (int step = 0; step < STEPS; step++) {
      double shiftGradient = -shiftPull * (shift - unseen.shift());
      double slopeGradient = -slopePull * (slope - unseen.slope());
      double shiftCurve = shiftPull;
      double slopeCurve = slopePull;
      double cross = 0;
      for (int row = 0; row < chances.length; row++) {
        double logOdds = Calibration.logOdds(chances[row]);
        double chance = 1 / (1 + Math.exp(-shift - slope * logOdds));
        double miss = (overs[row] ? 1 : 0) - chance;
        double curve = chance * (1 - chance);
        shiftGradient += miss;
        slopeGradient += miss * logOdds;
        shiftCurve += curve;
        slopeCurve += curve * logOdds * logOdds;
        cross += curve * logOdds;
      }
      double determinant = shiftCurve * slopeCurve - cross * cross;
      shift += (slopeCurve * shiftGradient - cross * slopeGradient) / determinant;
      slope += (shiftCurve * slopeGradient - cross * shiftGradient) / determinant;
    }
    return Calibration.of(shift, slope, chances.length);
  }
}
