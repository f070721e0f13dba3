package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;

/**
 * The game that a box score was asked for. The body does not say whether it is over. It is FINAL if
 * both teams have the minutes of a whole game, or of one with overtimes, and different points; or
 * if it was asked for when every game of the slate was over, at six in the morning in New York.
 * Until then it is LIVE.
 */
record BoxScoreGame(String id, TeamCode home, TeamCode away, GameStatus status) {
  private static final Duration NIGHT = Duration.standardHours(6);
  private static final double REGULATION = 240;
  private static final double OVERTIME = 25;

  /**
   * Finds out about the game.
   *
   * @param teams the rows of the teams
   * @throws BadBodyException if the parameters do not name the game
   */
  static BoxScoreGame of(Body body, List<BodyNode> teams) throws BadBodyException {
    boolean next = body.receivedTime().isAfter(body.filedUnder().lastInstant().plus(NIGHT));
    return new BoxScoreGame(
        parameter(body, "game_id"),
        team(body, "home"),
        team(body, "away"),
        next || isWhole(teams) ? GameStatus.FINAL : GameStatus.LIVE);
  }

  /**
   * The team of a row.
   *
   * @throws BadBodyException if the row is of another game, or of a team that does not play in it
   */
  TeamCode team(BodyNode row) throws BadBodyException {
    if (!row.text("GAME_ID").equals(id)) {
      throw new BadBodyException(
          "at " + row.path() + "/GAME_ID: asked for " + id + ", found " + row.text("GAME_ID"));
    }
    TeamCode team = row.team("TEAM_ABBREVIATION");
    if (team != home && team != away) {
      throw new BadBodyException(
          "at " + row.path() + "/TEAM_ABBREVIATION: " + team + " does not play in this game");
    }
    return team;
  }

  TeamCode opponent(TeamCode team) {
    return team == home ? away : home;
  }

  private static boolean isWhole(List<BodyNode> teams) throws BadBodyException {
    if (teams.size() != 2) {
      return false;
    }
    for (BodyNode team : teams) {
      Double minutes = BoxFigures.minutes(team);
      if (minutes == null || minutes < REGULATION || (minutes - REGULATION) % OVERTIME != 0) {
        return false;
      }
    }
    Integer first = teams.get(0).integerOrNone(BoxFigures.POINTS);
    return first != null && !first.equals(teams.get(1).integerOrNone(BoxFigures.POINTS));
  }

  private static TeamCode team(Body body, String name) throws BadBodyException {
    try {
      return TeamCode.parse(parameter(body, name));
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("the parameter " + name + ": " + e.getMessage());
    }
  }

  private static String parameter(Body body, String name) throws BadBodyException {
    @Nullable String value = body.parameters().get(name);
    if (value == null) {
      throw new BadBodyException("the parameter " + name + " is missing");
    }
    return value;
  }
}
