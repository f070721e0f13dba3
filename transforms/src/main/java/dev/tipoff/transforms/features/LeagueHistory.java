package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What teams did, game by game, summed from box scores. Every question names a slate and is
 * answered from earlier slates of the same season only. A game counts once both sides' box scores
 * are there in full.
 *
 * <p>Possessions are FGA + 0.44 FTA + turnovers (Oliver, Basketball on Paper, 2004, without the
 * offensive rebounds, which the box scores lack).
 */
public final class LeagueHistory implements Serializable {
  /** Fewer games of a team than this say nothing. */
  static final int MIN_GAMES = 5;

  private static final double REGULATION = 48;
  private static final int PLAYERS_ON_COURT = 5;

  /** Five players for 48 minutes, less what rounding to whole minutes may take. */
  private static final long FULL_GAME_SECONDS = 235 * 60;

  private final Map<String, Map<TeamCode, Totals>> games = new TreeMap<>();
  private transient @Nullable Map<String, Map<TeamCode, Running>> seasons;

  /** One team's box score of a game. */
  private static final class Totals implements Serializable {
    final String season;
    final GameDay day;
    final TeamCode opponent;
    long points;
    long shots;
    long freeThrows;
    long turnovers;
    long seconds;

    Totals(String season, GameDay day, TeamCode opponent) {
      this.season = season;
      this.day = day;
      this.opponent = opponent;
    }

    /** Whole numbers, so that the sums do not hang on the order of the rows. */
    void add(long points, long shots, long freeThrows, long turnovers, long seconds) {
      this.points += points;
      this.shots += shots;
      this.freeThrows += freeThrows;
      this.turnovers += turnovers;
      this.seconds += seconds;
    }

    boolean isComplete() {
      return seconds >= FULL_GAME_SECONDS;
    }

    double possessions() {
      return shots + 0.44 * freeThrows + turnovers;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Totals that && figures().equals(that.figures());
    }

    @Override
    public int hashCode() {
      return figures().hashCode();
    }

    private List<Object> figures() {
      return List.of(season, day, opponent, points, shots, freeThrows, turnovers, seconds);
    }
  }

  /** A team's games of a season in order, as running sums. */
  private static final class Running {
    final List<GameDay> days = new ArrayList<>();
    final List<Double> points = new ArrayList<>();
    final List<Double> allowed = new ArrayList<>();
    final List<Double> pace = new ArrayList<>();

    int gamesBefore(GameDay slate) {
      int low = 0;
      int high = days.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (days.get(middle).isBefore(slate)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  void add(PlayerGame game) {
    Totals totals =
        games
            .computeIfAbsent(game.getGameId(), id -> new HashMap<>())
            .computeIfAbsent(
                game.getTeam(),
                team -> new Totals(game.getSeason(), game.getGameDate(), game.getOpponent()));
    totals.add(
        game.getPoints(),
        game.getFieldGoalsAttempted(),
        game.getFreeThrowsAttempted(),
        game.getTurnovers(),
        Math.round(game.getMinutes() * 60));
    seasons = null;
  }

  void addAll(LeagueHistory other) {
    other.games.forEach(
        (id, teams) ->
            teams.forEach(
                (team, more) -> {
                  Totals totals =
                      games
                          .computeIfAbsent(id, key -> new HashMap<>())
                          .computeIfAbsent(
                              team, key -> new Totals(more.season, more.day, more.opponent));
                  totals.add(
                      more.points, more.shots, more.freeThrows, more.turnovers, more.seconds);
                }));
    seasons = null;
  }

  /**
   * Mean points that the team allowed over the mean points of all teams, both before the slate;
   * empty until the team has played five games.
   */
  public OptionalDouble pointsAllowedFactor(TeamCode team, String season, GameDay slate) {
    Map<TeamCode, Running> teams = season(season);
    double leaguePoints = 0;
    int leagueGames = 0;
    for (Running running : teams.values()) {
      int count = running.gamesBefore(slate);
      leaguePoints += sum(running.points, count);
      leagueGames += count;
    }
    Running own = teams.get(team);
    int count = own == null ? 0 : own.gamesBefore(slate);
    if (own == null || count < MIN_GAMES) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(sum(own.allowed, count) / count / (leaguePoints / leagueGames));
  }

  /**
   * Mean of both sides' possessions per 48 minutes in the team's games before the slate; empty
   * until the team has played five.
   */
  public OptionalDouble pace(TeamCode team, String season, GameDay slate) {
    Running own = season(season).get(team);
    int count = own == null ? 0 : own.gamesBefore(slate);
    return own == null || count < MIN_GAMES
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum(own.pace, count) / count);
  }

  private static double sum(List<Double> running, int count) {
    return count == 0 ? 0 : running.get(count - 1);
  }

  private synchronized Map<TeamCode, Running> season(String label) {
    if (seasons == null) {
      seasons = runningSums();
    }
    return seasons.getOrDefault(label, Map.of());
  }

  private Map<String, Map<TeamCode, Running>> runningSums() {
    Map<String, Map<TeamCode, Running>> bySeason = new HashMap<>();
    games.entrySet().stream()
        .flatMap(game -> game.getValue().entrySet().stream().map(team -> Map.entry(game, team)))
        .sorted(
            Comparator.comparing(
                    (Map.Entry<
                                Map.Entry<String, Map<TeamCode, Totals>>,
                                Map.Entry<TeamCode, Totals>>
                            entry) -> entry.getValue().getValue().day)
                .thenComparing(entry -> entry.getKey().getKey())
                .thenComparing(entry -> entry.getValue().getKey()))
        .forEach(
            entry -> {
              Totals own = entry.getValue().getValue();
              Totals other = entry.getKey().getValue().get(own.opponent);
              if (other == null || !own.isComplete() || !other.isComplete()) {
                return;
              }
              Running running =
                  bySeason
                      .computeIfAbsent(own.season, key -> new HashMap<>())
                      .computeIfAbsent(entry.getValue().getKey(), key -> new Running());
              int played = running.days.size();
              double minutes = own.seconds / 60.0 / PLAYERS_ON_COURT;
              running.points.add(sum(running.points, played) + own.points);
              running.allowed.add(sum(running.allowed, played) + other.points);
              running.pace.add(
                  sum(running.pace, played)
                      + REGULATION * (own.possessions() + other.possessions()) / 2 / minutes);
              running.days.add(own.day);
            });
    return bySeason;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LeagueHistory that && games.equals(that.games);
  }

  @Override
  public int hashCode() {
    return games.hashCode();
  }
}
