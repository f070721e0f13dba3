package dev.tipoff.io.documents;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.feed.RefereeAssignment;
import dev.tipoff.transforms.model.TeamCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The game that a book was asked for. */
record GamebookGame(Body body, String eventId, String gameId, TeamCode home, TeamCode away) {
  private static final Pattern DATED =
      Pattern.compile("[A-Z][a-z]+day, ([A-Z][a-z]+ \\d{1,2}, \\d{4})\\b.*");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  /**
   * @throws BadBodyException if a parameter is missing
   */
  static GamebookGame of(Body body) throws BadBodyException {
    return new GamebookGame(
        body,
        parameter(body, "event_id"),
        body.parameters().getOrDefault("game_id", ""),
        PrintedTeam.read(parameter(body, "home")),
        PrintedTeam.read(parameter(body, "away")));
  }

  private static String parameter(Body body, String name) throws BadBodyException {
    String value = body.parameters().get(name);
    if (value == null) {
      throw new BadBodyException("the parameter " + name + " is missing");
    }
    return value;
  }

  TeamCode team(boolean atHome) {
    return atHome ? home : away;
  }

  /**
   * Holds a dated line against the slate; the day where a game is played may be one later or
   * earlier than in New York.
   */
  void checkDate(String line) throws BadBodyException {
    Matcher dated = DATED.matcher(line);
    if (!dated.matches()) {
      return;
    }
    try {
      LocalDate date = LocalDate.parse(dated.group(1), DATE);
      if (Math.abs(ChronoUnit.DAYS.between(date, body.filedUnder().date())) > 1) {
        throw new BadBodyException(
            "the book is of " + date + ", but is filed under " + body.filedUnder());
      }
    } catch (DateTimeException e) {
      throw new BadBodyException("the book's date is none: '" + dated.group(1) + "'");
    }
  }

  FeedPlayerGame.Builder player(String name, boolean atHome, Appearance appearance) {
    return FeedPlayerGame.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(eventId)
        .setGameId(gameId)
        .setGameDate(body.filedUnder())
        .setPlayerId("")
        .setPlayerName(name)
        .setTeam(team(atHome))
        .setOpponent(team(!atHome))
        .setAtHome(atHome)
        .setGameStatus(GameStatus.FINAL)
        .setAppearance(appearance)
        .setReceivedTime(body.receivedTime());
  }

  RefereeAssignment official(String number, String name) {
    return RefereeAssignment.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setGameDate(body.filedUnder())
        .setEventId(eventId)
        .setGameId(gameId)
        .setHome(home)
        .setAway(away)
        .setOfficialId(number)
        .setOfficialName(name)
        .setRole("")
        .setReceivedTime(body.receivedTime())
        .build();
  }
}
