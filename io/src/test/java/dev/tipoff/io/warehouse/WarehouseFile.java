package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.File;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.duckdb.DuckDBConnection;
import org.junit.rules.TemporaryFolder;

/** A warehouse in a new file, filled by pipelines of one step and looked at beside them. */
final class WarehouseFile {
  private final String path;
  private final DuckDbWarehouse warehouse;

  private WarehouseFile(String path) {
    this.path = path;
    this.warehouse = DuckDbWarehouse.at(path, Duration.ZERO);
  }

  static WarehouseFile in(TemporaryFolder folder) {
    WarehouseFile file = unmade(folder);
    try (WarehouseAdmin admin = file.warehouse.admin()) {
      admin.createTables();
    }
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

  <T> void replace(Table<T> table, List<T> rows) {
    run(table, rows, warehouse.replace(table));
  }

  <T> void replace(Table<T> table, SlateRange expected, List<T> rows) {
    run(table, rows, warehouse.replace(table, expected));
  }

  <T> void upsert(Table<T> table, List<T> rows) {
    run(table, rows, warehouse.upsert(table));
  }

  private static <T> void run(
      Table<T> table,
      List<T> rows,
      PTransform<PCollection<T>, PCollection<StoredPartition>> write) {
    Pipeline pipeline = Pipeline.create(TestPipeline.testingPipelineOptions());
    pipeline.apply(create(table, rows)).apply(write);
    pipeline.run().waitUntilFinish();
  }

  static <T> Create.Values<T> create(Table<T> table, List<T> rows) {
    try {
      return Create.of(rows)
          .withCoder(SchemaRegistry.createDefault().getSchemaCoder(table.rowClass()));
    } catch (NoSuchSchemaException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The stored rows, in no order, past the warehouse's own reads. */
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

  WarehouseAdmin.Digest digest(Table<?> table) {
    try (WarehouseAdmin admin = warehouse.admin()) {
      return admin.digest(table, Optional.empty());
    }
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
