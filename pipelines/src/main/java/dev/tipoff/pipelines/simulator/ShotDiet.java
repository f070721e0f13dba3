package dev.tipoff.pipelines.simulator;

/**
 * How a player's plays end, as probabilities.
 *
 * @param turnover a play ends with the ball lost
 * @param fouled a play ends with two free throws
 * @param three an attempt is from behind the arc
 * @param twoRate a two goes in against an average defence
 * @param threeRate a three goes in against an average defence
 * @param freeThrowRate a free throw goes in
 */
record ShotDiet(
    double turnover,
    double fouled,
    double three,
    double twoRate,
    double threeRate,
    double freeThrowRate) {

  /** Share of made twos that come with a free throw. */
  static final double AND_ONE = 0.05;

  double attempted() {
    return 1 - turnover - fouled;
  }

  /** Field goals made per play at an efficiency, 1 being an average night. */
  double makes(double efficiency) {
    return attempted() * efficiency * (three * threeRate + (1 - three) * twoRate);
  }

  double misses(double efficiency) {
    return attempted() - makes(efficiency);
  }

  /** Trips to the line per play whose last throw misses. */
  double missedTrips() {
    return fouled * (1 - freeThrowRate);
  }

  double points(double efficiency) {
    double perThree = three * threeRate * 3;
    double perTwo = (1 - three) * twoRate * (2 + AND_ONE * freeThrowRate);
    return fouled * 2 * freeThrowRate + attempted() * efficiency * (perThree + perTwo);
  }
}
