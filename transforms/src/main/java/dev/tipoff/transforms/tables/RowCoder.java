package dev.tipoff.transforms.tables;

import java.io.Serializable;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.SchemaCoder;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Encodes rows of a class by their schema, and travels as the name of the class: a runner writes
 * coders out with every bundle, and the schema of two hundred columns is 25 kilobytes.
 */
final class RowCoder<T> extends SchemaCoder<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> rowClass;

  RowCoder(
      Class<T> rowClass,
      Schema schema,
      SerializableFunction<T, Row> toRow,
      SerializableFunction<Row, T> fromRow) {
    super(schema, TypeDescriptor.of(rowClass), toRow, fromRow);
    this.rowClass = rowClass;
  }

  private Object writeReplace() {
    return new CoderOf<>(rowClass);
  }

  private record CoderOf<T>(Class<T> rowClass) implements Serializable {
    private Object readResolve() {
      return RowShape.coder(rowClass);
    }
  }
}
