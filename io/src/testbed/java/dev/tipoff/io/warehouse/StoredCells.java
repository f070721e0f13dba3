package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Puts cells into a table past all pipelines, in the place of what the table holds. */
public final class StoredCells {
  private StoredCells() {}

  /** Into a warehouse file. */
  public static void put(String path, Table<?> table, List<Object[]> rows) {
    try (DuckDBConnection connection = DuckDbFile.of(path, Duration.ofSeconds(10)).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM " + table);
      String name = table.name().substring(table.dataset().length() + 1);
      try (DuckDBAppender appender = connection.createAppender(table.dataset(), name)) {
        for (Object[] cells : rows) {
          StoredRow.of(table, null, cells).append(appender);
        }
        appender.flush();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(table.name(), e);
    }
  }

  /** Into a BigQuery in memory. */
  public static void put(LocalBigQuery bigQuery, Table<?> table, List<Object[]> rows) {
    List<Map<String, Object>> stored = new ArrayList<>();
    try {
      for (Object[] cells : rows) {
        Map<String, Object> row = new LinkedHashMap<>();
        List<Column> columns = table.columns();
        for (int i = 0; i < cells.length; i++) {
          row.put(columns.get(i).name(), cells[i] == null ? null : cells[i].toString());
        }
        row.put(BigQueryCells.ROW_HASH, Long.toString(RowHash.of(columns, cells)));
        stored.add(LocalCells.fromJson(BigQueryCells.schema(table), row));
      }
      bigQuery.tables().load(bigQuery.names().reference(table), stored, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
