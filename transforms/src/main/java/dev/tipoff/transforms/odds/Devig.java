package dev.tipoff.transforms.odds;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Probability;

/**
 * How the bookmaker's margin is taken out of the two prices of a market. Every method gives the
 * chance of the over given no push; the two sides add to one, fair prices are left as they are, and
 * symmetric prices give one half. A book that adds to less than one (an arbitrage) is stretched the
 * same way that one above one is shrunk.
 */
public enum Devig {
  /**
   * The implied chances raised to the power at which they add to one: the margin weighs more on the
   * less likely side, as the favourite-longshot bias has it.
   *
   * <p>V. Vovk and F. Zhdanov, "Prediction with expert advice for the Brier game", Journal of
   * Machine Learning Research 10 (2009); S. Clarke, S. Kovalchik and M. Ingram, "Adjusting
   * bookmaker's odds to allow for overround", American Journal of Sports Science 5 (2017).
   */
  POWER {
    @Override
    double over(double over, double under) {
      double low = 0;
      double high = 1;
      while (Math.pow(over, high) + Math.pow(under, high) > 1) {
        low = high;
        high *= 2;
      }
      while (high - low > TOLERANCE * high) {
        double power = (low + high) / 2;
        if (Math.pow(over, power) + Math.pow(under, power) > 1) {
          low = power;
        } else {
          high = power;
        }
      }
      double power = (low + high) / 2;
      double fairOver = Math.pow(over, power);
      return fairOver / (fairOver + Math.pow(under, power));
    }
  },

  /** The implied chances divided by their sum: the margin is spread in proportion. */
  MULTIPLICATIVE {
    @Override
    double over(double over, double under) {
      return over / (over + under);
    }
  },

  /**
   * The implied chances less half of the margin each: both sides pay for it alike.
   *
   * <p>The additive method of Clarke, Kovalchik and Ingram (2017). It is what {@link #SHIN} comes
   * to with two outcomes.
   */
  ADDITIVE {
    @Override
    double over(double over, double under) {
      return over - (over + under - 1) / 2;
    }
  },

  /**
   * Shin's model of a bookmaker who guards against bettors that know the result. With two outcomes
   * its share of such bettors drops out and the fair chance is the implied one less half of the
   * margin: the same as {@link #ADDITIVE}, under the name of a model that says why.
   *
   * <p>H. S. Shin, "Measuring the incidence of insider trading in a market for state-contingent
   * claims", The Economic Journal 103 (1993); the two-outcome form is in Clarke, Kovalchik and
   * Ingram (2017).
   */
  SHIN {
    @Override
    double over(double over, double under) {
      return ADDITIVE.over(over, under);
    }
  };

  /** Of the power, relative. */
  private static final double TOLERANCE = 1e-14;

  /** The fair chance of the over given no push. */
  public Probability over(AmericanOdds over, AmericanOdds under) {
    return Probability.of(
        over(over.impliedProbability().getValue(), under.impliedProbability().getValue()));
  }

  /** The same from implied chances, both strictly between zero and one. */
  abstract double over(double over, double under);
}
