package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableRow;
import com.google.api.services.bigquery.model.TableSchema;
import dev.tipoff.transforms.model.ExactTime;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How columns look in BigQuery: their types, and cells on their way in and out. */
final class BigQueryCells {
  static final String ROW_HASH = "row_hash";

  private static final int NUMERIC_SCALE = 9;

  private BigQueryCells() {}

  /** The table's columns, with the hash that the engine adds. */
  static TableSchema schema(Table<?> table) {
    List<TableFieldSchema> fields = new ArrayList<>();
    for (Column column : table.columns()) {
      fields.add(
          new TableFieldSchema()
              .setName(column.name())
              .setType(type(column))
              .setMode(mode(column)));
    }
    fields.add(new TableFieldSchema().setName(ROW_HASH).setType("INTEGER").setMode("REQUIRED"));
    return new TableSchema().setFields(fields);
  }

  private static String mode(Column column) {
    return column.repeated() ? "REPEATED" : column.nullable() ? "NULLABLE" : "REQUIRED";
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case STRING -> "STRING";
      case INT64 -> "INTEGER";
      case FLOAT64 -> "FLOAT";
      case NUMERIC -> "NUMERIC";
      case BOOL -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }

  /** The row as load jobs and the Storage Write API take it; absent cells are left out. */
  static <T> TableRow tableRow(Table<T> table, T row) {
    @Nullable Object[] cells = table.shape().cells(row);
    List<Column> columns = table.columns();
    TableRow json = new TableRow();
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      if (cell != null) {
        json.set(columns.get(i).name(), json(cell));
      }
    }
    return json.set(ROW_HASH, Long.toString(RowHash.of(columns, cells)));
  }

  /** As text, a number keeps all of its 64 bits. */
  private static Object json(Object cell) {
    if (cell instanceof List<?> cells) {
      return cells.stream().map(BigQueryCells::json).toList();
    }
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return cell instanceof Boolean ? cell : cell.toString();
  }

  /** The cells of a record that a query gave, found by name. */
  static @Nullable Object[] cells(List<Column> columns, GenericRecord row) {
    @Nullable Object[] cells = new @Nullable Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Object value = row.get(columns.get(i).name());
      cells[i] = value == null ? null : cell(columns.get(i), value);
    }
    return cells;
  }

  private static Object cell(Column column, Object value) {
    return column.repeated()
        ? ((List<?>) value).stream().map(each -> cell(column.type(), each)).toList()
        : cell(column.type(), value);
  }

  private static Object cell(Column.Type type, Object value) {
    return switch (type) {
      case STRING -> value.toString();
      case INT64, FLOAT64, BOOL -> value;
      case NUMERIC -> numeric((ByteBuffer) value);
      // A direct read gives days, an export text.
      case DATE ->
          value instanceof Integer days
              ? LocalDate.ofEpochDay(days)
              : LocalDate.parse(value.toString());
      case TIMESTAMP -> ExactTime.ofEpochMicros((Long) value).instant();
    };
  }

  /** As {@link #cells(List, GenericRecord)}, of a row that the API gave as JSON. */
  static @Nullable Object[] cells(List<Column> columns, TableRow row) {
    @Nullable Object[] cells = new @Nullable Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Object value = row.get(columns.get(i).name());
      cells[i] = value == null ? null : text(columns.get(i), value);
    }
    return cells;
  }

  private static BigDecimal numeric(ByteBuffer bytes) {
    byte[] unscaled = new byte[bytes.remaining()];
    bytes.duplicate().get(unscaled);
    return new BigDecimal(new BigInteger(unscaled), NUMERIC_SCALE);
  }

  private static Object text(Column column, Object value) {
    return column.repeated()
        ? ((List<?>) value).stream().map(each -> cell(column.type(), each.toString())).toList()
        : cell(column.type(), value.toString());
  }

  private static Object cell(Column.Type type, String text) {
    return switch (type) {
      case STRING -> text;
      case INT64 -> Long.valueOf(text);
      case FLOAT64 -> Double.valueOf(text);
      case NUMERIC -> new BigDecimal(text);
      case BOOL -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> ExactTime.ofEpochMicros(Long.parseLong(text)).instant();
    };
  }
}
