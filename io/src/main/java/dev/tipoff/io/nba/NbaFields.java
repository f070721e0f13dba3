package dev.tipoff.io.nba;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as the NBA writes them in all its feeds. */
final class NbaFields {
  private static final Pattern DAY =
      Pattern.compile("([12]\\d{3}-\\d{2}-\\d{2})(?:T00:00:00(?:\\.0+)?Z?)?");

  private static final ImmutableMap<Integer, TeamCode> TEAMS =
      Arrays.stream(TeamCode.values())
          .collect(ImmutableMap.toImmutableMap(NbaFields::idOf, team -> team));

  private static final int TO_COME = 1;
  private static final int UNDERWAY = 2;
  private static final int OVER = 3;

  private NbaFields() {}

  /** A date, alone or with midnight behind it. */
  static GameDay day(BodyNode node, String field) throws BadBodyException {
    String text = node.text(field);
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      try {
        return GameDay.parse(String.valueOf(day.group(1)));
      } catch (IllegalArgumentException e) {
        throw notADay(node, field, text);
      }
    }
    throw notADay(node, field, text);
  }

  /** A team by the NBA's number. */
  static TeamCode team(BodyNode node, String field) throws BadBodyException {
    int id = node.integer(field);
    TeamCode team = TEAMS.get(id);
    if (team == null) {
      throw new BadBodyException("at " + node.path() + "/" + field + ": " + id + " is no team");
    }
    return team;
  }

  /**
   * Where a game stands, by the NBA's number and its words, which alone tell that a game is put off
   * or called off.
   */
  static GameStatus status(BodyNode game, String number, String words) throws BadBodyException {
    String text = game.textOrNone(words);
    return switch (text == null ? "" : text.strip().toUpperCase(Locale.ROOT)) {
      case "PPD", "POSTPONED" -> GameStatus.POSTPONED;
      case "CNCL", "CANCELED", "CANCELLED" -> GameStatus.CANCELED;
      default -> status(game, number);
    };
  }

  private static GameStatus status(BodyNode game, String number) throws BadBodyException {
    int status = game.integer(number);
    return switch (status) {
      case TO_COME -> GameStatus.SCHEDULED;
      case UNDERWAY -> GameStatus.LIVE;
      case OVER -> GameStatus.FINAL;
      default ->
          throw new BadBodyException(
              "at " + game.path() + "/" + number + ": " + status + " is no status of a game");
    };
  }

  /** Whether a game has points: those of other games are zeros that mean nothing. */
  static boolean hasPoints(GameStatus status) {
    return status == GameStatus.LIVE || status == GameStatus.FINAL;
  }

  private static int idOf(TeamCode team) {
    return Integer.parseInt(
        Objects.requireNonNull(SlateParameters.of(team).get("nba_team_id"), team.name()));
  }

  private static BadBodyException notADay(BodyNode node, String field, String text) {
    return new BadBodyException(
        "at " + node.path() + "/" + field + ": '" + text + "' is not a date like 2031-01-10");
  }
}
