package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import com.google.common.io.Resources;
import dev.tipoff.transforms.grading.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Grades and days as SQL on DuckDB computes them from predictions, box scores and lines, held
 * against those that a warehouse has: no class of ours has a part in it.
 */
final class SqlGrades implements AutoCloseable {
  private static final int SHOWN_OF_COLUMN = 3;

  private final Connection connection;
  private final Statement statement;

  private SqlGrades(Connection connection, Statement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  static SqlGrades of(Path warehouse) throws SQLException, IOException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:" + warehouse);
    Statement statement = connection.createStatement();
    statement.execute(script("grades"));
    statement.execute(script("daily_performance"));
    return new SqlGrades(connection, statement);
  }

  /** The statements of a file of this package. */
  static String script(String name) throws IOException {
    return Resources.toString(
        Resources.getResource(SqlGrades.class, name + ".sql"), StandardCharsets.UTF_8);
  }

  /** The outcomes that some grade has. */
  Set<Outcome> outcomes() throws SQLException {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    try (ResultSet rows = statement.executeQuery("SELECT DISTINCT outcome FROM sql_grades")) {
      while (rows.next()) {
        outcomes.add(Outcome.valueOf(rows.getString(1)));
      }
    }
    return outcomes;
  }

  /** How many bets were valued by a market that closed at another line. */
  long closedElsewhere() throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT COUNT(clv) FROM sql_grades WHERE closing_line <> line")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * Every cell of prediction_accuracy and system_daily_performance that is another by SQL, and
   * every row that one side lacks.
   */
  List<String> differences() throws SQLException {
    List<String> found = new ArrayList<>();
    differences(
        "nba_predictions.prediction_accuracy",
        "sql_grades",
        ImmutableList.of("system_id", "game_id", "player", "market"),
        found);
    differences(
        "nba_predictions.system_daily_performance",
        "sql_days",
        ImmutableList.of("game_date", "system_id", "market"),
        found);
    return found;
  }

  private void differences(String table, String computed, List<String> key, List<String> found)
      throws SQLException {
    String names = String.join(", ", key);
    String name = "concat_ws('|', " + names + ")";
    String joined =
        String.format(" FROM %s AS ours FULL JOIN %s AS other USING (%s)", table, computed, names);
    collect(
        String.format(
            "SELECT '%s of ' || %s || if(other.kind IS NULL, ' not in SQL', ' only in SQL')%s"
                + " WHERE ours.kind IS NULL OR other.kind IS NULL ORDER BY ALL",
            table, name, joined),
        found);
    Map<String, String> columns = columns(table);
    for (String column : Sets.difference(columns.keySet(), Set.copyOf(key))) {
      String ours = "ours." + column;
      String other = "other." + column;
      String differs =
          columns.get(column).equals("DOUBLE")
              ? String.format("coalesce(abs(%s - %s) > 1e-9, true)", ours, other)
              : "true";
      collect(
          String.format(
              "SELECT '%1$s of ' || %2$s || ': ' || coalesce(%3$s::VARCHAR, 'absent')"
                  + " || ', but by SQL ' || coalesce(%4$s::VARCHAR, 'absent')%5$s"
                  + " WHERE ours.kind IS NOT NULL AND other.kind IS NOT NULL"
                  + " AND %3$s IS DISTINCT FROM %4$s AND %6$s ORDER BY ALL",
              column, name, ours, other, joined, differs),
          found);
    }
  }

  private void collect(String sql, List<String> found) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      int count = 0;
      while (rows.next()) {
        if (count++ < SHOWN_OF_COLUMN) {
          found.add(rows.getString(1));
        }
      }
      if (count > SHOWN_OF_COLUMN) {
        found.add("and " + (count - SHOWN_OF_COLUMN) + " more like it");
      }
    }
  }

  /** All but the hash, with their types. */
  private Map<String, String> columns(String table) throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT column_name, column_type FROM (DESCRIBE " + table + ")")) {
      while (rows.next()) {
        columns.put(rows.getString(1), rows.getString(2));
      }
    }
    columns.remove("row_hash");
    return columns;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
