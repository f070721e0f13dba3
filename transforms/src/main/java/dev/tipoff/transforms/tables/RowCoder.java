package dev.tipoff.transforms.tables;

import java.io.Serializable;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.SchemaCoder;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Encodes rows of a class by their schema, and travels as the name of the class: a runner writes
 * coders out with every bundle, and the schema of two hundred columns is 25 kilobytes.
 */
final class RowCoder<T> extends SchemaCoder<T> {
  private static final long serialVersionUID = 1L;

  private static final ClassValue<RowCoder<?>> CODERS =
      new ClassValue<>() {
        @Override
        protected RowCoder<?> computeValue(Class<?> rowClass) {
          return find(rowClass);
        }
      };

  private final Class<T> rowClass;

  private RowCoder(
      Class<T> rowClass,
      Schema schema,
      SerializableFunction<T, Row> toRow,
      SerializableFunction<Row, T> fromRow) {
    super(schema, TypeDescriptor.of(rowClass), toRow, fromRow);
    this.rowClass = rowClass;
  }

  /**
   * @throws IllegalArgumentException if the class has no Beam schema
   */
  @SuppressWarnings("unchecked") // CODERS holds each class's own.
  static <T> RowCoder<T> of(Class<T> rowClass) {
    return (RowCoder<T>) CODERS.get(rowClass);
  }

  private static <T> RowCoder<T> find(Class<T> rowClass) {
    try {
      SchemaRegistry registry = SchemaRegistry.createDefault();
      return new RowCoder<>(
          rowClass,
          registry.getSchema(rowClass),
          registry.getToRowFunction(rowClass),
          registry.getFromRowFunction(rowClass));
    } catch (NoSuchSchemaException e) {
      throw new IllegalArgumentException(rowClass + " has no Beam schema", e);
    }
  }

  private Object writeReplace() {
    return new CoderOf<>(rowClass);
  }

  private record CoderOf<T>(Class<T> rowClass) implements Serializable {
    private Object readResolve() {
      return of(rowClass);
    }
  }
}
