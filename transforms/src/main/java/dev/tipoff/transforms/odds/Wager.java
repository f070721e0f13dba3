package dev.tipoff.transforms.odds;

import dev.tipoff.transforms.model.DecimalOdds;
import dev.tipoff.transforms.model.Probability;

/**
 * One side of a market at a price: what it is worth and how much of a bankroll to stake on it. A
 * push returns the stake.
 *
 * @param price what the book pays
 * @param win the chance that the side wins
 * @param push the chance that the stake comes back
 */
public record Wager(DecimalOdds price, Probability win, Probability push) {
  /** The share of the Kelly stake to bet: a quarter, because the chances are estimates. */
  public static final double DEFAULT_MULTIPLIER = 0.25;

  private static final double ROUNDING = 1e-9;

  /**
   * @throws IllegalArgumentException if the two chances add to more than one
   */
  public Wager {
    if (win.getValue() + push.getValue() > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          "chances of a win (" + win + ") and a push (" + push + ") add to more than 1");
    }
  }

  /**
   * A wager from the chance given no push, which is what {@link Devig} gives.
   *
   * @param winGivenNoPush the chance that the side wins if the stat does not land on the line
   */
  public static Wager givenNoPush(DecimalOdds price, Probability winGivenNoPush, Probability push) {
    double decided = 1 - push.getValue();
    return new Wager(price, Probability.of(winGivenNoPush.getValue() * decided), push);
  }

  /** The chance that the stake is lost. */
  public Probability lose() {
    return Probability.of(Math.max(0, 1 - win.getValue() - push.getValue()));
  }

  /** Expected profit for each unit staked: 0.05 is five percent of the stake. */
  public double expectedValue() {
    return win.getValue() * (price.getValue() - 1) - lose().getValue();
  }

  /**
   * The share of the bankroll whose stake lets the bankroll's logarithm grow fastest; zero unless
   * the expected value is positive.
   *
   * <p>J. L. Kelly, "A New Interpretation of Information Rate", Bell System Technical Journal 35
   * (1956). A push changes nothing, so only the decided share of outcomes counts.
   */
  public double kelly() {
    double expected = expectedValue();
    if (expected <= 0) {
      return 0;
    }
    double decided = win.getValue() + lose().getValue();
    return Math.min(1, expected / ((price.getValue() - 1) * decided));
  }

  /** {@link #kelly} times {@link #DEFAULT_MULTIPLIER}. */
  public double stake() {
    return stake(DEFAULT_MULTIPLIER);
  }

  /**
   * {@link #kelly} times a multiplier.
   *
   * @throws IllegalArgumentException unless the multiplier lies in [0, 1]
   */
  public double stake(double multiplier) {
    if (!(multiplier >= 0 && multiplier <= 1)) {
      throw new IllegalArgumentException(multiplier + " is not a Kelly multiplier (0 to 1)");
    }
    return kelly() * multiplier;
  }
}
