package dev.tipoff.transforms.travel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.tipoff.transforms.model.AliasFile;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Which arena a game is played in, from {@code arenas.csv}: the home team's, with its moves; Bay
 * Lake for all of 2020's summer. A cup final is on a neutral floor that the schedule does not name.
 * Single games that were moved abroad are taken to be at home, since the schedule does not tell.
 */
public final class Arenas {
  /** The arenas of the file beside this class. */
  public static final Arenas KNOWN = parse(AliasFile.lines(Arenas.class, "arenas.csv"));

  private static final String HEADER = "team,from,to,city,latitude,longitude,zone";

  private final List<Stay> latestFirst;

  /** A team, or every team, plays there on these days. */
  private record Stay(
      @Nullable TeamCode team, @Nullable GameDay from, @Nullable GameDay to, Arena arena) {
    boolean holds(TeamCode home, GameDay day) {
      return (team == null || team == home)
          && (from == null || !day.isBefore(from))
          && (to == null || !day.isAfter(to));
    }
  }

  private Arenas(List<Stay> latestFirst) {
    this.latestFirst = latestFirst;
  }

  /**
   * Reads stays; of those that hold on a day the one further down counts.
   *
   * @throws IllegalArgumentException if a line is none
   */
  static Arenas parse(List<String> lines) {
    ImmutableList.Builder<Stay> stays = ImmutableList.builder();
    for (List<String> row : AliasFile.rows(lines, HEADER)) {
      stays.add(
          new Stay(
              row.get(0).isEmpty() ? null : TeamCode.valueOf(row.get(0)),
              day(row.get(1)),
              day(row.get(2)),
              new Arena(
                  row.get(3),
                  Double.parseDouble(row.get(4)),
                  Double.parseDouble(row.get(5)),
                  ZoneId.of(row.get(6)))));
    }
    return new Arenas(Lists.reverse(stays.build()));
  }

  private static @Nullable GameDay day(String text) {
    return text.isEmpty() ? null : GameDay.parse(text);
  }

  /** Where a team receives others on a day; empty if the file does not know the team. */
  public Optional<Arena> home(TeamCode team, GameDay day) {
    return latestFirst.stream().filter(stay -> stay.holds(team, day)).map(Stay::arena).findFirst();
  }

  /** Where a game is played; empty for a cup final. */
  public Optional<Arena> of(ScheduledGame game) {
    return game.getSeasonType() == SeasonType.CUP_FINAL
        ? Optional.empty()
        : home(game.getHome(), game.getGameDate());
  }
}
