package dev.tipoff.pipelines.bench;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A process that makes a season's features with one statement of DuckDB, and stores them. */
final class SqlProcess {
  private SqlProcess() {}

  /** Takes the file of a warehouse and the first and the last slate. */
  public static void main(String[] arguments) throws SQLException {
    SlateRange slates =
        SlateRange.of(GameDay.parse(arguments[1]), GameDay.parse(arguments[2]));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0]);
        Statement statement = connection.createStatement()) {
      long rows =
          statement.executeUpdate(
              "CREATE OR REPLACE TABLE main.bench_features AS " + WindowSql.of(slates));
      System.out.printf("%d rows, %d features%n", rows, WindowSql.features().size());
    }
  }
}
