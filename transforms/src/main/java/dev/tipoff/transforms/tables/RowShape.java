package dev.tipoff.transforms.tables;

import com.google.common.base.CaseFormat;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.Field;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.schemas.logicaltypes.EnumerationType;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.Row;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * How a row class with a Beam schema lies in columns: camel case becomes snake case, a nested value
 * type of one field ({@code Line}, {@code PlayerKey}) becomes a plain column, a {@link GameDay} a
 * DATE, an enum its name. Columns are in alphabetical order of their names, so that the shape does
 * not hang on the order in which a JVM lists methods.
 *
 * <p>Cell values are {@code String, Long, Double, Boolean, LocalDate, org.joda.time.Instant} or
 * null.
 */
public final class RowShape<T> implements Serializable {
  private final Schema schema;
  private final SerializableFunction<T, Row> toRow;
  private final SerializableFunction<Row, T> fromRow;
  private final int[] fieldOfColumn;
  private final List<Column> columns;

  private RowShape(
      Schema schema, SerializableFunction<T, Row> toRow, SerializableFunction<Row, T> fromRow) {
    this.schema = schema;
    this.toRow = toRow;
    this.fromRow = fromRow;
    List<Field> fields = new ArrayList<>(schema.getFields());
    fields.sort(Comparator.comparing(RowShape::columnName));
    this.fieldOfColumn = new int[fields.size()];
    List<Column> found = new ArrayList<>();
    for (Field field : fields) {
      fieldOfColumn[found.size()] = schema.indexOf(field.getName());
      found.add(Column.of(columnName(field), columnType(field), field.getType().getNullable()));
    }
    this.columns = List.copyOf(found);
  }

  /**
   * @throws IllegalArgumentException if the class has no Beam schema, or one that columns cannot
   *     hold
   */
  public static <T> RowShape<T> of(Class<T> rowClass) {
    try {
      SchemaRegistry registry = SchemaRegistry.createDefault();
      return new RowShape<>(
          registry.getSchema(rowClass),
          registry.getToRowFunction(rowClass),
          registry.getFromRowFunction(rowClass));
    } catch (NoSuchSchemaException e) {
      throw new IllegalArgumentException(rowClass + " has no Beam schema", e);
    }
  }

  /**
   * How rows of the class travel between steps.
   *
   * @throws IllegalArgumentException if the class has no Beam schema
   */
  public static <T> Coder<T> coder(Class<T> rowClass) {
    try {
      return SchemaRegistry.createDefault().getSchemaCoder(rowClass);
    } catch (NoSuchSchemaException e) {
      throw new IllegalArgumentException(rowClass + " has no Beam schema", e);
    }
  }

  public List<Column> columns() {
    return columns;
  }

  /** The row's cells in the order of {@link #columns}. */
  public @Nullable Object[] cells(T row) {
    Row values = toRow.apply(row);
    @Nullable Object[] cells = new @Nullable Object[fieldOfColumn.length];
    for (int i = 0; i < cells.length; i++) {
      int field = fieldOfColumn[i];
      cells[i] = cell(values.getValue(field), schema.getField(field).getType());
    }
    return cells;
  }

  /** The row of which {@link #cells} would give these cells. */
  public T row(@Nullable Object[] cells) {
    @Nullable Object[] values = new @Nullable Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      int field = fieldOfColumn[i];
      values[field] = value(cells[i], schema.getField(field).getType());
    }
    return fromRow.apply(Row.withSchema(schema).attachValues(values));
  }

  private static @Nullable Object cell(@Nullable Object value, FieldType type) {
    if (value == null) {
      return null;
    }
    switch (type.getTypeName()) {
      case INT32, INT16, BYTE -> {
        return ((Number) value).longValue();
      }
      case ROW -> {
        Row nested = (Row) value;
        Object only = nested.getValue(0);
        if (isDate(type)) {
          return LocalDate.ofEpochDay((Long) Objects.requireNonNull(only));
        }
        return cell(only, nested.getSchema().getField(0).getType());
      }
      case LOGICAL_TYPE -> {
        return type.getLogicalType(EnumerationType.class).toString((EnumerationType.Value) value);
      }
      case DATETIME -> {
        return ((org.joda.time.ReadableInstant) value).toInstant();
      }
      default -> {
        return value;
      }
    }
  }

  private static @Nullable Object value(@Nullable Object cell, FieldType type) {
    if (cell == null) {
      return null;
    }
    switch (type.getTypeName()) {
      case INT32 -> {
        return Math.toIntExact((Long) cell);
      }
      case ROW -> {
        Schema nested = Objects.requireNonNull(type.getRowSchema());
        Object only =
            isDate(type)
                ? ((LocalDate) cell).toEpochDay()
                : value(cell, nested.getField(0).getType());
        return Row.withSchema(nested).attachValues(only);
      }
      case LOGICAL_TYPE -> {
        return type.getLogicalType(EnumerationType.class).valueOf((String) cell);
      }
      case DATETIME -> {
        return (Instant) cell;
      }
      default -> {
        return cell;
      }
    }
  }

  private static String columnName(Field field) {
    return CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, field.getName());
  }

  private static boolean isDate(FieldType type) {
    Schema nested = type.getRowSchema();
    return nested != null && nested.hasField("epochDay");
  }

  private static Column.Type columnType(Field field) {
    FieldType type = field.getType();
    return switch (type.getTypeName()) {
      case STRING, LOGICAL_TYPE -> Column.Type.STRING;
      case INT32, INT64 -> Column.Type.INT64;
      case DOUBLE -> Column.Type.FLOAT64;
      case BOOLEAN -> Column.Type.BOOL;
      case DATETIME -> Column.Type.TIMESTAMP;
      case ROW -> {
        Schema nested = Objects.requireNonNull(type.getRowSchema());
        if (nested.getFieldCount() != 1) {
          throw new IllegalArgumentException(
              "field '" + field.getName() + "' nests a row of several fields");
        }
        yield isDate(type) ? Column.Type.DATE : columnType(nested.getField(0));
      }
      default ->
          throw new IllegalArgumentException(
              "field '" + field.getName() + "' is of type " + type + ", which no column holds");
    };
  }
}
