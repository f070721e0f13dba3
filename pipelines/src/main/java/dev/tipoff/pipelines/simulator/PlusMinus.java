package dev.tipoff.pipelines.simulator;

/** Shares a team's final margin among its players so that the shares add up to five times it. */
final class PlusMinus {
  private static final int ON_COURT = 5;
  private static final double NOISE_PER_ROOT_MINUTE = 1.3;

  private PlusMinus() {}

  static void share(Side side, int margin, double teamMinutes, Dice dice) {
    double[] minutes = new double[side.tallies.length];
    int left = ON_COURT * margin;
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = side.tallies[i].minutes;
      if (minutes[i] > 0) {
        double noise = dice.normal(0, NOISE_PER_ROOT_MINUTE * Math.sqrt(minutes[i]));
        double own = ON_COURT * margin * minutes[i] / teamMinutes + noise;
        side.tallies[i].plusMinus = (int) Math.round(own);
        left -= side.tallies[i].plusMinus;
      }
    }
    while (left != 0) {
      int step = Integer.signum(left);
      side.tallies[dice.pick(minutes)].plusMinus += step;
      left -= step;
    }
  }
}
