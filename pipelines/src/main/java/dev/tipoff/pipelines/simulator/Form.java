package dev.tipoff.pipelines.simulator;

import java.util.HashMap;
import java.util.Map;

/**
 * Each player's slow drift over the season, in the coach's trust and in his own appetite to shoot.
 */
final class Form {
  private static final int DAYS = 200;
  private static final double MEMORY = 0.97;
  private static final double TRUST_SPREAD = 0.06;
  private static final double APPETITE_SPREAD = 0.08;

  private final Map<Player, double[]> trust = new HashMap<>();
  private final Map<Player, double[]> appetite = new HashMap<>();

  private Form() {}

  static Form of(long seed, League league) {
    Form form = new Form();
    for (Player player : league.players()) {
      form.trust.put(player, drift(Dice.of(seed, "trust", player.id()), TRUST_SPREAD));
      form.appetite.put(player, drift(Dice.of(seed, "appetite", player.id()), APPETITE_SPREAD));
    }
    return form;
  }

  private static double[] drift(Dice dice, double spread) {
    double[] factors = new double[DAYS];
    double step = spread * Math.sqrt(1 - MEMORY * MEMORY);
    double level = dice.normal(0, spread);
    for (int day = 0; day < DAYS; day++) {
      factors[day] = Math.exp(level);
      level = MEMORY * level + dice.normal(0, step);
    }
    return factors;
  }

  /** Factor on a player's minutes on a day counted from the season's first. */
  double trust(Player player, int day) {
    return of(trust, player)[day];
  }

  /** Factor on a player's usage on a day counted from the season's first. */
  double appetite(Player player, int day) {
    return of(appetite, player)[day];
  }

  private static double[] of(Map<Player, double[]> drifts, Player player) {
    double[] drift = drifts.get(player);
    if (drift == null) {
      throw new IllegalArgumentException("not in the league: " + player.name());
    }
    return drift;
  }
}
