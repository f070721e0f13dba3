package dev.tipoff.io.warehouse;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.time.Duration;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * The embedded engine: one DuckDB file with the schemas of production, which the {@code duckdb}
 * tool opens too. Computed tables are replaced and event tables upserted a month of slates at a
 * time, each in one transaction; a crash leaves every month as it was before or after.
 */
public final class DuckDbWarehouse implements Warehouse {
  private static final long serialVersionUID = 1L;

  private final DuckDbFile file;

  private DuckDbWarehouse(DuckDbFile file) {
    this.file = file;
  }

  /**
   * The warehouse of a file.
   *
   * @param path the file; it is made when first needed
   * @param lockWait how long to wait for another process that holds it
   */
  public static DuckDbWarehouse at(String path, Duration lockWait) {
    return new DuckDbWarehouse(DuckDbFile.of(path, lockWait));
  }

  @Override
  public <T> PTransform<PBegin, PCollection<T>> read(Table<T> table, SlateRange slates) {
    return new DuckDbRead<>(
        file,
        table.name(),
        table.rowClass(),
        table.shape(),
        table + " WHERE " + SlateCondition.of(table, slates));
  }

  @Override
  public <T> PTransform<PBegin, PCollection<T>> query(NamedQuery<T> query) {
    RowShape<T> shape = query.shape();
    return new DuckDbRead<>(
        file, query.name(), query.rowClass(), shape, "(" + query.render(SqlDialect.DUCKDB) + ")");
  }

  @Override
  public <T> PTransform<PCollection<SlateRange>, PCollection<T>> readEach(Table<T> table) {
    SlateCondition.of(table, SlateRange.of(GameDay.parse("1946-11-01")));
    return new DuckDbReadEach<>(
        file,
        table.name(),
        table.rowClass(),
        slates -> table + " WHERE " + SlateCondition.of(table, slates));
  }

  @Override
  public <T> PTransform<PCollection<SlateRange>, PCollection<T>> queryEach(NamedQuery<T> query) {
    String source = "(" + query.render(SqlDialect.DUCKDB) + ")";
    return new DuckDbReadEach<>(file, query.name(), query.rowClass(), slates -> source);
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          replace(Table<T> table) {
    table.checkKind(Table.Kind.COMPUTED);
    return new DuckDbWrite<>(file, table, null);
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          replace(Table<T> table, SlateRange expected) {
    table.checkKind(Table.Kind.COMPUTED);
    return new DuckDbWrite<>(file, table, expected);
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>> upsert(
          Table<T> table) {
    table.checkKind(Table.Kind.EVENT);
    return new DuckDbWrite<>(file, table, null);
  }

  @Override
  public <T> PTransform<PCollection<T>, PCollection<Failure>> upsertEach(Table<T> table) {
    table.checkKind(Table.Kind.EVENT);
    return new DuckDbUpsertEach<>(file, table);
  }

  @Override
  public AlertBudget.Source alertBudget() {
    DuckDbFile here = file;
    return () -> DuckDbAlertBudget.open(here);
  }

  @Override
  public WarehouseAdmin admin() {
    return new DuckDbAdmin(file);
  }

  @Override
  public WarehouseAdmin admin(PipelineOptions options) {
    return admin();
  }
}
