package dev.tipoff.transforms.prediction;

/** What to do about a line. */
public enum Recommendation {
  OVER,
  UNDER,
  /** There is a line, and neither side is worth its price. */
  PASS,
  /** There is a line, but none of the books that the user can bet at offers it. */
  NO_BOOK,
  /** No book offers a line, so there is nothing to decide. */
  NO_LINE
}
