package dev.tipoff.pipelines.simulator;

/** A player's running box score during a game. */
final class Tally {
  double minutes;
  int rebounds;
  int assists;
  int steals;
  int blocks;
  int turnovers;
  int fieldGoals;
  int attempts;
  int threes;
  int threeAttempts;
  int freeThrows;
  int freeThrowAttempts;
  int plusMinus;

  int points() {
    return 2 * (fieldGoals - threes) + 3 * threes + freeThrows;
  }

  /** Takes one free throw; true if it went in. */
  boolean freeThrow(boolean made) {
    freeThrowAttempts++;
    if (made) {
      freeThrows++;
    }
    return made;
  }
}
