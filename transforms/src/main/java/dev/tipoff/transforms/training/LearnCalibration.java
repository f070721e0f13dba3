package dev.tipoff.transforms.training;

import dev.tipoff.transforms.learned.Calibration;

/**
 * The {@link Calibration} of chances and what came of them: logistic regression by Newton's steps,
 * drawn to leaving chances as they are as by normal priors, so that few lines change little.
 */
final class LearnCalibration {
  private static final double PRIOR_SD_OF_SHIFT = 0.1;
  private static final double PRIOR_SD_OF_SLOPE = 0.3;
  private static final int STEPS = 25;

  private LearnCalibration() {}

  /**
   * The calibration.
   *
   * @param chances of the over given no push
   * @param overs whether it was over; pushes left out
   */
  static Calibration of(double[] chances, boolean[] overs) {
    if (chances.length == 0) {
      return Calibration.NONE;
    }
    double shiftPull = 1 / (PRIOR_SD_OF_SHIFT * PRIOR_SD_OF_SHIFT);
    double slopePull = 1 / (PRIOR_SD_OF_SLOPE * PRIOR_SD_OF_SLOPE);
    double shift = 0;
    double slope = 1;
    for (int step = 0; step < STEPS; step++) {
      double shiftGradient = -shiftPull * shift;
      double slopeGradient = -slopePull * (slope - 1);
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
