package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Of each season and team, the games that the schedule calls finished: what box scores are held
 * against to tell whether any are missing.
 */
public final class FinishedGames implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By season and team, the day of each game by its id. */
  private final HashMap<String, HashMap<String, GameDay>> teams = new HashMap<>();

  /** A game without a final score counts for nothing: it may have been put off. */
  void add(ScheduledGame game) {
    if (game.getHomePoints() != null && game.getAwayPoints() != null) {
      of(game.getSeason(), game.getHome()).put(game.getGameId(), game.getGameDate());
      of(game.getSeason(), game.getAway()).put(game.getGameId(), game.getGameDate());
    }
  }

  void addAll(FinishedGames other) {
    other.teams.forEach(
        (team, games) -> teams.computeIfAbsent(team, key -> new HashMap<>()).putAll(games));
  }

  private HashMap<String, GameDay> of(String season, TeamCode team) {
    return teams.computeIfAbsent(season + " " + team, key -> new HashMap<>());
  }

  /** How many games of a season a team had finished before a slate. */
  public int before(GameDay slate, String season, TeamCode team) {
    return (int)
        teams.getOrDefault(season + " " + team, new HashMap<>()).values().stream()
            .filter(day -> day.isBefore(slate))
            .count();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FinishedGames that && teams.equals(that.teams);
  }

  @Override
  public int hashCode() {
    return Objects.hash(teams);
  }
}
