package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The games of one season, in whatever order they come; every question is of earlier days. */
final class SeasonSchedule {
  private final NavigableMap<String, ScheduledGame> games = new TreeMap<>();
  private final Map<TeamCode, NavigableMap<GameDay, List<ScheduledGame>>> byTeam =
      new EnumMap<>(TeamCode.class);

  SeasonSchedule(Iterable<ScheduledGame> schedule) {
    for (ScheduledGame game : schedule) {
      games.put(SlateGame.key(game.getGameDate(), game.getGameId()), game);
    }
    for (ScheduledGame game : games.values()) {
      for (TeamCode team : List.of(game.getHome(), game.getAway())) {
        byTeam
            .computeIfAbsent(team, each -> new TreeMap<>())
            .computeIfAbsent(game.getGameDate(), each -> new ArrayList<>())
            .add(game);
      }
    }
  }

  /** All games by their days. */
  Iterable<ScheduledGame> games() {
    return games.values();
  }

  /** The last game of a team before a day; null if it has had none. */
  @Nullable ScheduledGame lastBefore(TeamCode team, GameDay day) {
    Map.Entry<GameDay, List<ScheduledGame>> last = of(team).lowerEntry(day);
    return last == null ? null : last.getValue().get(last.getValue().size() - 1);
  }

  /** Days since the last game of a team before a day; null if it has had none. */
  @Nullable Integer daysRest(TeamCode team, GameDay day) {
    GameDay last = of(team).lowerKey(day);
    return last == null ? null : Integer.valueOf((int) (day.getEpochDay() - last.getEpochDay()));
  }

  /** How many games a team has in so many days before a day. */
  int gamesBefore(TeamCode team, GameDay day, int days) {
    return of(team).subMap(day.plusDays(-days), true, day, false).values().stream()
        .mapToInt(List::size)
        .sum();
  }

  private NavigableMap<GameDay, List<ScheduledGame>> of(TeamCode team) {
    return byTeam.getOrDefault(team, new TreeMap<>());
  }
}
