package dev.tipoff.transforms.grading;

/** What became of a prediction. */
public enum Outcome {
  WIN,
  LOSS,
  /** The stat landed on the line and the stake came back. */
  PUSH,
  /** The player did not play and the stake came back. */
  VOID,
  /** There was a line and the system passed, or no book to bet it at. */
  NO_BET,
  /** There was no line. */
  NO_LINE
}
