package dev.tipoff.io.balldontlie;

import com.google.common.collect.Sets;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * A game as balldontlie tells of it, in games, box scores and players' lines alike. A game after
 * the season counts as of the playoffs and any other as of the regular season: neither the play-in
 * nor the final of the cup can be told from the body.
 */
record BdlGame(
    String eventId,
    GameDay day,
    @Nullable SeasonType seasonType,
    TeamCode home,
    TeamCode away,
    GameStatus status,
    @Nullable Instant tip,
    @Nullable Integer homePoints,
    @Nullable Integer awayPoints) {
  private static final Set<String> FIELDS =
      Set.of(
          "date",
          "season",
          "status",
          "period",
          "time",
          "postseason",
          "home_team_score",
          "visitor_team_score");

  /** Fields that only some bodies have. */
  private static final Set<String> MORE =
      Set.of(
          "datetime",
          "postponed",
          "ist_stage",
          "home_q1",
          "home_q2",
          "home_q3",
          "home_q4",
          "home_ot1",
          "home_ot2",
          "home_ot3",
          "home_timeouts_remaining",
          "home_in_bonus",
          "visitor_q1",
          "visitor_q2",
          "visitor_q3",
          "visitor_q4",
          "visitor_ot1",
          "visitor_ot2",
          "visitor_ot3",
          "visitor_timeouts_remaining",
          "visitor_in_bonus");

  private static final String MIDNIGHT = "T00:00:00.000Z";

  /** Reports what has changed of the fields of a game and of those that a body adds to them. */
  static void expect(BodyNode game, ParsedRows rows, Set<String> added) {
    game.expect(rows, Sets.union(FIELDS, added), MORE);
  }

  /**
   * Reads a game whose teams are known.
   *
   * @param eventId balldontlie's id; absent where a body has none, then the game goes by its day
   *     and teams, as in the league's own game codes
   */
  static BdlGame read(BodyNode game, @Nullable String eventId, TeamCode home, TeamCode away)
      throws BadBodyException {
    if (home == away) {
      throw new BadBodyException("at " + game.path() + ": " + home + " plays against itself");
    }
    GameDay day = day(game);
    BdlStatus said = BdlStatus.read(game);
    GameStatus status =
        Boolean.TRUE.equals(game.flagOrNone("postponed")) ? GameStatus.POSTPONED : said.status();
    boolean begun = status == GameStatus.LIVE || status == GameStatus.FINAL;
    Integer homePoints = begun ? game.integerOrNone("home_team_score") : null;
    Integer awayPoints = begun ? game.integerOrNone("visitor_team_score") : null;
    if (status == GameStatus.FINAL) {
      checkFinal(game, homePoints, awayPoints);
    }
    return new BdlGame(
        eventId == null ? code(day, home, away) : eventId,
        day,
        seasonType(game),
        home,
        away,
        status,
        tip(game, day, said),
        homePoints,
        awayPoints);
  }

  /** The game for a schedule. */
  FeedGame row(Body body) {
    return FeedGame.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(eventId)
        .setGameId("")
        .setGameDate(day)
        .setSeasonType(seasonType)
        .setHome(home)
        .setAway(away)
        .setTipTime(tip)
        .setStatus(status)
        .setHomePoints(homePoints)
        .setAwayPoints(awayPoints)
        .setReceivedTime(body.receivedTime())
        .build();
  }

  /** A line of its box score, without the player and his figures. */
  FeedPlayerGame.Builder line(Body body, TeamCode team) {
    return FeedPlayerGame.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(eventId)
        .setGameId("")
        .setGameDate(day)
        .setTeam(team)
        .setOpponent(team == home ? away : home)
        .setAtHome(team == home)
        .setGameStatus(status)
        .setReceivedTime(body.receivedTime());
  }

  private static String code(GameDay day, TeamCode home, TeamCode away) {
    return day.toString().replace("-", "") + "/" + away + home;
  }

  /** The day, also as older bodies write it, with a midnight. */
  private static GameDay day(BodyNode game) throws BadBodyException {
    String text = game.text("date");
    try {
      return GameDay.parse(
          text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text);
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("at " + game.path() + "/date: " + e.getMessage());
    }
  }

  private static @Nullable SeasonType seasonType(BodyNode game) throws BadBodyException {
    Boolean postseason = game.flagOrNone("postseason");
    if (postseason == null) {
      return null;
    }
    return postseason ? SeasonType.PLAYOFFS : SeasonType.REGULAR;
  }

  /** Absent too if it is on another day than the game: the midnight of a time not yet fixed. */
  private static @Nullable Instant tip(BodyNode game, GameDay day, BdlStatus said)
      throws BadBodyException {
    Instant tip = game.has("datetime") ? game.requiredTime("datetime") : said.tip();
    return tip != null && GameDay.ofTip(tip).equals(day) ? tip : null;
  }

  private static void checkFinal(
      BodyNode game, @Nullable Integer homePoints, @Nullable Integer awayPoints)
      throws BadBodyException {
    if (homePoints == null || awayPoints == null || homePoints.equals(awayPoints)) {
      throw new BadBodyException(
          "at " + game.path() + ": final, but the score is " + awayPoints + " to " + homePoints);
    }
  }
}
