package dev.tipoff.transforms.tables;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** A stored column. */
@AutoValue
public abstract class Column implements Serializable {
  /** What a column can hold, by its GoogleSQL name. */
  public enum Type {
    STRING,
    INT64,
    FLOAT64,
    BOOL,
    DATE,
    TIMESTAMP
  }

  /** The name in the warehouse, {@code game_date} for instance. */
  public abstract String name();

  public abstract Type type();

  public abstract boolean nullable();

  public static Column of(String name, Type type, boolean nullable) {
    return new AutoValue_Column(name, type, nullable);
  }
}
