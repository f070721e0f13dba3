package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.Test;

/**
 * What the operations page is made from, for people to run by hand: {@code docs/monitoring} has
 * each statement as we ship it, with the values of a day, for either engine. {@code
 * -Dtipoff.docs=write} writes the files.
 */
public class MonitoringStatementsTest {
  private static final Path DOCS = Path.of(System.getProperty("tipoff.root"), "docs/monitoring");
  private static final SlateRange SLATE = SlateRange.of(InventedRows.DAY);

  private static final ImmutableMap<NamedQuery<?>, String> STATEMENTS =
      ImmutableMap.<NamedQuery<?>, String>builder()
          .put(
              ExportQueries.phaseTiming(SLATE),
              "The cascade: when each run of the slates started and ended, and why.")
          .put(
              ExportQueries.phaseStatus(SLATE),
              "Where each phase of the slates stands, and what is open.")
          .put(
              ExportQueries.sourceFreshness(SLATE),
              "How recent every source is that was asked in the season.")
          .put(
              ExportQueries.failureCounts(SLATE),
              "Failures of the slates by step and code, and how many are resolved.")
          .put(
              ExportQueries.alertVolume(SLATE),
              "Alerts by day, severity and code, and how many no channel took.")
          .put(
              ExportQueries.weeklyCalibration(SLATE),
              "Calibration drift: chances of the over beside what came, by the week.")
          .put(Queries.columnDrift(SLATE), "Columns of the slates beside the thirty slates before.")
          .put(Queries.quotaLeft(SLATE), "What providers last said is left of their quotas.")
          .buildOrThrow();

  private static String text(NamedQuery<?> query, String what) {
    String file = query.name() + ".sql";
    return """
        -- %s
        -- Once the days are yours: duckdb -readonly tipoff.duckdb < %s
        --                      or: bq query --use_legacy_sql=false < %s
        """
            .formatted(what, file, file)
        + query.render(SqlDialect.DUCKDB);
  }

  private static Path file(NamedQuery<?> query) {
    return DOCS.resolve(query.name() + ".sql");
  }

  @Test
  public void everyFileIsTheStatementThatThePageIsMadeFrom() throws IOException {
    for (Map.Entry<NamedQuery<?>, String> statement : STATEMENTS.entrySet()) {
      String text = text(statement.getKey(), statement.getValue());
      Path file = file(statement.getKey());
      if (System.getProperty("tipoff.docs", "").equals("write")) {
        Files.writeString(file, text);
      }
      assertThat(file.toString(), Files.readString(file), is(text));
    }
    try (Stream<Path> files = Files.list(DOCS)) {
      assertThat(
          files.toList(),
          containsInAnyOrder(
              STATEMENTS.keySet().stream().map(MonitoringStatementsTest::file).toArray()));
    }
  }

  /**
   * Runs each file on both engines, in warehouses of the same rows: it finds what the page is made
   * from.
   */
  static void assertAgree(WarehouseFile duckDb, WarehouseInBigQuery bigQuery)
      throws IOException, SQLException {
    for (NamedQuery<?> query : STATEMENTS.keySet()) {
      int rows;
      try (WarehouseAdmin admin = duckDb.warehouse().admin()) {
        rows = admin.rows(query).size();
      }
      assertThat(query.name(), rows, is(greaterThan(0)));
      String sql = Files.readString(file(query));
      assertThat(query.name(), onDuckDb(duckDb, sql), is(rows));
      assertThat(query.name(), onBigQuery(bigQuery, sql), hasSize(rows));
    }
  }

  private static int onDuckDb(WarehouseFile warehouse, String sql) throws SQLException {
    try (DuckDBConnection connection = warehouse.file().connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      int rows = 0;
      while (found.next()) {
        rows++;
      }
      return rows;
    }
  }

  private static List<?> onBigQuery(WarehouseInBigQuery warehouse, String sql) throws IOException {
    BigQueryNames names = warehouse.bigQuery().names();
    String named =
        Pattern.compile("\\bnba_\\w+\\.\\w+")
            .matcher(sql)
            .replaceAll(table -> names.table(table.group()));
    return new GoogleSql(warehouse.bigQuery().tables()).run(named).rows();
  }
}
