package dev.tipoff.pipelines.simulator;

import java.util.Arrays;
import java.util.List;

/** One team during a game: who is on court how much in the current period, and the score so far. */
final class Side {
  private static final double QUARTERS = 4;
  private static final double EARLY_EXIT = 0.02;
  private static final double LONGEST_NIGHT = 42;
  private static final double EASING_PER_POINT = 0.002;
  private static final int GARBAGE_PLAYERS = 12;

  final List<Shift> shifts;
  final Tally[] tallies;
  final double[] shooters;
  final double[] rebounders;
  final double[] passers;
  final double[] stealers;
  final double[] blockers;
  private final double efficiency;
  private final double[] minutes;
  private double ease = 1;
  private final double[] appetite;

  Side(List<Shift> shifts, double efficiency, Dice dice) {
    int size = shifts.size();
    this.shifts = shifts;
    this.efficiency = efficiency;
    this.tallies = new Tally[size];
    this.shooters = new double[size];
    this.rebounders = new double[size];
    this.passers = new double[size];
    this.stealers = new double[size];
    this.blockers = new double[size];
    this.minutes = new double[size];
    this.appetite = new double[size];
    for (int i = 0; i < size; i++) {
      tallies[i] = new Tally();
      appetite[i] = shifts.get(i).player().usage() * shifts.get(i).form() * dice.factor(0.10);
      minutes[i] = drawnMinutes(shifts.get(i), dice);
    }
    Rotation.spread(minutes, LONGEST_NIGHT);
  }

  private static double drawnMinutes(Shift shift, Dice dice) {
    if (!dice.chance(shift.playing())) {
      return 0;
    }
    double drawn = shift.minutes() / shift.playing() * dice.factor(shift.starter() ? 0.08 : 0.18);
    double exit = dice.chance(EARLY_EXIT) ? dice.between(0.2, 0.7) : 1;
    return Math.max(1.5, drawn) * exit;
  }

  /** Factor on this team's shooting: tonight's, and less so with a lead than without. */
  double efficiency() {
    return efficiency * ease;
  }

  void easeUp(int lead) {
    ease = 1 - EASING_PER_POINT * lead;
  }

  void startQuarter() {
    for (int i = 0; i < minutes.length; i++) {
      onCourt(i, minutes[i] / QUARTERS);
    }
  }

  /**
   * A last quarter that no longer matters: the starters' minutes go mostly to the end of the bench.
   */
  void startGarbageQuarter() {
    double freed = 0;
    double room = 0;
    for (int i = 0; i < minutes.length; i++) {
      if (shifts.get(i).starter()) {
        freed += minutes[i] / QUARTERS * 0.6;
      } else if (i < GARBAGE_PLAYERS) {
        room += 12 - Math.min(12, minutes[i] / QUARTERS);
      }
    }
    for (int i = 0; i < minutes.length; i++) {
      double usual = minutes[i] / QUARTERS;
      double more = i < GARBAGE_PLAYERS ? freed / room * (12 - Math.min(12, usual)) : 0;
      onCourt(i, shifts.get(i).starter() ? usual * 0.4 : usual + more);
    }
  }

  /** Five minutes of the five who played most. */
  void startOvertime() {
    double[] sorted = minutes.clone();
    Arrays.sort(sorted);
    double fifth = sorted[sorted.length - 5];
    for (int i = 0; i < minutes.length; i++) {
      onCourt(i, minutes[i] >= fifth ? 5 : 0);
    }
  }

  private void onCourt(int index, double periodMinutes) {
    Player player = shifts.get(index).player();
    tallies[index].minutes += periodMinutes;
    shooters[index] = periodMinutes * appetite[index];
    rebounders[index] = periodMinutes * player.rebounding();
    passers[index] = periodMinutes * player.passing();
    stealers[index] = periodMinutes * player.stealing();
    blockers[index] = periodMinutes * player.blocking();
  }

  int points() {
    int points = 0;
    for (Tally tally : tallies) {
      points += tally.points();
    }
    return points;
  }
}
