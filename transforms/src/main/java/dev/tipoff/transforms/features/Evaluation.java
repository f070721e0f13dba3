package dev.tipoff.transforms.features;

/** Whom forecasts are evaluated on: population "all". */
public final class Evaluation {
  /** Earlier games of the season that a player needs. */
  public static final int MIN_GAMES = 10;

  /** Mean minutes over them that he needs. */
  public static final double MIN_MINUTES = 10;

  private Evaluation() {}
}
