package dev.tipoff.io.balldontlie;

import com.google.common.collect.Sets;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A player's line of a box score. Balldontlie does not say who stayed on the bench: that is a line
 * without minutes and without any figure but zero, and such a line of a game that is not over says
 * nothing. It does not say either who started, or who was not dressed.
 */
final class BdlLine {
  private static final List<String> COUNTS =
      List.of(
          "fgm",
          "fga",
          "fg3m",
          "fg3a",
          "ftm",
          "fta",
          "oreb",
          "dreb",
          "reb",
          "ast",
          "stl",
          "blk",
          "turnover",
          "pf",
          "pts");

  private static final Set<String> FIELDS =
      Sets.union(Set.copyOf(COUNTS), Set.of("min", "fg_pct", "fg3_pct", "ft_pct", "player"))
          .immutableCopy();

  /** "34", "34:12". */
  private static final Pattern MINUTES = Pattern.compile("(\\d{1,3})(?::([0-5]\\d))?");

  private static final double SECONDS = 60;

  private BdlLine() {}

  /** Reports what has changed of the fields of a line and of those that a body adds to them. */
  static void expect(BodyNode line, ParsedRows rows, Set<String> added) {
    line.expect(rows, Sets.union(FIELDS, added), Set.of("plus_minus"));
  }

  /**
   * Reads a line into {@link FeedTables#PLAYER_GAMES}.
   *
   * @param row what the body says of the game and the team
   */
  static void read(
      BodyNode line,
      BdlPlayer player,
      FeedPlayerGame.Builder row,
      GameStatus status,
      ParsedRows rows)
      throws BadBodyException {
    row.setPlayerId(player.id()).setPlayerName(player.name());
    Double minutes = minutes(line);
    if ((minutes != null && minutes > 0) || hasFigures(line)) {
      rows.add(FeedTables.PLAYER_GAMES, played(line, row, minutes));
    } else if (status == GameStatus.FINAL) {
      rows.add(FeedTables.PLAYER_GAMES, row.setAppearance(Appearance.DID_NOT_PLAY).build());
    } else {
      rows.ignore("has not played in a game that is not over");
    }
  }

  private static FeedPlayerGame played(
      BodyNode line, FeedPlayerGame.Builder row, @Nullable Double minutes) throws BadBodyException {
    FeedPlayerGame played =
        row.setAppearance(Appearance.PLAYED)
            .setMinutes(minutes)
            .setFieldGoalsMade(count(line, "fgm"))
            .setFieldGoalsAttempted(count(line, "fga"))
            .setThreesMade(count(line, "fg3m"))
            .setThreesAttempted(count(line, "fg3a"))
            .setFreeThrowsMade(count(line, "ftm"))
            .setFreeThrowsAttempted(count(line, "fta"))
            .setOffensiveRebounds(count(line, "oreb"))
            .setDefensiveRebounds(count(line, "dreb"))
            .setRebounds(count(line, "reb"))
            .setAssists(count(line, "ast"))
            .setSteals(count(line, "stl"))
            .setBlocks(count(line, "blk"))
            .setTurnovers(count(line, "turnover"))
            .setFouls(count(line, "pf"))
            .setPoints(count(line, "pts"))
            .setPlusMinus(line.integerOrNone("plus_minus"))
            .build();
    checkSums(line, played);
    return played;
  }

  private static boolean hasFigures(BodyNode line) throws BadBodyException {
    for (String field : COUNTS) {
      Integer count = count(line, field);
      if (count != null && count > 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Integer count(BodyNode line, String field) throws BadBodyException {
    Integer count = line.integerOrNone(field);
    if (count != null && count < 0) {
      throw new BadBodyException("at " + line.path() + "/" + field + ": " + count + " of them");
    }
    return count;
  }

  private static @Nullable Double minutes(BodyNode line) throws BadBodyException {
    String text = line.textOrNone("min");
    if (text == null) {
      return null;
    }
    Matcher form = MINUTES.matcher(text.strip());
    if (!form.matches()) {
      throw new BadBodyException("at " + line.path() + "/min: '" + text + "' are no minutes");
    }
    double minutes = Integer.parseInt(form.group(1));
    return form.group(2) == null ? minutes : minutes + Integer.parseInt(form.group(2)) / SECONDS;
  }

  /** Refuses a line whose figures contradict each other; which of them is wrong nobody can tell. */
  private static void checkSums(BodyNode line, FeedPlayerGame row) throws BadBodyException {
    Integer made = row.getFieldGoalsMade();
    Integer threes = row.getThreesMade();
    Integer free = row.getFreeThrowsMade();
    Integer points = row.getPoints();
    if (made != null
        && threes != null
        && free != null
        && points != null
        && points != 2 * made + threes + free) {
      throw new BadBodyException(
          String.format(
              "at %s: %d points do not come of %d field goals, %d of them threes, and %d free"
                  + " throws",
              line.path(), points, made, threes, free));
    }
    Integer own = row.getOffensiveRebounds();
    Integer others = row.getDefensiveRebounds();
    Integer all = row.getRebounds();
    if (own != null && others != null && all != null && all != own + others) {
      throw new BadBodyException(
          String.format("at %s: %d rebounds are not %d and %d", line.path(), all, own, others));
    }
  }
}
