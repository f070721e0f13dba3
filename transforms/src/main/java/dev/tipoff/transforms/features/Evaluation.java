package dev.tipoff.transforms.features;

/** Whom forecasts are evaluated on: population "all". */
public final class Evaluation {
  /** Earlier games of the season that a player needs. */
  public static final int MIN_GAMES = 10;

  /** Mean minutes over them that he needs. */
  public static final double MIN_MINUTES = 10;

  private Evaluation() {}

  /** Whether a player is of the population if he plays. */
  public static boolean of(GameContext context, FeatureVector features) {
    return context.getSeasonType().evaluated()
        && features.get(Feature.GAMES_SEASON).orElse(0) >= MIN_GAMES
        && features.get(Feature.MINUTES_MEAN_SEASON).orElse(0) >= MIN_MINUTES;
  }
}
