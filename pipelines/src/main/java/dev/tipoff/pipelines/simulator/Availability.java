package dev.tipoff.pipelines.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who misses which of his team's games and why, for the whole season. */
final class Availability {
  /**
   * A missed game.
   *
   * @param late known to the public only after the first odds of the day
   */
  record Absence(String comment, boolean late) {}

  private static final int GAMES = 82;
  private static final double HURT_PER_GAME = 0.0185;
  private static final double BACK_PER_GAME = 0.2;
  private static final double LATE_NEWS = 0.25;
  private static final int LONG_ABSENCE = 6;

  private final Map<Player, Absence[]> absences = new HashMap<>();
  private final League league;

  private Availability(League league) {
    this.league = league;
  }

  static Availability of(long seed, League league) {
    Availability availability = new Availability(league);
    for (Player player : league.players()) {
      availability.absences.put(player, season(Dice.of(seed, "absence", player.id())));
    }
    return availability;
  }

  private static Absence[] season(Dice dice) {
    Absence[] season = new Absence[GAMES];
    int game = 0;
    while (game < GAMES) {
      if (!dice.chance(HURT_PER_GAME)) {
        game++;
        continue;
      }
      boolean late = dice.chance(LATE_NEWS);
      String hurt = dice.chance(0.5) ? "DND - Injury/Illness" : "DNP - Injury/Illness";
      int missed = 0;
      do {
        String comment = missed < LONG_ABSENCE ? hurt : "NWT - Not With Team";
        season[game] = new Absence(comment, late && missed == 0);
        missed++;
        game++;
      } while (game < GAMES && !dice.chance(BACK_PER_GAME));
      game++;
    }
    return season;
  }

  /** Why a player misses his team's game, counted from 0, if he does. */
  Optional<Absence> absence(Player player, int game) {
    Absence[] season = absences.get(player);
    if (season == null || game >= season.length) {
      return Optional.empty();
    }
    return Optional.ofNullable(season[game]);
  }

  /** All players of a team who miss its game, or of them those known to in the afternoon. */
  Set<Player> out(Franchise team, int game, boolean lateNewsToo) {
    Set<Player> out = new HashSet<>();
    for (Player player : league.roster(team).players()) {
      absence(player, game)
          .filter(absence -> lateNewsToo || !absence.late())
          .ifPresent(absence -> out.add(player));
    }
    return out;
  }
}
