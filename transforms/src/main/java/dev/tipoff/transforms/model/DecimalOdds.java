package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** A price in decimal notation: what one unit staked returns if the bet wins, stake included. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class DecimalOdds implements Comparable<DecimalOdds>, Serializable {
  public abstract double getValue();

  /**
   * A price.
   *
   * @throws IllegalArgumentException unless the value is finite and greater than one
   */
  @SchemaCreate
  public static DecimalOdds of(double value) {
    if (!(value > 1) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          value + " is not a price in decimal odds (greater than 1, such as 1.91)");
    }
    return new AutoValue_DecimalOdds(value);
  }

  /**
   * The nearest price in American notation; even money is +100.
   *
   * @throws ArithmeticException if the price is so near to one, or so large, that no {@code int}
   *     holds it
   */
  public AmericanOdds toAmerican() {
    double value = getValue();
    return AmericanOdds.of(
        Math.toIntExact(Math.round(value >= 2 ? (value - 1) * 100 : -100 / (value - 1))));
  }

  @Override
  public int compareTo(DecimalOdds other) {
    return Double.compare(getValue(), other.getValue());
  }

  @Override
  public final String toString() {
    return Double.toString(getValue());
  }
}
