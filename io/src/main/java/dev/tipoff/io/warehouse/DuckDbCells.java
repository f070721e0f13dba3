package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.duckdb.DuckDBAppender;
import org.joda.time.Instant;

/** How columns look in DuckDB: their types, and cells on their way in and out. */
final class DuckDbCells {
  /** The declaration of the column that every table has beside its own. */
  static final String ROW_HASH = "row_hash BIGINT NOT NULL";

  private DuckDbCells() {}

  static String ddl(Table<?> table) {
    return table.columns().stream()
        .map(DuckDbCells::declaration)
        .collect(
            Collectors.joining(
                ", ", "CREATE TABLE IF NOT EXISTS " + table + " (", ", " + ROW_HASH + ")"));
  }

  static String declaration(Column column) {
    return column.name() + " " + type(column) + (column.nullable() ? "" : " NOT NULL");
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case STRING -> "VARCHAR";
      case INT64 -> "BIGINT";
      case FLOAT64 -> "DOUBLE";
      case BOOL -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }

  /** A select over the columns in which every cell has a plain JDBC type. */
  static String select(List<Column> columns, String source) {
    return columns.stream()
        .map(
            column ->
                switch (column.type()) {
                  case DATE -> "datediff('day', DATE '1970-01-01', " + column.name() + ")";
                  case TIMESTAMP -> "epoch_ms(" + column.name() + ")";
                  case STRING, INT64, FLOAT64, BOOL -> column.name();
                })
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source));
  }

  /** The cells of the row that a {@link #select} is at. */
  static @Nullable Object[] read(List<Column> columns, ResultSet rows) throws SQLException {
    @Nullable Object[] cells = new @Nullable Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Object cell =
          switch (columns.get(i).type()) {
            case STRING -> rows.getString(i + 1);
            case INT64 -> rows.getLong(i + 1);
            case FLOAT64 -> rows.getDouble(i + 1);
            case BOOL -> rows.getBoolean(i + 1);
            case DATE -> LocalDate.ofEpochDay(rows.getLong(i + 1));
            case TIMESTAMP -> Instant.ofEpochMilli(rows.getLong(i + 1));
          };
      cells[i] = rows.wasNull() ? null : cell;
    }
    return cells;
  }

  static void append(DuckDBAppender appender, @Nullable Object[] cells, long rowHash)
      throws SQLException {
    appender.beginRow();
    for (Object cell : cells) {
      if (cell == null) {
        appender.appendNull();
      } else if (cell instanceof String text) {
        appender.append(text);
      } else if (cell instanceof Long number) {
        appender.append(number.longValue());
      } else if (cell instanceof Double number) {
        appender.append(number.doubleValue());
      } else if (cell instanceof Boolean flag) {
        appender.append(flag.booleanValue());
      } else if (cell instanceof LocalDate date) {
        appender.append(date);
      } else if (cell instanceof Instant instant) {
        appender.appendEpochMicros(Math.multiplyExact(instant.getMillis(), 1000L));
      } else {
        throw new IllegalArgumentException("no column holds a " + cell.getClass());
      }
    }
    appender.append(rowHash);
    appender.endRow();
  }
}
