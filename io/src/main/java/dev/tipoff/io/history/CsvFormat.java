package dev.tipoff.io.history;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.tables.Table;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.transforms.SerializableFunction;

/** A kind of history file: the columns it must have, in any order, and the table it fills. */
@AutoValue
public abstract class CsvFormat<T> implements Serializable {
  public abstract Table<T> table();

  public abstract ImmutableList<String> columns();

  abstract SerializableFunction<CsvRow, T> parser();

  static <T> CsvFormat<T> of(
      Table<T> table, List<String> columns, SerializableFunction<CsvRow, T> parser) {
    return new AutoValue_CsvFormat<>(table, ImmutableList.copyOf(columns), parser);
  }
}
