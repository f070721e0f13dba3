package dev.tipoff.io.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.Field;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.schemas.logicaltypes.EnumerationType;
import org.apache.beam.sdk.values.Row;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Rows of any flat row class: a usual one, one of odd text, one with all that may be absent so. */
final class FilledRows {
  private enum Kind {
    USUAL,
    ODD,
    ABSENT
  }

  private FilledRows() {}

  static <T> List<T> of(Class<T> rowClass) {
    try {
      SchemaRegistry registry = SchemaRegistry.createDefault();
      Schema schema = registry.getSchema(rowClass);
      List<T> rows = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        rows.add(registry.getFromRowFunction(rowClass).apply(row(schema, kind)));
      }
      return rows;
    } catch (NoSuchSchemaException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Row row(Schema schema, Kind kind) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Field field : schema.getFields()) {
      boolean absent = kind == Kind.ABSENT && field.getType().getNullable();
      values.add(absent ? null : value(field.getType(), kind));
    }
    return Row.withSchema(schema).attachValues(values);
  }

  private static Object value(FieldType type, Kind kind) {
    return switch (type.getTypeName()) {
      case STRING -> kind == Kind.ODD ? InventedRows.ODD_TEXT : kind.name();
      case INT32 -> kind == Kind.ODD ? Integer.MIN_VALUE : 7;
      case INT64 -> kind == Kind.ODD ? Long.MIN_VALUE : 7L;
      case DOUBLE -> kind == Kind.ODD ? Double.MIN_VALUE : 7.5;
      case BOOLEAN -> kind == Kind.USUAL;
      case DATETIME -> kind == Kind.ODD ? InventedRows.AS_OF : InventedRows.TIP;
      case LOGICAL_TYPE -> {
        EnumerationType names = type.getLogicalType(EnumerationType.class);
        yield names.valueOf(kind.ordinal() % names.getValues().size());
      }
      case ROW -> {
        Schema nested = Objects.requireNonNull(type.getRowSchema());
        yield Row.withSchema(nested)
            .attachValues(
                switch (nested.getField(0).getName()) {
                  case "epochDay" -> InventedRows.DAY.date().toEpochDay();
                  case "value" -> -110;
                  case "id" -> kind == Kind.ODD ? InventedRows.ODD_TEXT : "900001";
                  default -> throw new IllegalArgumentException("cannot fill " + nested);
                });
      }
      default -> throw new IllegalArgumentException("cannot fill a " + type);
    };
  }
}
