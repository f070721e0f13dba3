package dev.tipoff.io.documents;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads the lines of a final box one after another, and knows whose box it is in. */
final class GamebookReader {
  private static final double SECONDS = 60;

  private static final Pattern TEAM =
      Pattern.compile("(VISITOR|HOME): *(.+?) *(?:\\(\\d+-\\d+\\))?");

  private static final Pattern PLAYED =
      Pattern.compile("(?:\\d{1,2} )?(\\S.*?)( [FGC](?:-[FGC])?)? (\\d{1,3}):([0-5]\\d) (\\S.*)");

  private static final Pattern TOTALS = Pattern.compile("(?:TOTALS?:? )?\\d{2,3}:\\d{2} (\\S.*)");
  private static final Pattern OFFICIAL = Pattern.compile("#(\\d{1,3}) ([^#,]+)");
  private static final Pattern INACTIVE = Pattern.compile(" *([^-]+?) *- *(.*)");

  /** Somebody of a list, and why in brackets. */
  private static final Pattern ABSENT = Pattern.compile("([^()]+?) *(?:\\((.*)\\))?");

  private final GamebookGame game;
  private final ParsedRows rows;

  /** The points of each team's players, and of the team as the book adds them up. */
  private final Map<Boolean, Integer> points = new HashMap<>();

  private final Map<Boolean, Integer> totals = new HashMap<>();

  private @Nullable Boolean atHome;
  private @Nullable GamebookFigures figures;
  private int line;

  GamebookReader(GamebookGame game, ParsedRows rows) {
    this.game = game;
    this.rows = rows;
  }

  /**
   * Reads the next line; one that cannot be read is a failure.
   *
   * @throws BadBodyException if it says that the book is not of the game asked for
   */
  void read(String text) throws BadBodyException {
    line++;
    game.checkDate(text);
    Matcher team = TEAM.matcher(text);
    if (team.matches()) {
      open(team.group(1).equals("HOME"), team.group(2));
      return;
    }
    try {
      Boolean side = atHome;
      if (text.startsWith(GamebookLines.OFFICIALS)) {
        officials(text);
      } else if (text.startsWith(GamebookLines.INACTIVE)) {
        for (String list : text.split(GamebookLines.INACTIVE, -1)) {
          inactive(list);
        }
      } else if (side != null) {
        box(text, side);
      }
    } catch (BadBodyException e) {
      rows.fail(FailureCode.BAD_ENTRY, "/lines/" + line, String.valueOf(e.getMessage()), text);
    }
  }

  /**
   * Holds the players' points against the teams'.
   *
   * @throws BadBodyException if a team's box is not there to its end
   */
  void finish() throws BadBodyException {
    for (boolean side : new boolean[] {false, true}) {
      Integer total = totals.get(side);
      if (total == null) {
        throw new BadBodyException("the book has no whole box of " + game.team(side));
      }
      int sum = points.getOrDefault(side, 0);
      if (sum != total) {
        rows.fail(
            FailureCode.BAD_ENTRY,
            "/totals/" + game.team(side),
            "the players have " + sum + " points, their team " + total,
            "");
      }
    }
  }

  private void open(boolean side, String name) throws BadBodyException {
    TeamCode team = PrintedTeam.read(name);
    if (team != game.team(side)) {
      throw new BadBodyException(
          "the book is of " + team + ", but " + game.away() + "@" + game.home() + " was asked for");
    }
    atHome = side;
    figures = null;
  }

  private void box(String text, boolean side) throws BadBodyException {
    if (GamebookFigures.isHeader(text)) {
      figures = GamebookFigures.header(text, rows);
      return;
    }
    GamebookFigures columns = figures;
    if (columns == null) {
      throw new BadBodyException("a line before the header of the box");
    }
    Matcher total = TOTALS.matcher(text);
    if (total.matches()) {
      atHome = null;
      totals.put(side, columns.read(total.group(1)).getOrDefault(GamebookFigures.POINTS, 0));
      return;
    }
    Matcher absent = GamebookLines.ABSENT.matcher(text);
    Matcher played = PLAYED.matcher(text);
    if (absent.matches()) {
      rows.add(
          FeedTables.PLAYER_GAMES,
          game.player(absent.group(1), side, Appearance.DID_NOT_PLAY)
              .setReason(absent.group(2))
              .setStarter(false)
              .build());
    } else if (played.matches()) {
      FeedPlayerGame.Builder row =
          game.player(played.group(1), side, Appearance.PLAYED)
              .setStarter(played.group(2) != null)
              .setMinutes(
                  Integer.parseInt(played.group(3)) + Integer.parseInt(played.group(4)) / SECONDS);
      Map<String, Integer> read = columns.read(played.group(5));
      GamebookFigures.set(read, row);
      rows.add(FeedTables.PLAYER_GAMES, row.build());
      points.merge(side, read.getOrDefault(GamebookFigures.POINTS, 0), Integer::sum);
    } else {
      throw new BadBodyException("neither a line of figures nor a reason not to play");
    }
  }

  private void officials(String text) throws BadBodyException {
    int count = 0;
    for (Matcher official = OFFICIAL.matcher(text); official.find(); count++) {
      rows.add(FeedTables.REFEREES, game.official(official.group(1), official.group(2).strip()));
    }
    if (count == 0) {
      throw new BadBodyException("no official like '#12 First Last'");
    }
  }

  private void inactive(String text) throws BadBodyException {
    if (text.isBlank()) {
      return;
    }
    Matcher list = INACTIVE.matcher(text);
    if (!list.matches()) {
      throw new BadBodyException("no list like 'Team - Last (Reason), Last (Reason)'");
    }
    boolean side = PrintedTeam.isCalled(game.home(), list.group(1));
    if (!side && !PrintedTeam.isCalled(game.away(), list.group(1))) {
      throw new BadBodyException("'" + list.group(1) + "' does not play in this game");
    }
    for (String entry : GamebookLines.entries(list.group(2))) {
      Matcher absent = ABSENT.matcher(entry);
      if (!absent.matches()) {
        throw new BadBodyException("'" + entry + "' is nobody like 'Last (Reason)'");
      }
      String reason = absent.group(2);
      rows.add(
          FeedTables.PLAYER_GAMES,
          game.player(absent.group(1), side, Appearance.INACTIVE)
              .setReason(reason == null || reason.isBlank() ? null : reason.strip())
              .setStarter(false)
              .build());
    }
  }
}
