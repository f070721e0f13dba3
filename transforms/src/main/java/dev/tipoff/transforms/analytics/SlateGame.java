package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;

/**
 * A game on one day: what is known of a game that was put off or filed under two days is kept apart
 * by the day.
 */
record SlateGame(GameDay day, String gameId) {
  private static final char SEPARATOR = '|';

  /** The game as a key, {@code 2031-01-10|0023000500}. */
  static String key(GameDay day, String gameId) {
    return day + String.valueOf(SEPARATOR) + gameId;
  }

  /** The game of a {@link #key}. */
  static SlateGame parse(String key) {
    int end = key.indexOf(SEPARATOR);
    return new SlateGame(GameDay.parse(key.substring(0, end)), key.substring(end + 1));
  }

  /**
   * A failure to summarise the game.
   *
   * @param about what of the game it is about: a team, a source, a kind of rows
   */
  Failure failure(FailureCode code, String about, String message, String payload) {
    return Failure.of("SummariseGames", code, gameId + "|" + about, message, payload, day);
  }
}
