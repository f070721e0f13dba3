package dev.tipoff.transforms.feed;

/** How likely a player is to play, as a report puts it. */
public enum InjuryStatus {
  /** Will not play. */
  OUT,
  /** Unlikely to play. */
  DOUBTFUL,
  /** May or may not play. */
  QUESTIONABLE,
  /** Likely to play. */
  PROBABLE,
  /** Will play. */
  AVAILABLE,
  /** Hurt; the source does not say how likely he is to play. */
  DAY_TO_DAY,
  /** His team has not reported yet. */
  NOT_SUBMITTED
}
