package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/**
 * A price in American notation: -110 risks 110 to win 100, +150 risks 100 to win 150. Values
 * between -100 and +100 do not exist.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class AmericanOdds implements Comparable<AmericanOdds>, Serializable {
  public abstract int getValue();

  /**
   * A price.
   *
   * @throws IllegalArgumentException if the value lies strictly between -100 and 100
   */
  @SchemaCreate
  public static AmericanOdds of(int value) {
    if (Math.abs(value) < 100) {
      throw new IllegalArgumentException(
          value + " is not a price in American odds (at most -100 or at least +100)");
    }
    return new AutoValue_AmericanOdds(value);
  }

  public DecimalOdds toDecimal() {
    int value = getValue();
    return DecimalOdds.of(value > 0 ? 1 + value / 100.0 : 1 + 100.0 / -value);
  }

  /** The chance at which the price breaks even; the two sides of a market add to more than one. */
  public Probability impliedProbability() {
    int value = getValue();
    return Probability.of(value > 0 ? 100.0 / (value + 100) : -value / (100.0 - value));
  }

  @Override
  public int compareTo(AmericanOdds other) {
    return Integer.compare(getValue(), other.getValue());
  }

  @Override
  public final String toString() {
    return getValue() > 0 ? "+" + getValue() : String.valueOf(getValue());
  }
}
