package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/**
 * The number that a player's stat is bet over or under: positive, in half points. A whole line can
 * push.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Line implements Comparable<Line>, Serializable {
  public abstract double getValue();

  /**
   * A line.
   *
   * @throws IllegalArgumentException unless the value is a positive multiple of one half below 200
   */
  @SchemaCreate
  public static Line of(double value) {
    if (!(value > 0 && value < 200) || value * 2 != Math.rint(value * 2)) {
      throw new IllegalArgumentException(
          value + " is not a line (a positive multiple of 0.5, below 200)");
    }
    return new AutoValue_Line(value);
  }

  /** Whether a stat can land exactly on the line, so that the stake comes back. */
  public boolean canPush() {
    return getValue() == Math.rint(getValue());
  }

  @Override
  public int compareTo(Line other) {
    return Double.compare(getValue(), other.getValue());
  }

  @Override
  public final String toString() {
    return Double.toString(getValue());
  }
}
