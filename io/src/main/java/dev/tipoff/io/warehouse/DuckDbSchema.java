package dev.tipoff.io.warehouse;

import dev.tipoff.io.warehouse.SchemaDrift.StoredColumn;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The embedded warehouse's datasets, tables, comments and views: declared, made and compared. */
final class DuckDbSchema {
  private static final String VIEW = "nba_predictions.current_predictions";

  private DuckDbSchema() {}

  /** Every statement, in an order in which they can run; each may run again without harm. */
  static List<String> statements() {
    List<String> statements = new ArrayList<>(datasetsAndTables());
    statements.add(view());
    statements.addAll(comments());
    return List.copyOf(statements);
  }

  /**
   * Creates what is missing, and describes it if nothing is otherwise than declared: a comment that
   * is there already would be written to the file again.
   *
   * @return as {@link #drift}, of what is there now
   */
  static List<String> create(Statement statement) throws SQLException {
    if (!drift(statement).isEmpty()) {
      executeAtOnce(statement, datasetsAndTables());
    }
    statement.execute(view());
    List<String> drift = drift(statement);
    if (drift.isEmpty()) {
      Set<String> stored = storedComments(statement);
      executeAtOnce(
          statement, comments().stream().filter(comment -> !stored.contains(comment)).toList());
    }
    return drift;
  }

  /** In one transaction: each of its own would be awaited on the disk. */
  private static void executeAtOnce(Statement statement, List<String> sql) throws SQLException {
    if (!sql.isEmpty()) {
      statement.execute("BEGIN; " + String.join("; ", sql) + "; COMMIT");
    }
  }

  /** One line a difference between what is declared and what is there. */
  static List<String> drift(Statement statement) throws SQLException {
    Map<String, List<StoredColumn>> stored = new LinkedHashMap<>();
    try (ResultSet columns =
        statement.executeQuery(
            "SELECT schema_name || '.' || table_name, column_name, data_type, is_nullable"
                + " FROM duckdb_columns() WHERE database_name = current_database()"
                + " ORDER BY 1, column_index")) {
      while (columns.next()) {
        stored
            .computeIfAbsent(columns.getString(1), table -> new ArrayList<>())
            .add(
                new StoredColumn(
                    columns.getString(2), columns.getString(3), columns.getBoolean(4)));
      }
    }
    List<String> drift = new ArrayList<>();
    for (Table<?> table : Tables.all()) {
      drift.addAll(
          SchemaDrift.of(
              table.name(), declared(table), stored.getOrDefault(table.name(), List.of())));
    }
    if (!stored.containsKey(VIEW)) {
      drift.add(VIEW + " is missing");
    }
    return drift;
  }

  private static List<StoredColumn> declared(Table<?> table) {
    List<StoredColumn> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(new StoredColumn(column.name(), DuckDbCells.type(column), column.nullable()));
    }
    columns.add(new StoredColumn("row_hash", "BIGINT", false));
    return columns;
  }

  private static List<String> datasetsAndTables() {
    List<String> statements = new ArrayList<>();
    Tables.all().stream()
        .map(Table::dataset)
        .distinct()
        .forEach(dataset -> statements.add("CREATE SCHEMA IF NOT EXISTS " + dataset));
    Tables.all().forEach(table -> statements.add(DuckDbCells.ddl(table)));
    return statements;
  }

  private static String view() {
    return Queries.currentPredictionsView().render(SqlDialect.DUCKDB).strip();
  }

  private static List<String> comments() {
    List<String> comments = new ArrayList<>();
    for (Table<?> table : Tables.all()) {
      comments.add(comment("TABLE", table.name(), table.description()));
      for (Column column : table.columns()) {
        comments.add(comment("COLUMN", table + "." + column.name(), column.description()));
      }
    }
    return comments;
  }

  private static Set<String> storedComments(Statement statement) throws SQLException {
    Set<String> comments = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT 'TABLE', schema_name || '.' || table_name, comment FROM duckdb_tables()"
                + " WHERE comment IS NOT NULL UNION ALL"
                + " SELECT 'COLUMN', schema_name || '.' || table_name || '.' || column_name, comment"
                + " FROM duckdb_columns() WHERE comment IS NOT NULL")) {
      while (rows.next()) {
        comments.add(comment(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return comments;
  }

  private static String comment(String kind, String name, String text) {
    return "COMMENT ON " + kind + " " + name + " IS '" + text.replace("'", "''") + "'";
  }
}
