package dev.tipoff.pipelines.simulator;

/** A team's time with the ball, play by play until it scores or loses it. */
final class Possession {
  /** Share of missed shots that the shooting team gets back with a name to the rebound. */
  static final double OFFENSIVE_REBOUND = 0.24;

  /** Share of missed shots that the other team picks up; the rest go out of bounds to it. */
  static final double DEFENSIVE_REBOUND = 0.69;

  /** Share of made shots that come from a pass. */
  static final double ASSISTED = 0.63;

  private static final double STOLEN = 0.57;
  private static final double BLOCKED = 0.19;

  private Possession() {}

  static void play(Side attack, Side defence, Dice dice) {
    boolean ours = true;
    while (ours) {
      ours = playEndsOurs(attack, defence, dice);
    }
  }

  private static boolean playEndsOurs(Side attack, Side defence, Dice dice) {
    int shooter = dice.pick(attack.shooters);
    ShotDiet shots = attack.shifts.get(shooter).player().shots();
    Tally tally = attack.tallies[shooter];
    double kind = dice.uniform();
    if (kind < shots.turnover()) {
      tally.turnovers++;
      if (dice.chance(STOLEN)) {
        defence.tallies[dice.pick(defence.stealers)].steals++;
      }
      return false;
    }
    if (kind < shots.turnover() + shots.fouled()) {
      tally.freeThrow(dice.chance(shots.freeThrowRate()));
      if (!tally.freeThrow(dice.chance(shots.freeThrowRate()))) {
        defence.tallies[dice.pick(defence.rebounders)].rebounds++;
      }
      return false;
    }
    return shoot(attack, defence, shooter, dice) ? false : rebound(attack, defence, dice);
  }

  private static boolean shoot(Side attack, Side defence, int shooter, Dice dice) {
    ShotDiet shots = attack.shifts.get(shooter).player().shots();
    Tally tally = attack.tallies[shooter];
    boolean three = dice.chance(shots.three());
    double rate = three ? shots.threeRate() : shots.twoRate();
    boolean made = dice.chance(rate * attack.efficiency());
    tally.attempts++;
    tally.threeAttempts += three ? 1 : 0;
    if (made) {
      tally.fieldGoals++;
      tally.threes += three ? 1 : 0;
      assist(attack, shooter, dice);
      if (!three && dice.chance(ShotDiet.AND_ONE)) {
        tally.freeThrow(dice.chance(shots.freeThrowRate()));
      }
    } else if (!three && dice.chance(BLOCKED)) {
      defence.tallies[dice.pick(defence.blockers)].blocks++;
    }
    return made;
  }

  private static void assist(Side attack, int shooter, Dice dice) {
    if (dice.chance(ASSISTED)) {
      double own = attack.passers[shooter];
      attack.passers[shooter] = 0;
      attack.tallies[dice.pick(attack.passers)].assists++;
      attack.passers[shooter] = own;
    }
  }

  private static boolean rebound(Side attack, Side defence, Dice dice) {
    double where = dice.uniform();
    boolean offensive = where < OFFENSIVE_REBOUND;
    if (where < OFFENSIVE_REBOUND + DEFENSIVE_REBOUND) {
      Side side = offensive ? attack : defence;
      side.tallies[dice.pick(side.rebounders)].rebounds++;
    }
    return offensive;
  }
}
