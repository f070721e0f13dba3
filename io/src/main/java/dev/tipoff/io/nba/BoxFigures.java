package dev.tipoff.io.nba;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.FeedTeamGame;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The figures of a box score's row by the headers of stats.nba.com, of players and teams alike. */
final class BoxFigures {
  static final String MINUTES = "MIN";
  static final String POINTS = "PTS";

  /** The headers that every box score has. */
  static final Set<String> COLUMNS =
      ImmutableSet.of(
          MINUTES, "FGM", "FGA", "FG3M", "FG3A", "FTM", "FTA", "OREB", "DREB", "REB", "AST", "STL",
          "BLK", "PF", POINTS);

  /** The headers of shares, which are not read. */
  static final Set<String> SHARES = ImmutableSet.of("FG_PCT", "FG3_PCT", "FT_PCT");

  private static final String PLUS_MINUS = "PLUS_MINUS";
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,3})(?:\\.0+)?:([0-5]\\d)");
  private static final double SECONDS = 60;

  private static final ImmutableMap<String, BiConsumer<FeedPlayerGame.Builder, Integer>> PLAYER =
      ImmutableMap.<String, BiConsumer<FeedPlayerGame.Builder, Integer>>builder()
          .put("FGM", FeedPlayerGame.Builder::setFieldGoalsMade)
          .put("FGA", FeedPlayerGame.Builder::setFieldGoalsAttempted)
          .put("FG3M", FeedPlayerGame.Builder::setThreesMade)
          .put("FG3A", FeedPlayerGame.Builder::setThreesAttempted)
          .put("FTM", FeedPlayerGame.Builder::setFreeThrowsMade)
          .put("FTA", FeedPlayerGame.Builder::setFreeThrowsAttempted)
          .put("OREB", FeedPlayerGame.Builder::setOffensiveRebounds)
          .put("DREB", FeedPlayerGame.Builder::setDefensiveRebounds)
          .put("REB", FeedPlayerGame.Builder::setRebounds)
          .put("AST", FeedPlayerGame.Builder::setAssists)
          .put("STL", FeedPlayerGame.Builder::setSteals)
          .put("BLK", FeedPlayerGame.Builder::setBlocks)
          .put("TOV", FeedPlayerGame.Builder::setTurnovers)
          .put("TO", FeedPlayerGame.Builder::setTurnovers)
          .put("PF", FeedPlayerGame.Builder::setFouls)
          .put(POINTS, FeedPlayerGame.Builder::setPoints)
          .put(PLUS_MINUS, FeedPlayerGame.Builder::setPlusMinus)
          .buildOrThrow();

  private static final ImmutableMap<String, BiConsumer<FeedTeamGame.Builder, Integer>> TEAM =
      ImmutableMap.<String, BiConsumer<FeedTeamGame.Builder, Integer>>builder()
          .put("FGM", FeedTeamGame.Builder::setFieldGoalsMade)
          .put("FGA", FeedTeamGame.Builder::setFieldGoalsAttempted)
          .put("FG3M", FeedTeamGame.Builder::setThreesMade)
          .put("FG3A", FeedTeamGame.Builder::setThreesAttempted)
          .put("FTM", FeedTeamGame.Builder::setFreeThrowsMade)
          .put("FTA", FeedTeamGame.Builder::setFreeThrowsAttempted)
          .put("OREB", FeedTeamGame.Builder::setOffensiveRebounds)
          .put("DREB", FeedTeamGame.Builder::setDefensiveRebounds)
          .put("REB", FeedTeamGame.Builder::setRebounds)
          .put("AST", FeedTeamGame.Builder::setAssists)
          .put("STL", FeedTeamGame.Builder::setSteals)
          .put("BLK", FeedTeamGame.Builder::setBlocks)
          .put("TO", FeedTeamGame.Builder::setTurnovers)
          .put("PF", FeedTeamGame.Builder::setFouls)
          .put(POINTS, FeedTeamGame.Builder::setPoints)
          .buildOrThrow();

  private BoxFigures() {}

  /** A player's line of a game, without figures. */
  static FeedPlayerGame.Builder player(BodyNode row, NbaGameId game, Body body)
      throws BadBodyException {
    return FeedPlayerGame.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(game.text())
        .setGameId(game.text())
        .setPlayerId(row.id("PLAYER_ID"))
        .setPlayerName(row.text("PLAYER_NAME"))
        .setReceivedTime(body.receivedTime());
  }

  /** Fills in the figures of somebody who played, of whom at least minutes and points are known. */
  static void fill(FeedPlayerGame.Builder line, BodyNode row) throws BadBodyException {
    Double minutes = minutes(row);
    if (minutes == null) {
      throw new BadBodyException("at " + row.path() + "/" + MINUTES + ": expected minutes");
    }
    line.setMinutes(minutes);
    line.setPoints(row.integer(POINTS));
    fill(line, row, PLAYER);
  }

  static void fill(FeedTeamGame.Builder line, BodyNode row) throws BadBodyException {
    line.setMinutes(minutes(row));
    fill(line, row, TEAM);
  }

  private static <B> void fill(B line, BodyNode row, Map<String, BiConsumer<B, Integer>> columns)
      throws BadBodyException {
    for (Map.Entry<String, BiConsumer<B, Integer>> column : columns.entrySet()) {
      Integer figure = row.integerOrNone(column.getKey());
      if (figure == null) {
        continue;
      }
      if (figure < 0 && !column.getKey().equals(PLUS_MINUS)) {
        throw new BadBodyException(
            "at " + row.path() + "/" + column.getKey() + ": " + figure + " is less than none");
      }
      column.getValue().accept(line, figure);
    }
  }

  /** Minutes, a number or a clock such as {@code 34:12}; absent if there are none. */
  static @Nullable Double minutes(BodyNode row) throws BadBodyException {
    if (row.json().path(MINUTES).isNumber()) {
      double minutes = row.number(MINUTES);
      if (minutes < 0) {
        throw new BadBodyException("at " + row.path() + "/MIN: " + minutes + " is less than none");
      }
      return minutes;
    }
    String text = row.textOrNone(MINUTES);
    if (text == null) {
      return null;
    }
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      throw new BadBodyException(
          "at " + row.path() + "/MIN: expected minutes like 34:12, found " + text);
    }
    return Integer.parseInt(String.valueOf(clock.group(1)))
        + Integer.parseInt(String.valueOf(clock.group(2))) / SECONDS;
  }
}
