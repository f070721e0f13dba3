package dev.tipoff.pipelines.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a coach spreads 240 minutes over the players he has; minutes of the missing go to the rest.
 */
final class Rotation {
  private static final double[] SLOT_MINUTES = {
    34.8, 33.2, 31.6, 29.4, 26.6, 24.0, 20.0, 16.0, 11.8, 7.6, 3.6, 0.8, 0.3, 0.2, 0.1
  };
  private static final double[] SLOT_PLAYING = {
    1, 1, 1, 1, 1, 1, 1, 0.995, 0.95, 0.70, 0.30, 0.08, 0.03, 0.02, 0.01
  };
  private static final double MOST_MINUTES = 38.5;
  private static final double OWN_WEIGHT = 0.45;
  private static final double GAME_MINUTES = 240;

  private Rotation() {}

  static double slotMinutes(int slot) {
    return SLOT_MINUTES[slot];
  }

  /** Shifts of all who are not out, in depth-chart order; their minutes add up to 240. */
  static List<Shift> of(Roster roster, Set<Player> out, Form form, int day) {
    List<Player> available =
        roster.players().stream().filter(player -> !out.contains(player)).toList();
    double[] minutes = new double[available.size()];
    for (int slot = 0; slot < minutes.length; slot++) {
      Player player = available.get(slot);
      double wanted = OWN_WEIGHT * player.minutes() + (1 - OWN_WEIGHT) * SLOT_MINUTES[slot];
      minutes[slot] = wanted * form.trust(player, day);
    }
    spread(minutes, MOST_MINUTES);
    List<Shift> shifts = new ArrayList<>();
    for (int slot = 0; slot < minutes.length; slot++) {
      Player player = available.get(slot);
      double playing = Math.max(SLOT_PLAYING[slot], Math.min(1, minutes[slot] / 12));
      shifts.add(new Shift(player, minutes[slot], playing, slot < 5, form.appetite(player, day)));
    }
    return List.copyOf(shifts);
  }

  /** Scales minutes to a game's 240 with nobody much above the most that one can take. */
  static void spread(double[] minutes, double most) {
    for (int round = 0; round < 4; round++) {
      double total = 0;
      for (double each : minutes) {
        total += each;
      }
      for (int i = 0; i < minutes.length; i++) {
        minutes[i] = minutes[i] * GAME_MINUTES / total;
        if (round < 3) {
          minutes[i] = Math.min(minutes[i], most);
        }
      }
    }
  }
}
