package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.DateTime;
import org.joda.time.Instant;

/** A game as the NBA's schedules and its scoreboard write it: with an object for each team. */
final class NbaGame {
  private static final Set<String> TEAM = Set.of("teamId", "teamName", "teamTricode", "score");
  private static final Set<String> TEAM_SOMETIMES =
      Set.of(
          "teamCity",
          "teamSlug",
          "wins",
          "losses",
          "seed",
          "inBonus",
          "timeoutsRemaining",
          "periods");

  private NbaGame() {}

  /**
   * Adds the game to {@link FeedTables#GAMES}, or ignores one that does not count or whose teams
   * are not known yet.
   *
   * @param tipField where the tip-off is; midnight in New York there means that it is not fixed
   * @param listed the day that the game is listed under, its slate while the tip-off is not fixed
   */
  static void add(BodyNode game, String tipField, GameDay listed, Body body, ParsedRows rows)
      throws BadBodyException {
    Optional<NbaGameId> id = NbaGameId.read(game, "gameId", rows);
    if (id.isEmpty()) {
      return;
    }
    BodyNode home = team(game, "homeTeam", rows);
    BodyNode away = team(game, "awayTeam", rows);
    if (isUnknown(home) || isUnknown(away)) {
      rows.ignore("teams not known yet");
      return;
    }
    GameStatus status = status(game);
    Instant tip = tip(game, tipField, status);
    FeedGame.Builder row =
        id.get()
            .game(body)
            .setGameDate(tip == null ? listed : GameDay.ofTip(tip))
            .setHome(home.team("teamTricode"))
            .setAway(away.team("teamTricode"))
            .setTipTime(tip)
            .setStatus(status)
            .setArena(game.textOrNone("arenaName"));
    if (NbaFields.hasPoints(status)) {
      row.setHomePoints(home.integer("score")).setAwayPoints(away.integer("score"));
    }
    rows.add(FeedTables.GAMES, row.build());
  }

  private static BodyNode team(BodyNode game, String field, ParsedRows rows)
      throws BadBodyException {
    BodyNode team = game.object(field);
    team.expect(rows, TEAM, TEAM_SOMETIMES);
    return team;
  }

  /** Whether it is the place of a team that a later round decides on. */
  private static boolean isUnknown(BodyNode team) throws BadBodyException {
    return team.integer("teamId") == 0 && team.textOrNone("teamTricode") == null;
  }

  private static GameStatus status(BodyNode game) throws BadBodyException {
    GameStatus status = NbaFields.status(game, "gameStatus", "gameStatusText");
    boolean postponed =
        status == GameStatus.SCHEDULED && "Y".equals(game.textOrNone("postponedStatus"));
    return postponed ? GameStatus.POSTPONED : status;
  }

  private static @Nullable Instant tip(BodyNode game, String field, GameStatus status)
      throws BadBodyException {
    String words = game.textOrNone("gameStatusText");
    boolean open = words != null && words.strip().equalsIgnoreCase("TBD");
    boolean off = status == GameStatus.POSTPONED || status == GameStatus.CANCELED;
    if (open || off || game.textOrNone(field) == null) {
      return null;
    }
    Instant tip = game.requiredTime(field);
    DateTime there = tip.toDateTime(GameDay.ZONE);
    return there.getMillisOfDay() == 0 ? null : tip;
  }
}
