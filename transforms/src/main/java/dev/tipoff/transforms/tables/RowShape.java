package dev.tipoff.transforms.tables;

import com.google.common.base.CaseFormat;
import dev.tipoff.transforms.model.ExactTime;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.Field;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.Row;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How a row class with a Beam schema lies in columns: camel case becomes snake case with numbers
 * apart, a nested value type of one field ({@code Line}, {@code PlayerKey}) becomes a plain column,
 * a {@link GameDay} a DATE, an {@link ExactTime} a TIMESTAMP, an enum its name, a list a repeated
 * column. Columns are in alphabetical order of their names, so that the shape does not hang on the
 * order in which a JVM lists methods.
 *
 * <p>Cell values are {@code String, Long, Double, BigDecimal, Boolean, LocalDate}, of times {@code
 * org.joda.time.Instant} or, if exact to the microsecond, {@code java.time.Instant}; a {@code List}
 * of these, without null; or null. Of both kinds of time {@link #row} takes either. A BigDecimal
 * has no trailing zeros after it was stored.
 */
public final class RowShape<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Finding out the shape of a class takes a millisecond or more, and every step asks for it. */
  private static final ClassValue<RowShape<?>> SHAPES =
      new ClassValue<>() {
        @Override
        protected RowShape<?> computeValue(Class<?> rowClass) {
          return find(rowClass);
        }
      };

  private final Class<T> rowClass;
  private final Schema schema;
  private final SerializableFunction<T, Row> toRow;
  private final SerializableFunction<Row, T> fromRow;
  private final int[] fieldOfColumn;
  private final List<Column> columns;

  private RowShape(
      Class<T> rowClass,
      Schema schema,
      SerializableFunction<T, Row> toRow,
      SerializableFunction<Row, T> fromRow) {
    this.rowClass = rowClass;
    this.schema = schema;
    this.toRow = toRow;
    this.fromRow = fromRow;
    List<Field> fields = new ArrayList<>(schema.getFields());
    fields.sort(Comparator.comparing(RowShape::columnName));
    this.fieldOfColumn = new int[fields.size()];
    List<Column> found = new ArrayList<>();
    for (Field field : fields) {
      fieldOfColumn[found.size()] = schema.indexOf(field.getName());
      found.add(FieldCells.column(columnName(field), field));
    }
    this.columns = List.copyOf(found);
  }

  /**
   * @throws IllegalArgumentException if the class has no Beam schema, or one that columns cannot
   *     hold
   */
  @SuppressWarnings("unchecked") // SHAPES holds each class's own.
  public static <T> RowShape<T> of(Class<T> rowClass) {
    return (RowShape<T>) SHAPES.get(rowClass);
  }

  private static <T> RowShape<T> find(Class<T> rowClass) {
    RowCoder<T> coder = RowCoder.of(rowClass);
    return new RowShape<>(
        rowClass, coder.getSchema(), coder.getToRowFunction(), coder.getFromRowFunction());
  }

  /**
   * How rows of the class travel between steps; they need not fit into columns.
   *
   * @throws IllegalArgumentException if the class has no Beam schema
   */
  public static <T> Coder<T> coder(Class<T> rowClass) {
    return RowCoder.of(rowClass);
  }

  /** A shape travels as the name of its class. */
  private Object writeReplace() {
    return new ShapeOf<>(rowClass);
  }

  private record ShapeOf<T>(Class<T> rowClass) implements Serializable {
    private Object readResolve() {
      return of(rowClass);
    }
  }

  public List<Column> columns() {
    return columns;
  }

  /**
   * The row's cells in the order of {@link #columns}.
   *
   * @throws IllegalArgumentException if a decimal number has more digits than a NUMERIC
   */
  public @Nullable Object[] cells(T row) {
    Row values = toRow.apply(row);
    @Nullable Object[] cells = new @Nullable Object[fieldOfColumn.length];
    for (int i = 0; i < cells.length; i++) {
      int field = fieldOfColumn[i];
      cells[i] = FieldCells.cell(values.getValue(field), schema.getField(field).getType());
    }
    return cells;
  }

  /**
   * The row of which {@link #cells} would give these cells.
   *
   * @throws IllegalArgumentException if a time has a fraction of a millisecond and its getter none
   */
  public T row(@Nullable Object[] cells) {
    @Nullable Object[] values = new @Nullable Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      int field = fieldOfColumn[i];
      values[field] = FieldCells.value(cells[i], schema.getField(field).getType());
    }
    return fromRow.apply(Row.withSchema(schema).attachValues(values));
  }

  private static String columnName(Field field) {
    return CaseFormat.LOWER_CAMEL
        .to(CaseFormat.LOWER_UNDERSCORE, field.getName())
        .replaceAll("(?<=[a-z])(?=[0-9])", "_");
  }
}
