package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** A chance between zero and one, bounds included. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Probability implements Comparable<Probability>, Serializable {
  public abstract double getValue();

  /**
   * A chance.
   *
   * @throws IllegalArgumentException unless the value lies in [0, 1]
   */
  @SchemaCreate
  public static Probability of(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(value + " is not a probability (0 to 1)");
    }
    return new AutoValue_Probability(value);
  }

  public Probability complement() {
    return of(1 - getValue());
  }

  @Override
  public int compareTo(Probability other) {
    return Double.compare(getValue(), other.getValue());
  }

  @Override
  public final String toString() {
    return Double.toString(getValue());
  }
}
