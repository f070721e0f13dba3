package dev.tipoff.io.warehouse;

import com.google.common.base.Preconditions;
import com.google.common.util.concurrent.Striped;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.duckdb.DuckDBConnection;

/** Tables, digests and a few rows of the embedded warehouse, through one connection. */
final class DuckDbAdmin implements WarehouseAdmin {
  /** The engine refuses one of two that write the catalogue of a file, which is one process's. */
  private static final Striped<Lock> CATALOGUES = Striped.lock(64);

  private final DuckDbFile file;
  private @Nullable DuckDBConnection connection;

  DuckDbAdmin(DuckDbFile file) {
    this.file = file;
    this.connection = file.exists() ? file.connect() : null;
  }

  /** A new file is made when first needed: what is declared can be told without one. */
  private DuckDBConnection connection() {
    if (connection == null) {
      connection = file.connect();
    }
    return connection;
  }

  @Override
  public void createTables() {
    List<String> drift;
    Lock catalogue = CATALOGUES.get(file.path());
    catalogue.lock();
    try (Statement statement = connection().createStatement()) {
      drift = DuckDbSchema.create(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the tables: " + e.getMessage(), e);
    } finally {
      catalogue.unlock();
    }
    Preconditions.checkState(
        drift.isEmpty(),
        "the warehouse was made by another version: %s. Import into a new file with"
            + " --warehouse=duckdb:FILE",
        String.join("; ", drift));
  }

  @Override
  public boolean exists() {
    return file.exists();
  }

  @Override
  public List<String> statements() {
    return DuckDbSchema.statements();
  }

  @Override
  public List<String> drift() {
    if (!file.exists()) {
      return List.of("there is no file " + file.path());
    }
    try (Statement statement = connection().createStatement()) {
      return DuckDbSchema.drift(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot compare the tables: " + e.getMessage(), e);
    }
  }

  @Override
  public void prepare() {
    createTables();
  }

  @Override
  public Digest digest(Table<?> table, Optional<SlateRange> slates) {
    String where = slates.map(range -> " WHERE " + SlateCondition.of(table, range)).orElse("");
    try (Statement statement = connection().createStatement();
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
    try (Statement statement = connection().createStatement();
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
  public <T> void store(Table<T> table, List<T> events) {
    Preconditions.checkArgument(
        table.kind() == Table.Kind.EVENT, "%s is not a table of events", table);
    try (DuckDBConnection transaction = file.connect()) {
      transaction.setAutoCommit(false);
      new DuckDbStoreFn<>(file, table, null).insert(transaction, events);
      transaction.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot store in " + table + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot close the warehouse: " + e.getMessage(), e);
    }
  }
}
