package dev.tipoff.transforms.boxscore;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One team's box score of one game, summed from its players' in the order of their ids, so that it
 * does not hang on the order they came in.
 *
 * <p>Possessions are FGA + 0.44 FTA + turnovers (Oliver, Basketball on Paper, 2004, without the
 * offensive rebounds, which the box scores lack, so about ten above the usual figure).
 */
public final class TeamBoxScore {
  /** Weight of a free throw attempt in a possession. */
  public static final double FREE_THROW_WEIGHT = 0.44;

  /** Minutes of a team in regulation time: five players for 48 minutes. */
  public static final double REGULATION_MINUTES = 240;

  /** What rounding to whole minutes may take from a full game. */
  private static final double ROUNDING_MINUTES = 5;

  private static final double OVERTIME_MINUTES = 25;

  private final List<PlayerGame> players;

  private TeamBoxScore(List<PlayerGame> players) {
    this.players = players;
  }

  /**
   * The box score of the players' team.
   *
   * @throws IllegalArgumentException if there are none, or they are not of one team and game
   */
  public static TeamBoxScore of(Collection<PlayerGame> players) {
    Preconditions.checkArgument(!players.isEmpty(), "a box score without players");
    List<PlayerGame> sorted = new ArrayList<>(players);
    sorted.sort(Comparator.comparing(row -> row.getPlayer().getId()));
    PlayerGame first = sorted.get(0);
    for (PlayerGame row : sorted) {
      Preconditions.checkArgument(
          row.getGameId().equals(first.getGameId()) && row.getTeam() == first.getTeam(),
          "a box score of both %s in game %s and %s in game %s",
          first.getTeam(),
          first.getGameId(),
          row.getTeam(),
          row.getGameId());
    }
    return new TeamBoxScore(List.copyOf(sorted));
  }

  /** Those who played, by id. */
  public List<PlayerGame> players() {
    return players;
  }

  public String gameId() {
    return players.get(0).getGameId();
  }

  public GameDay day() {
    return players.get(0).getGameDate();
  }

  public String season() {
    return players.get(0).getSeason();
  }

  public TeamCode team() {
    return players.get(0).getTeam();
  }

  public TeamCode opponent() {
    return players.get(0).getOpponent();
  }

  public boolean home() {
    return players.get(0).getHome();
  }

  /** The team's total of a figure. */
  public double sum(ToDoubleFunction<PlayerGame> figure) {
    double sum = 0;
    for (PlayerGame row : players) {
      sum += figure.applyAsDouble(row);
    }
    return sum;
  }

  public double points() {
    return sum(PlayerGame::getPoints);
  }

  /** Minutes of all players: 240 in regulation time. */
  public double minutes() {
    return sum(PlayerGame::getMinutes);
  }

  /** Shots, trips to the line and turnovers: see the class. */
  public double possessions() {
    return sum(TeamBoxScore::possessionsUsed);
  }

  /** The possessions that a player ended: FGA + 0.44 FTA + turnovers. */
  public static double possessionsUsed(PlayerGame row) {
    return row.getFieldGoalsAttempted()
        + FREE_THROW_WEIGHT * row.getFreeThrowsAttempted()
        + row.getTurnovers();
  }

  /** Whether the players' minutes are a full game's. */
  public boolean isComplete() {
    return minutes() >= REGULATION_MINUTES - ROUNDING_MINUTES;
  }

  /** How many overtimes the minutes speak of; only of a complete box score. */
  public int overtimes() {
    return (int) Math.max(0, Math.round((minutes() - REGULATION_MINUTES) / OVERTIME_MINUTES));
  }
}
