package dev.tipoff.pipelines.simulator;

/**
 * A player's final line.
 *
 * @param minutes in tenths of a minute, so 314 is 31.4
 */
record BoxScoreLine(
    Player player,
    boolean starter,
    int minutes,
    int rebounds,
    int assists,
    int steals,
    int blocks,
    int turnovers,
    int fieldGoals,
    int attempts,
    int threes,
    int threeAttempts,
    int freeThrows,
    int freeThrowAttempts,
    int plusMinus) {

  static BoxScoreLine of(Shift shift, Tally tally) {
    return new BoxScoreLine(
        shift.player(),
        shift.starter(),
        Math.max(1, (int) Math.round(tally.minutes * 10)),
        tally.rebounds,
        tally.assists,
        tally.steals,
        tally.blocks,
        tally.turnovers,
        tally.fieldGoals,
        tally.attempts,
        tally.threes,
        tally.threeAttempts,
        tally.freeThrows,
        tally.freeThrowAttempts,
        tally.plusMinus);
  }

  int points() {
    return 2 * (fieldGoals - threes) + 3 * threes + freeThrows;
  }
}
