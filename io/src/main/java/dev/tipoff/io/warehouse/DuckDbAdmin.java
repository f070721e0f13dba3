package dev.tipoff.io.warehouse;

import com.google.common.base.Preconditions;
import com.google.common.io.Resources;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/** Tables, digests and a few rows of the embedded warehouse, through one connection. */
final class DuckDbAdmin implements WarehouseAdmin {
  private final DuckDBConnection connection;

  DuckDbAdmin(DuckDbFile file) {
    this.connection = file.connect();
  }

  @Override
  public void createTables() {
    try (Statement statement = connection.createStatement()) {
      for (String dataset :
          Stream.concat(Tables.all().stream().map(Table::dataset), Stream.of("nba_raw"))
              .distinct()
              .toList()) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + dataset);
      }
      for (Table<?> table : Tables.all()) {
        statement.execute(DuckDbCells.ddl(table));
        checkColumns(statement, table);
      }
      statement.execute(
          Resources.toString(
              Resources.getResource(
                  NamedQuery.class, "/dev/tipoff/io/sql/current_predictions_view.sql"),
              StandardCharsets.UTF_8));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the tables: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkColumns(Statement statement, Table<?> table) throws SQLException {
    List<String> declared = new ArrayList<>();
    table.columns().forEach(column -> declared.add(DuckDbCells.declaration(column)));
    declared.add(DuckDbCells.ROW_HASH);
    List<String> stored = new ArrayList<>();
    try (ResultSet columns = statement.executeQuery("DESCRIBE " + table)) {
      while (columns.next()) {
        stored.add(
            columns.getString("column_name")
                + " "
                + columns.getString("column_type")
                + (columns.getString("null").equals("NO") ? " NOT NULL" : ""));
      }
    }
    if (!stored.equals(declared)) {
      String missing =
          declared.stream().filter(c -> !stored.contains(c)).collect(Collectors.joining(", "));
      String surplus =
          stored.stream().filter(c -> !declared.contains(c)).collect(Collectors.joining(", "));
      throw new IllegalStateException(
          String.format(
              "%s was made by another version: it %s. Import into a new file with"
                  + " --warehouse=duckdb:FILE",
              table,
              missing.isEmpty() && surplus.isEmpty()
                  ? "has its columns in another order"
                  : String.format("lacks [%s] and has [%s] too many", missing, surplus)));
    }
  }

  @Override
  public Digest digest(Table<?> table, Optional<SlateRange> slates) {
    Preconditions.checkArgument(
        slates.isEmpty() || table.partition() != null, "%s is not split by slates", table);
    String where =
        slates
            .map(
                range ->
                    String.format(
                        " WHERE %s BETWEEN DATE '%s' AND DATE '%s'",
                        table.partition(), range.from(), range.to()))
            .orElse("");
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*), COALESCE(BIT_XOR(row_hash), 0) FROM " + table + where)) {
      row.next();
      return new Digest(row.getLong(1), row.getLong(2));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot digest " + table + ": " + e.getMessage(), e);
    }
  }

  @Override
  public <T> List<T> rows(NamedQuery<T> query) {
    RowShape<T> shape = query.shape();
    String sql = DuckDbCells.select(shape.columns(), "(" + query.render(SqlDialect.DUCKDB) + ")");
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(shape.row(DuckDbCells.read(shape.columns(), rows)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(query.name() + ".sql: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot close the warehouse: " + e.getMessage(), e);
    }
  }
}
