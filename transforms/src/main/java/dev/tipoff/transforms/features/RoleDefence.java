package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.EnumMap;
import java.util.Map;

/**
 * Points that a team allowed to each role over those that were to be expected of the players it
 * met, their running means before the game; each game weighs 0.95 of the next, and 200 points as
 * expected are added to both so that few games say little.
 */
final class RoleDefence {
  private static final double DECAY = 0.95;
  private static final double PRIOR_POINTS = 200;
  private static final int MIN_GAMES = 5;

  private RoleDefence() {}

  /** The factor of each role, which is alike for all who meet the team. */
  static Map<Role, Double> factors(KnownGames known, TeamHistory games) {
    Map<Role, Double> factors = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      double scored = games.decayedSum(game -> known.facing(game).scored[role.ordinal()], DECAY);
      double expected =
          games.decayedSum(game -> known.facing(game).expected[role.ordinal()], DECAY);
      factors.put(role, (scored + PRIOR_POINTS) / (expected + PRIOR_POINTS));
    }
    return factors;
  }

  /** The points of those who played against a team in one game, by role. */
  static final class Facing {
    private final double[] scored = new double[Role.values().length];
    private final double[] expected = new double[Role.values().length];

    private Facing() {}

    /**
     * @param then what was known before the game
     */
    static Facing of(TeamGame game, KnownGames then) {
      Facing facing = new Facing();
      for (PlayerGame row : game.opponents()) {
        PlayerKey player = row.getPlayer();
        PlayerHistory season = then.thisSeason(player);
        if (season.size() >= MIN_GAMES) {
          int role = then.role(player).ordinal();
          facing.scored[role] += row.getPoints();
          facing.expected[role] += season.figures(Stat.POINTS).exponentialMean(Rotation.DECAY);
        }
      }
      return facing;
    }
  }
}
