package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Reads the tables of {@code scoreboardV2}: the games and, apart from them, the points of each
 * team. Only a game that is to come has its tip-off there, in words: {@code 7:30 pm ET}.
 */
final class NbaScoreboardV2 {
  private static final Set<String> HEADER =
      Set.of(
          "GAME_DATE_EST",
          "GAME_ID",
          "GAME_STATUS_ID",
          "GAME_STATUS_TEXT",
          "HOME_TEAM_ID",
          "VISITOR_TEAM_ID",
          "ARENA_NAME");

  private static final Set<String> HEADER_SOMETIMES =
      Set.of(
          "GAME_SEQUENCE",
          "GAMECODE",
          "SEASON",
          "LIVE_PERIOD",
          "LIVE_PC_TIME",
          "NATL_TV_BROADCASTER_ABBREVIATION",
          "HOME_TV_BROADCASTER_ABBREVIATION",
          "AWAY_TV_BROADCASTER_ABBREVIATION",
          "LIVE_PERIOD_TIME_BCAST",
          "WH_STATUS",
          "WNBA_COMMISSIONER_FLAG");

  private static final Set<String> SCORE = Set.of("GAME_ID", "TEAM_ABBREVIATION", "PTS");

  private static final Set<String> SCORE_SOMETIMES =
      Set.of(
          "GAME_DATE_EST",
          "GAME_SEQUENCE",
          "TEAM_ID",
          "TEAM_CITY_NAME",
          "TEAM_NAME",
          "TEAM_WINS_LOSSES",
          "PTS_QTR1",
          "PTS_QTR2",
          "PTS_QTR3",
          "PTS_QTR4",
          "PTS_OT1",
          "PTS_OT2",
          "PTS_OT3",
          "PTS_OT4",
          "PTS_OT5",
          "PTS_OT6",
          "PTS_OT7",
          "PTS_OT8",
          "PTS_OT9",
          "PTS_OT10",
          "FG_PCT",
          "FT_PCT",
          "FG3_PCT",
          "AST",
          "REB",
          "TOV");

  private static final Pattern TIP =
      Pattern.compile("(1[0-2]|[1-9]):([0-5]\\d) ([ap])m ET", Pattern.CASE_INSENSITIVE);

  private static final ZoneId NEW_YORK = GameDay.ZONE.toTimeZone().toZoneId();

  private record Side(String gameId, TeamCode team) {}

  private NbaScoreboardV2() {}

  static void parse(BodyNode answer, Body body, ParsedRows rows) throws BadBodyException {
    ResultSets sets = ResultSets.read(answer);
    Map<Side, Integer> points = new HashMap<>();
    rows.each(
        sets.rows("LineScore", SCORE, SCORE_SOMETIMES, rows),
        row -> {
          Integer scored = row.integerOrNone("PTS");
          if (scored != null) {
            points.put(new Side(row.text("GAME_ID"), row.team("TEAM_ABBREVIATION")), scored);
          }
        });
    rows.each(
        sets.rows("GameHeader", HEADER, HEADER_SOMETIMES, rows),
        row -> {
          Optional<NbaGameId> id = NbaGameId.read(row, "GAME_ID", rows);
          if (id.isPresent()) {
            rows.add(FeedTables.GAMES, game(row, id.get(), points, body));
          }
        });
  }

  private static FeedGame game(BodyNode row, NbaGameId id, Map<Side, Integer> points, Body body)
      throws BadBodyException {
    TeamCode home = NbaFields.team(row, "HOME_TEAM_ID");
    TeamCode away = NbaFields.team(row, "VISITOR_TEAM_ID");
    GameStatus status = NbaFields.status(row, "GAME_STATUS_ID", "GAME_STATUS_TEXT");
    GameDay day = NbaFields.day(row, "GAME_DATE_EST");
    FeedGame.Builder game =
        id.game(body)
            .setGameDate(day)
            .setHome(home)
            .setAway(away)
            .setTipTime(status == GameStatus.SCHEDULED ? tip(row, day) : null)
            .setStatus(status)
            .setArena(row.textOrNone("ARENA_NAME"));
    if (NbaFields.hasPoints(status)) {
      Integer homePoints = points.get(new Side(id.text(), home));
      Integer awayPoints = points.get(new Side(id.text(), away));
      if (status == GameStatus.FINAL && (homePoints == null || awayPoints == null)) {
        throw new BadBodyException("at " + row.path() + ": a final game without its points");
      }
      game.setHomePoints(homePoints).setAwayPoints(awayPoints);
    }
    return game.build();
  }

  private static @Nullable Instant tip(BodyNode row, GameDay day) throws BadBodyException {
    Matcher words = TIP.matcher(row.text("GAME_STATUS_TEXT").strip());
    if (!words.matches()) {
      return null;
    }
    boolean afternoon = "p".equalsIgnoreCase(words.group(3));
    int hour = Integer.parseInt(String.valueOf(words.group(1))) % 12 + (afternoon ? 12 : 0);
    int minute = Integer.parseInt(String.valueOf(words.group(2)));
    return Instant.ofEpochMilli(
        day.date().atTime(hour, minute).atZone(NEW_YORK).toInstant().toEpochMilli());
  }
}
