package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.tables.Table;
import java.io.File;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.joda.time.Instant;
import org.junit.rules.TemporaryFolder;

/** A warehouse in a new file. */
final class WarehouseFile extends TestedWarehouse {
  private final String path;
  private final DuckDbWarehouse warehouse;

  private WarehouseFile(String path) {
    this.path = path;
    this.warehouse = DuckDbWarehouse.at(path, Duration.ZERO);
  }

  static WarehouseFile in(TemporaryFolder folder) {
    WarehouseFile file = unmade(folder);
    EmptyWarehouse.at(Path.of(file.path));
    return file;
  }

  /** A warehouse without a file yet. */
  static WarehouseFile unmade(TemporaryFolder folder) {
    return new WarehouseFile(new File(folder.getRoot(), "invented.duckdb").getPath());
  }

  String path() {
    return path;
  }

  DuckDbWarehouse warehouse() {
    return warehouse;
  }

  DuckDbFile file() {
    return DuckDbFile.of(path, Duration.ZERO);
  }

  @Override
  Warehouse warehouse(Instant launched) {
    return warehouse;
  }

  @Override
  String project() {
    return "none";
  }

  @Override
  File temp() {
    return new File(path).getParentFile();
  }

  @Override
  <T> List<T> rows(Table<T> table) {
    return rows(table, table.name());
  }

  <T> List<T> rows(Table<T> table, String source) {
    List<T> found = new ArrayList<>();
    try (DuckDBConnection connection = file().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(DuckDbCells.select(table.columns(), source))) {
      while (rows.next()) {
        found.add(table.shape().row(DuckDbCells.read(table.columns(), rows)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  void execute(String sql) {
    try (DuckDBConnection connection = file().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
