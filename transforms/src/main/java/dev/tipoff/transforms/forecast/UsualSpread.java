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
  private static final double PRIOR_GAMES = 30;

  private UsualSpread() {}

  /**
   * What the variance comes to where this is expected, in units of the market squared: a straight
   * line in the mean, but for the least of means.
   *
   * <p>By greatest likelihood of the results of 2021-22 and 2022-23 around the exponential mean,
   * rounded: least squares would match the variance and leave intervals that cover too little,
   * since results have longer tails than the negative binomial.
   */
  public static double variance(Market market, double mean) {
    Variance usual = usual(market);
    return Math.min(usual.least() + usual.slope() * mean, usual.most() * mean);
  }

  private record Variance(double least, double slope, double most) {}

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

  private static Variance usual(Market market) {
    return switch (market) {
      case POINTS -> new Variance(13.7, 2.73, 6);
      case REBOUNDS -> new Variance(0.95, 1.35, 1.7);
      case ASSISTS -> new Variance(0.45, 1.25, 1.6);
      case PRA -> new Variance(34, 2, 6.7);
    };
  }
}
