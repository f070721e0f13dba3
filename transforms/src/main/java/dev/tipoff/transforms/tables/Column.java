package dev.tipoff.transforms.tables;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** A stored column. */
@AutoValue
public abstract class Column implements Serializable {
  /** What a column can hold, by its GoogleSQL name. */
  public enum Type {
    STRING,
    INT64,
    /** NaN and the infinities are values like any other, but no part of a key. */
    FLOAT64,
    /** At most 29 digits before the point and 9 after it. */
    NUMERIC,
    BOOL,
    DATE,
    /** In UTC, to the microsecond. */
    TIMESTAMP
  }

  /** The name in the warehouse, {@code game_date} for instance. */
  public abstract String name();

  public abstract Type type();

  /** Whether a cell may be absent; never true of a repeated column. */
  public abstract boolean nullable();

  /** Whether a cell is a list of values of the type, possibly empty. */
  public abstract boolean repeated();

  /** What the cells are, with their unit; empty if nobody said. */
  public abstract String description();

  /** The name as {@link RowHash} takes it in: two bytes a character, the low one first. */
  @Memoized
  @SuppressWarnings("mutable") // Nobody outside this package sees it.
  byte[] hashedName() {
    return name().getBytes(StandardCharsets.UTF_16LE);
  }

  public static Column of(String name, Type type, boolean nullable) {
    return new AutoValue_Column(name, type, nullable, false, "");
  }

  public static Column repeated(String name, Type type) {
    return new AutoValue_Column(name, type, false, true, "");
  }

  public Column withDescription(String description) {
    return new AutoValue_Column(name(), type(), nullable(), repeated(), description);
  }
}
