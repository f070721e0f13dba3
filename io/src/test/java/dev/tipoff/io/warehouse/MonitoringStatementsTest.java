package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.joda.time.LocalDate;
import org.junit.Test;

/**
 * What the operations page is made from, for people to run by hand: {@code docs/monitoring} has
 * each statement as we ship it, with named parameters in its engine's way. {@code
 * -Dtipoff.docs=write} writes the files.
 */
public class MonitoringStatementsTest {
  private static final Path DOCS = Path.of(System.getProperty("tipoff.root"), "docs/monitoring");
  private static final Pattern PARAMETER = Pattern.compile("@([a-z_]+)");
  private static final ImmutableBiMap<String, String> NAMES =
      ImmutableBiMap.of("from", "first_day", "to", "last_day");
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

  /** An engine's way to write a parameter, and how to run a file with parameters. */
  private enum Engine {
    DUCKDB("duckdb", name -> "getvariable('" + parameter(name) + "')"),
    BIGQUERY("bigquery", name -> "@" + parameter(name));

    private final String folder;
    private final UnaryOperator<String> parameter;

    Engine(String folder, UnaryOperator<String> parameter) {
      this.folder = folder;
      this.parameter = parameter;
    }

    String text(NamedQuery<?> query, String what) {
      StringBuilder text = new StringBuilder("-- " + what + "\n");
      String name = query.name() + ".sql";
      if (this == DUCKDB) {
        text.append(
            "-- duckdb -readonly tipoff.duckdb < " + name + ", once the values are yours.\n");
        query
            .values()
            .forEach(
                (key, value) ->
                    text.append(
                        "SET VARIABLE %s = %s;\n".formatted(parameter(key), literal(value))));
      } else {
        text.append("-- bq query --use_legacy_sql=false");
        query
            .values()
            .forEach(
                (key, value) ->
                    text.append(
                        " \\\n--   '--parameter=%s:%s:%s'"
                            .formatted(parameter(key), type(value), value)));
        text.append(" < " + name + "\n");
      }
      return text + query.render(SqlDialect.DUCKDB, parameter);
    }

    private static String literal(Serializable value) {
      return SqlLiteral.of(value, SqlDialect.DUCKDB);
    }

    private static String type(Serializable value) {
      return value instanceof LocalDate || value instanceof java.time.LocalDate
          ? "DATE"
          : value instanceof String ? "STRING" : "TIMESTAMP";
    }
  }

  /** Two of our names are words of SQL, which a variable of DuckDB may not be called. */
  private static String parameter(String name) {
    return NAMES.getOrDefault(name, name);
  }

  private static Serializable value(NamedQuery<?> query, String parameter) {
    return query.values().get(NAMES.inverse().getOrDefault(parameter, parameter));
  }

  private static Path file(Engine engine, NamedQuery<?> query) {
    return DOCS.resolve(engine.folder).resolve(query.name() + ".sql");
  }

  @Test
  public void everyFileIsTheStatementThatThePageIsMadeFrom() throws IOException {
    for (Engine engine : Engine.values()) {
      for (Map.Entry<NamedQuery<?>, String> statement : STATEMENTS.entrySet()) {
        String text = engine.text(statement.getKey(), statement.getValue());
        Path file = file(engine, statement.getKey());
        if (System.getProperty("tipoff.docs", "").equals("write")) {
          Files.createDirectories(file.getParent());
          Files.writeString(file, text);
        }
        assertThat(file.toString(), Files.readString(file), is(text));
      }
      try (Stream<Path> files = Files.list(DOCS.resolve(engine.folder))) {
        assertThat(
            files.toList(),
            containsInAnyOrder(
                STATEMENTS.keySet().stream().map(query -> file(engine, query)).toArray()));
      }
    }
  }

  /**
   * Runs each file on its engine, in warehouses of the same rows: it finds what the page is made
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
      assertThat(query.name(), onDuckDb(duckDb, file(Engine.DUCKDB, query)), is(rows));
      assertThat(
          query.name(), onBigQuery(bigQuery, query, file(Engine.BIGQUERY, query)), hasSize(rows));
    }
  }

  private static int onDuckDb(WarehouseFile warehouse, Path file) throws IOException, SQLException {
    try (DuckDBConnection connection = warehouse.file().connect();
        Statement statement = connection.createStatement()) {
      int rows = 0;
      boolean isResult = statement.execute(Files.readString(file));
      while (!isResult && statement.getUpdateCount() >= 0) {
        isResult = statement.getMoreResults();
      }
      try (ResultSet found = statement.getResultSet()) {
        while (found.next()) {
          rows++;
        }
      }
      return rows;
    }
  }

  private static List<?> onBigQuery(WarehouseInBigQuery warehouse, NamedQuery<?> query, Path file)
      throws IOException {
    BigQueryNames names = warehouse.bigQuery().names();
    String sql =
        Pattern.compile("\\bnba_\\w+\\.\\w+")
            .matcher(Files.readString(file))
            .replaceAll(table -> names.table(table.group()));
    Matcher parameters = PARAMETER.matcher(sql);
    String google =
        parameters.replaceAll(
            name ->
                Matcher.quoteReplacement(
                    SqlLiteral.of(value(query, name.group(1)), SqlDialect.DUCKDB)));
    return new GoogleSql(warehouse.bigQuery().tables()).run(google).rows();
  }
}
