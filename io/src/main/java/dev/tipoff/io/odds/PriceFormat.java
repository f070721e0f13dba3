package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.DecimalOdds;
import java.util.Collection;
import java.util.Optional;

/**
 * The notation of a body's prices, which the body does not state. Nothing between -100 and +100 is
 * an American price, so one such number makes a body decimal; where larger ones stand beside it,
 * each market is judged by itself.
 */
public enum PriceFormat {
  AMERICAN {
    @Override
    Optional<AmericanOdds> read(double price) {
      boolean possible = price == Math.rint(price) && Math.abs(price) >= SMALLEST_AMERICAN;
      return possible && Math.abs(price) <= LARGEST_AMERICAN
          ? Optional.of(AmericanOdds.of((int) price))
          : Optional.empty();
    }
  },
  DECIMAL {
    @Override
    Optional<AmericanOdds> read(double price) {
      return price >= SMALLEST_DECIMAL && price <= LARGEST_DECIMAL
          ? Optional.of(DecimalOdds.of(price).toAmerican())
          : Optional.empty();
    }
  };

  private static final double SMALLEST_AMERICAN = 100;
  private static final double LARGEST_AMERICAN = 1_000_000;
  private static final double SMALLEST_DECIMAL = 1 + 100 / LARGEST_AMERICAN;
  private static final double LARGEST_DECIMAL = 1 + LARGEST_AMERICAN / 100;

  /** The price in American notation; empty if it is none in this notation. */
  abstract Optional<AmericanOdds> read(double price);

  /** The price in American notation; empty if it is no number, or none in this notation. */
  public Optional<AmericanOdds> read(JsonNode price) {
    return price.isNumber() ? read(price.doubleValue()) : Optional.empty();
  }

  /**
   * The notation of one market.
   *
   * @param inMarket the market's numeric prices
   * @param inBody the numeric prices of all the body's markets
   */
  static PriceFormat of(Collection<Double> inMarket, Collection<Double> inBody) {
    boolean anySmall = inBody.stream().anyMatch(price -> Math.abs(price) < SMALLEST_AMERICAN);
    boolean anyLarge = inBody.stream().anyMatch(price -> Math.abs(price) >= SMALLEST_AMERICAN);
    if (!anySmall) {
      return AMERICAN;
    }
    if (!anyLarge) {
      return DECIMAL;
    }
    if (anyNegative(inMarket)) {
      return AMERICAN;
    }
    boolean anyFraction = inMarket.stream().anyMatch(price -> price != Math.rint(price));
    return anyFraction || !anyNegative(inBody) ? DECIMAL : AMERICAN;
  }

  /** Only American notation has negative prices. */
  private static boolean anyNegative(Collection<Double> prices) {
    return prices.stream().anyMatch(price -> price <= -SMALLEST_AMERICAN);
  }
}
