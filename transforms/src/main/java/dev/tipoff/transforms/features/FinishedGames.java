package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;

/**
 * Of each season and team, the games that the schedule calls finished: what box scores are held
 * against to tell whether any are missing.
 */
public final class FinishedGames implements GatherRows.History<ScheduledGame> {
  private final List<ScheduledGame> rows = new ArrayList<>();

  /** By season and team, the day of each game by its id. */
  private final HashMap<String, HashMap<String, GameDay>> teams = new HashMap<>();

  /** A game without a final score counts for nothing: it may have been put off. */
  @Override
  public void add(ScheduledGame game) {
    rows.add(game);
    if (game.getHomePoints() != null && game.getAwayPoints() != null) {
      of(game.getSeason(), game.getHome()).put(game.getGameId(), game.getGameDate());
      of(game.getSeason(), game.getAway()).put(game.getGameId(), game.getGameDate());
    }
  }

  @Override
  public List<ScheduledGame> rows() {
    return Collections.unmodifiableList(rows);
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
}
