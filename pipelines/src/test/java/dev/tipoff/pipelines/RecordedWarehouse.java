package dev.tipoff.pipelines;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.warehouse.NamedQuery;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Remembers what is read and written, in the order in which a graph is built. */
final class RecordedWarehouse implements Warehouse {
  private static final long serialVersionUID = 1L;

  private final Warehouse warehouse;
  private final transient Map<PTransform<?, ?>, String> reads = new LinkedHashMap<>();
  private final transient Map<PTransform<?, ?>, String> writes = new LinkedHashMap<>();

  RecordedWarehouse(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** The transforms that read, with the table or query of each. */
  Map<PTransform<?, ?>, String> reads() {
    return reads;
  }

  /** The transforms that write, with the table of each. */
  Map<PTransform<?, ?>, String> writes() {
    return writes;
  }

  List<String> namesRead() {
    return new ArrayList<>(reads.values());
  }

  @Override
  public <T> PTransform<PBegin, PCollection<T>> read(Table<T> table, SlateRange slates) {
    PTransform<PBegin, PCollection<T>> read = warehouse.read(table, slates);
    reads.put(read, table.name());
    return read;
  }

  @Override
  public <T> PTransform<PBegin, PCollection<T>> query(NamedQuery<T> query) {
    PTransform<PBegin, PCollection<T>> read = warehouse.query(query);
    reads.put(read, query.name());
    return read;
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          replace(Table<T> table) {
    return written(table, warehouse.replace(table));
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          replace(Table<T> table, SlateRange expected) {
    return written(table, warehouse.replace(table, expected));
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>> upsert(
          Table<T> table) {
    return written(table, warehouse.upsert(table));
  }

  @Override
  public <T> PTransform<PCollection<SlateRange>, PCollection<T>> readEach(Table<T> table) {
    return read(warehouse.readEach(table), table.name());
  }

  @Override
  public <T> PTransform<PCollection<SlateRange>, PCollection<T>> queryEach(NamedQuery<T> query) {
    return read(warehouse.queryEach(query), query.name());
  }

  @Override
  public <T> PTransform<PCollection<T>, PCollection<Failure>> upsertEach(Table<T> table) {
    return written(table, warehouse.upsertEach(table));
  }

  private <R extends PTransform<?, ?>> R read(R read, String name) {
    reads.put(read, name);
    return read;
  }

  private <W extends PTransform<?, ?>> W written(Table<?> table, W write) {
    writes.put(write, table.name());
    return write;
  }

  @Override
  public AlertBudget.Source alertBudget() {
    return warehouse.alertBudget();
  }

  @Override
  public WarehouseAdmin admin() {
    return warehouse.admin();
  }

  @Override
  public WarehouseAdmin admin(PipelineOptions options) {
    return warehouse.admin(options);
  }
}
