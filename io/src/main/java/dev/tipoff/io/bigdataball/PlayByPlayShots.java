package dev.tipoff.io.bigdataball;

import dev.tipoff.io.history.CsvRow;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.FeedShot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the field goal attempts of a play-by-play of BigDataBall, a CSV file of one game, into
 * {@link FeedTables#SHOTS}; other events are ignored by their type. Players have names and no ids.
 * The parameters {@code event_id}, which names the file, and {@code game_id} of the call are read;
 * a row of another game is a failure.
 */
public final class PlayByPlayShots implements BodyParser {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  /** All columns of a file; those that shots are made from come first. */
  private static final Set<String> READ =
      Set.of(
          "game_id",
          "date",
          "period",
          "remaining_time",
          "play_id",
          "team",
          "event_type",
          "assist",
          "player",
          "points",
          "result",
          "type",
          "shot_distance",
          "original_x",
          "original_y",
          "converted_x",
          "converted_y");

  private static final Set<String> NOT_READ =
      Set.copyOf(
          List.of(
              ("data_set a1 a2 a3 a4 a5 h1 h2 h3 h4 h5 away_score home_score elapsed play_length"
                      + " away home block entered left num opponent outof possession reason steal"
                      + " description")
                  .split(" ")));

  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):(\\d{1,2}(?:\\.\\d{1,3})?)");

  private static final int LAST_PERIOD = 20;

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    String event = parameter(body, "event_id");
    String game = parameter(body, "game_id");
    try (CSVParser parser = CSVParser.parse(body.text(), FORMAT)) {
      expect(parser.getHeaderNames(), rows);
      int count = 0;
      for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); count++) {
        row(records.next(), event, game, body, rows);
      }
      if (count == 0) {
        throw new BadBodyException("a play-by-play without plays");
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      // The library's ways to say that a quote never ends or that the header repeats a name.
      throw new BadBodyException("not CSV: " + e.getMessage());
    }
  }

  private static void expect(List<String> header, ParsedRows rows) throws BadBodyException {
    if (!header.contains("event_type")) {
      throw new BadBodyException("the header of a play-by-play has event_type, this one not");
    }
    for (String column : header) {
      if (!READ.contains(column) && !NOT_READ.contains(column)) {
        rows.drift("/" + column, "the column is new");
      }
    }
    Set<String> gone = new TreeSet<>(READ);
    header.forEach(gone::remove);
    gone.forEach(column -> rows.drift("/" + column, "the column is gone"));
  }

  private static void row(CSVRecord cells, String event, String game, Body body, ParsedRows rows) {
    try {
      CsvRow row = new CsvRow(cells);
      String type = row.text("event_type");
      if (!type.equals("shot") && !type.equals("miss")) {
        rows.ignore("event " + type);
        return;
      }
      String ofGame = row.text("game_id");
      if (!game.endsWith(ofGame)) {
        throw new IllegalArgumentException("game_id is '" + ofGame + "', asked for " + game);
      }
      rows.add(FeedTables.SHOTS, shot(row, event, game, body));
    } catch (IllegalArgumentException e) {
      rows.fail(
          FailureCode.BAD_ENTRY,
          "/" + cells.getRecordNumber(),
          String.valueOf(e.getMessage()),
          String.join(",", cells));
    }
  }

  private static FeedShot shot(CsvRow row, String event, String game, Body body) {
    boolean made = made(row.text("result"));
    int value = row.text("type").startsWith("3pt") ? 3 : 2;
    int points = row.whole("points", 0, 3);
    if (points != (made ? value : 0)) {
      throw new IllegalArgumentException(
          "a shot for " + value + ", " + (made ? "made" : "missed") + ", gives " + points);
    }
    CourtPlace place = CourtPlace.read(row);
    return FeedShot.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(event)
        .setGameId(game)
        .setGameDate(row.day("date"))
        .setEventNumber(row.whole("play_id", 0, Integer.MAX_VALUE))
        .setPeriod(row.whole("period", 1, LAST_PERIOD))
        .setClockSeconds(seconds(row.text("remaining_time")))
        .setPlayerId("")
        .setPlayerName(row.text("player"))
        .setTeam(row.team("team"))
        .setMade(made)
        .setValue(value)
        .setZone(place.zone(value))
        .setDistance(row.optionalNumber("shot_distance", 0, 100))
        .setCourtX(place.alongPercent())
        .setCourtY(place.acrossPercent())
        .setAssistedBy(orNone(row.optionalText("assist")))
        .setReceivedTime(body.receivedTime())
        .build();
  }

  private static boolean made(String result) {
    return switch (result) {
      case "made" -> true;
      case "missed" -> false;
      default ->
          throw new IllegalArgumentException("result is '" + result + "', not made or missed");
    };
  }

  /** The seconds in {@code 0:11:41} or {@code 11:41.5}. */
  private static double seconds(String clock) {
    Matcher parts = CLOCK.matcher(clock);
    if (!parts.matches()) {
      throw new IllegalArgumentException("remaining_time is '" + clock + "', no time left");
    }
    String hours = parts.group(1);
    return (hours == null ? 0 : Integer.parseInt(hours)) * 3600.0
        + Integer.parseInt(parts.group(2)) * 60.0
        + Double.parseDouble(parts.group(3));
  }

  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String parameter(Body body, String name) throws BadBodyException {
    String value = body.parameters().get(name);
    if (value == null) {
      throw new BadBodyException("the call has no parameter " + name);
    }
    return value;
  }
}
