package dev.tipoff.io.warehouse;

import static java.time.temporal.ChronoUnit.MICROS;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How columns look in DuckDB: their types, and cells on their way in and out. */
final class DuckDbCells {
  /** The declaration of the column that every table has beside its own. */
  private static final String ROW_HASH = "row_hash BIGINT NOT NULL";

  private DuckDbCells() {}

  static String ddl(Table<?> table) {
    return table.columns().stream()
        .map(DuckDbCells::declaration)
        .collect(
            Collectors.joining(
                ",\n  ",
                "CREATE TABLE IF NOT EXISTS " + table + " (\n  ",
                ",\n  " + ROW_HASH + "\n)"));
  }

  private static String declaration(Column column) {
    return column.name() + " " + type(column) + (column.nullable() ? "" : " NOT NULL");
  }

  static String type(Column column) {
    String element =
        switch (column.type()) {
          case STRING -> "VARCHAR";
          case INT64 -> "BIGINT";
          case FLOAT64 -> "DOUBLE";
          case NUMERIC -> "DECIMAL(38,9)";
          case BOOL -> "BOOLEAN";
          case DATE -> "DATE";
          case TIMESTAMP -> "TIMESTAMP";
        };
    return column.repeated() ? element + "[]" : element;
  }

  /** A select over the columns in which every cell has a plain JDBC type. */
  static String select(List<Column> columns, String source) {
    return columns.stream()
        .map(
            column ->
                column.repeated()
                    ? "list_transform("
                        + column.name()
                        + ", lambda each: "
                        + plain(column, "each")
                        + ")"
                    : plain(column, column.name()))
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source));
  }

  private static String plain(Column column, String value) {
    return switch (column.type()) {
      case DATE -> "datediff('day', DATE '1970-01-01', " + value + ")";
      case TIMESTAMP -> "epoch_us(" + value + ")";
      case STRING, INT64, FLOAT64, NUMERIC, BOOL -> value;
    };
  }

  /** The cells of the row that a {@link #select} is at. */
  static @Nullable Object[] read(List<Column> columns, ResultSet rows) throws SQLException {
    @Nullable Object[] cells = new @Nullable Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Column column = columns.get(i);
      cells[i] = column.repeated() ? list(column, rows, i + 1) : scalar(column, rows, i + 1);
    }
    return cells;
  }

  private static @Nullable Object scalar(Column column, ResultSet rows, int at)
      throws SQLException {
    Object cell =
        switch (column.type()) {
          case STRING -> rows.getString(at);
          case INT64 -> rows.getLong(at);
          case FLOAT64 -> rows.getDouble(at);
          case NUMERIC -> rows.getBigDecimal(at);
          case BOOL -> rows.getBoolean(at);
          case DATE -> LocalDate.ofEpochDay(rows.getLong(at));
          case TIMESTAMP -> Instant.EPOCH.plus(rows.getLong(at), MICROS);
        };
    return rows.wasNull() ? null : cell;
  }

  private static List<Object> list(Column column, ResultSet rows, int at) throws SQLException {
    ImmutableList.Builder<Object> cells = ImmutableList.builder();
    for (Object each : (Object[]) rows.getArray(at).getArray()) {
      cells.add(
          switch (column.type()) {
            case STRING, INT64, FLOAT64, NUMERIC, BOOL -> each;
            case DATE -> LocalDate.ofEpochDay((Long) each);
            case TIMESTAMP -> Instant.EPOCH.plus((Long) each, MICROS);
          });
    }
    return cells.build();
  }
}
