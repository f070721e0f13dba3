package dev.tipoff.pipelines.simulator;

import java.util.ArrayList;
import java.util.List;

/** Fifteen made-up players of one club in depth-chart order, first option first. */
record Roster(Franchise team, List<Player> players) {
  static final int SIZE = 15;
  private static final long FIRST_PLAYER_ID = 9_000_001;
  private static final double[] USAGE = {
    31.0, 24.5, 21.0, 18.5, 17.0, 20.0, 18.0, 17.0, 16.5, 16.5, 16.0, 16.0, 16.0, 16.0, 16.0
  };

  static Roster of(long seed, Franchise team, PlayerNames names) {
    Dice dice = Dice.of(seed, "roster", team.ordinal());
    int shuffle = dice.below(3);
    List<Player> players = new ArrayList<>();
    for (int depth = 0; depth < SIZE; depth++) {
      players.add(player(team, depth, Position.at(depth, shuffle), names.next(dice), dice));
    }
    return new Roster(team, List.copyOf(players));
  }

  private static Player player(
      Franchise team, int depth, Position position, String name, Dice dice) {
    double usage = clamp(dice.normal(USAGE[depth], depth == 0 ? 4.3 : 2.4), 11, 36);
    double ballHandling = Math.pow(usage / 20, 0.8);
    ShotDiet shots =
        new ShotDiet(
            clamp(dice.normal(0.124, 0.015), 0.08, 0.17),
            clamp(dice.normal(0.045 + 0.0018 * usage, 0.010), 0.03, 0.16),
            clamp(dice.normal(position.three, 0.08), 0.02, 0.75),
            clamp(dice.normal(position.twoRate, 0.018), 0.45, 0.66),
            clamp(dice.normal(0.36, 0.014), 0.30, 0.42),
            clamp(dice.normal(position == Position.BIG ? 0.72 : 0.80, 0.05), 0.55, 0.92));
    return new Player(
        FIRST_PLAYER_ID + (long) team.ordinal() * SIZE + depth,
        name,
        team,
        depth,
        Rotation.slotMinutes(depth) * dice.factor(0.05),
        usage,
        shots,
        position.rebounding * dice.factor(0.20),
        position.passing * ballHandling * dice.factor(0.25),
        position.stealing * dice.factor(0.25),
        position.blocking * dice.factor(0.35));
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
