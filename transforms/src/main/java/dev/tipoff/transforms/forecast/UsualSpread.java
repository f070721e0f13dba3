package dev.tipoff.transforms.forecast;

import dev.tipoff.transforms.model.Market;

/**
 * How far a player's games lie around a running mean: the spread of a forecast that has no
 * residuals of its own to go by.
 */
public final class UsualSpread {
  /** Games of his own that a player's variance is told from. */
  private static final int SAMPLE = 10;

  /** Games that the usual variance counts for beside the player's own. */
  private static final double PRIOR_GAMES = 20;

  private UsualSpread() {}

  /** What the variance comes to where this is expected, in units of the market squared. */
  public static double variance(Market market, double mean) {
    return dispersion(market) * mean;
  }

  /**
   * The negative binomial around a mean whose variance is the player's own over his last ten games,
   * shrunk to what is usual for such a mean.
   *
   * @param sdLast10 standard deviation of his last ten games, or of all where there are fewer
   * @param games how many games of the season he has played
   */
  public static Forecast around(double mean, double sdLast10, double games, Market market) {
    double own = Math.min(games, SAMPLE) - 1;
    return Forecast.negativeBinomial(
        mean,
        (own * sdLast10 * sdLast10 + PRIOR_GAMES * variance(market, mean)) / (own + PRIOR_GAMES));
  }

  /** Variance over mean of a stat around a running mean, from seasons of box scores, rounded. */
  private static double dispersion(Market market) {
    return switch (market) {
      case POINTS -> 2.9;
      case REBOUNDS -> 1.5;
      case ASSISTS -> 1.4;
      case PRA -> 3.0;
    };
  }
}
