package dev.tipoff.transforms.feed;

/** Where a game stands. */
public enum GameStatus {
  /** Not begun. */
  SCHEDULED,
  /** Being played. */
  LIVE,
  /** Played; its figures are the final ones. */
  FINAL,
  /** Put off, to a day that may not be known. */
  POSTPONED,
  /** Never to be played. */
  CANCELED
}
