package dev.tipoff.pipelines.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One game of the schedule.
 *
 * @param number 1 for the season's first game
 * @param date day in New York
 * @param homeGame how many games the home team played before; so too awayGame
 * @param homeTired the home team played the day before; so too awayTired
 */
record ScheduledGame(
    int number,
    LocalDate date,
    Franchise home,
    Franchise away,
    Instant tip,
    String eventId,
    int homeGame,
    int awayGame,
    boolean homeTired,
    boolean awayTired) {
  String gameId() {
    return String.format(Locale.ROOT, "00225%05d", number);
  }
}
