package dev.tipoff.transforms.tables;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.model.ExactTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.Field;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.logicaltypes.EnumerationType;
import org.apache.beam.sdk.values.Row;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.ReadableInstant;

/** A schema field as a column, and its values as cells and back. */
final class FieldCells {
  private static final int SCALE = 9;
  private static final int PRECISION = 38;

  private FieldCells() {}

  /**
   * @throws IllegalArgumentException if no column can hold the field
   */
  static Column column(String name, Field field) {
    FieldType element = field.getType().getCollectionElementType();
    String description = Objects.requireNonNullElse(field.getDescription(), "");
    if (element == null) {
      return Column.of(name, columnType(field.getName(), field.getType()), isNullable(field))
          .withDescription(description);
    }
    Preconditions.checkArgument(
        !isNullable(field) && !element.getNullable(),
        "field '%s' is a list that may be absent or hold absent values; a list may only be empty",
        field.getName());
    return Column.repeated(name, columnType(field.getName(), element)).withDescription(description);
  }

  private static boolean isNullable(Field field) {
    return field.getType().getNullable();
  }

  private static Column.Type columnType(String field, FieldType type) {
    return switch (type.getTypeName()) {
      case STRING, LOGICAL_TYPE -> Column.Type.STRING;
      case INT32, INT64 -> Column.Type.INT64;
      case DOUBLE -> Column.Type.FLOAT64;
      case DECIMAL -> Column.Type.NUMERIC;
      case BOOLEAN -> Column.Type.BOOL;
      case DATETIME -> Column.Type.TIMESTAMP;
      case ROW -> {
        Schema nested = Objects.requireNonNull(type.getRowSchema());
        Preconditions.checkArgument(
            nested.getFieldCount() == 1, "field '%s' nests a row of several fields", field);
        yield isDate(type)
            ? Column.Type.DATE
            : isExactTime(type)
                ? Column.Type.TIMESTAMP
                : columnType(field, nested.getField(0).getType());
      }
      default ->
          throw new IllegalArgumentException(
              "field '" + field + "' is of type " + type + ", which no column holds");
    };
  }

  static @Nullable Object cell(@Nullable Object value, FieldType type) {
    if (value == null) {
      return null;
    }
    switch (type.getTypeName()) {
      case INT32, INT16, BYTE -> {
        return ((Number) value).longValue();
      }
      case DECIMAL -> {
        return numeric((BigDecimal) value);
      }
      case ARRAY, ITERABLE -> {
        FieldType element = Objects.requireNonNull(type.getCollectionElementType());
        ImmutableList.Builder<Object> cells = ImmutableList.builder();
        ((Collection<?>) value)
            .forEach(each -> cells.add(Objects.requireNonNull(cell(each, element))));
        return cells.build();
      }
      case ROW -> {
        Row nested = (Row) value;
        Object only = nested.getValue(0);
        if (isDate(type)) {
          return LocalDate.ofEpochDay((Long) Objects.requireNonNull(only));
        }
        if (isExactTime(type)) {
          return ExactTime.ofEpochMicros((Long) Objects.requireNonNull(only)).instant();
        }
        return cell(only, nested.getSchema().getField(0).getType());
      }
      case LOGICAL_TYPE -> {
        return type.getLogicalType(EnumerationType.class).toString((EnumerationType.Value) value);
      }
      case DATETIME -> {
        return ((ReadableInstant) value).toInstant();
      }
      default -> {
        return value;
      }
    }
  }

  static @Nullable Object value(@Nullable Object cell, FieldType type) {
    if (cell == null) {
      return null;
    }
    switch (type.getTypeName()) {
      case INT32 -> {
        return Math.toIntExact((Long) cell);
      }
      case DECIMAL -> {
        return numeric((BigDecimal) cell);
      }
      case ARRAY, ITERABLE -> {
        FieldType element = Objects.requireNonNull(type.getCollectionElementType());
        return ((List<?>) cell).stream().map(each -> value(each, element)).toList();
      }
      case ROW -> {
        Schema nested = Objects.requireNonNull(type.getRowSchema());
        Object only =
            isDate(type)
                ? ((LocalDate) cell).toEpochDay()
                : isExactTime(type) ? micros(cell) : value(cell, nested.getField(0).getType());
        return Row.withSchema(nested).attachValues(only);
      }
      case LOGICAL_TYPE -> {
        return type.getLogicalType(EnumerationType.class).valueOf((String) cell);
      }
      case DATETIME -> {
        return instant(cell);
      }
      default -> {
        return cell;
      }
    }
  }

  /**
   * The number without trailing zeros, as no engine keeps them.
   *
   * @throws IllegalArgumentException if a NUMERIC cannot hold it
   */
  static BigDecimal numeric(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    BigDecimal plain = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    Preconditions.checkArgument(
        plain.scale() <= SCALE && plain.precision() - plain.scale() <= PRECISION - SCALE,
        "%s is no NUMERIC, which has at most %s digits before the point and %s after it",
        number,
        PRECISION - SCALE,
        SCALE);
    return plain;
  }

  private static long micros(Object cell) {
    return cell instanceof java.time.Instant exact
        ? ExactTime.of(exact).getEpochMicros()
        : Math.multiplyExact(((ReadableInstant) cell).getMillis(), 1_000L);
  }

  private static org.joda.time.Instant instant(Object cell) {
    if (cell instanceof java.time.Instant exact) {
      Preconditions.checkArgument(
          exact.getNano() % 1_000_000 == 0,
          "%s has a fraction of a millisecond, which only an ExactTime holds",
          exact);
      return org.joda.time.Instant.ofEpochMilli(exact.toEpochMilli());
    }
    return ((ReadableInstant) cell).toInstant();
  }

  private static boolean isDate(FieldType type) {
    return isRowOf(type, "epochDay");
  }

  private static boolean isExactTime(FieldType type) {
    return isRowOf(type, "epochMicros");
  }

  private static boolean isRowOf(FieldType type, String field) {
    Schema nested = type.getRowSchema();
    return nested != null && nested.hasField(field);
  }
}
