package dev.tipoff.transforms.features;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import dev.tipoff.transforms.grouping.GatheredRows;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.HashMap;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Of each season and team, the games that the schedule calls finished: what box scores are held
 * against to tell whether any are missing.
 */
public final class FinishedGames extends GatheredRows<ScheduledGame> {
  /** The day of each game by its id. */
  private static final class Days extends HashMap<String, GameDay> {
    private static final long serialVersionUID = 1L;
  }

  private @Nullable Table<String, TeamCode, Days> seasons;

  @Override
  protected void changed() {
    seasons = null;
  }

  /** How many games of a season a team had finished before a slate. */
  public int before(GameDay slate, String season, TeamCode team) {
    Days days = seasons().get(season, team);
    return days == null
        ? 0
        : (int) days.values().stream().filter(day -> day.isBefore(slate)).count();
  }

  private synchronized Table<String, TeamCode, Days> seasons() {
    if (seasons == null) {
      seasons = build(rows());
    }
    return seasons;
  }

  /** A game without a final score counts for nothing: it may have been put off. */
  private static Table<String, TeamCode, Days> build(List<ScheduledGame> rows) {
    Table<String, TeamCode, Days> seasons = HashBasedTable.create();
    for (ScheduledGame game : rows) {
      if (game.getHomePoints() != null && game.getAwayPoints() != null) {
        for (TeamCode team : List.of(game.getHome(), game.getAway())) {
          seasons
              .row(game.getSeason())
              .computeIfAbsent(team, key -> new Days())
              .put(game.getGameId(), game.getGameDate());
        }
      }
    }
    return seasons;
  }
}
