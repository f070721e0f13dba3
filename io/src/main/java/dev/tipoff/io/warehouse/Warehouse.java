package dev.tipoff.io.warehouse;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.Serializable;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Where rows are stored: reads partitions or a named query as a PCollection, and writes a table in
 * the one way that its {@link Table.Kind} allows. Reads and writes may be run again after a crash
 * and give the same tables. A row that cannot be stored is a failure; the rest is stored.
 */
public interface Warehouse extends Serializable {
  /**
   * The rows of the slates, in no order. One read of the engine, however long the range.
   *
   * @throws IllegalArgumentException if the table is not split by slates
   */
  <T> PTransform<PBegin, PCollection<T>> read(Table<T> table, SlateRange slates);

  /** The rows of a query, in no order. One read of the engine. */
  <T> PTransform<PBegin, PCollection<T>> query(NamedQuery<T> query);

  /**
   * The rows of the slates of each range that comes, in no order: a read of the engine each, for a
   * stream that looks again and again. Rows have the time and the window of their range.
   *
   * @throws IllegalArgumentException if the table is not split by slates
   */
  <T> PTransform<PCollection<SlateRange>, PCollection<T>> readEach(Table<T> table);

  /** The rows of a query for each range that comes, of which the query takes no notice. */
  <T> PTransform<PCollection<SlateRange>, PCollection<T>> queryEach(NamedQuery<T> query);

  /**
   * Replaces the partitions that the rows belong to, each atomically, and leaves all others alone.
   *
   * @throws IllegalArgumentException if the table is not {@link Table.Kind#COMPUTED}
   */
  <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          replace(Table<T> table);

  /**
   * As {@link #replace(Table)}, and partitions of the expected slates without a row become empty.
   */
  <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          replace(Table<T> table, SlateRange expected);

  /**
   * Stores rows by key. A row whose key is stored already replaces it, or is dropped if the table
   * {@linkplain Table#keepsFirst keeps the first}.
   *
   * @throws IllegalArgumentException if the table is not {@link Table.Kind#EVENT}
   */
  <T> PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>> upsert(
      Table<T> table);

  /**
   * {@link #upsert} of a stream: rows are stored as they come, which is soon after.
   *
   * @return the rows that cannot be stored
   * @throws IllegalArgumentException if the table is not {@link Table.Kind#EVENT}
   */
  <T> PTransform<PCollection<T>, PCollection<Failure>> upsertEach(Table<T> table);

  /** The claims on alerts that all who write to this warehouse share. */
  AlertBudget.Source alertBudget();

  /** The few calls that are not reads or writes of rows by a pipeline. */
  WarehouseAdmin admin();

  /**
   * The same on a worker.
   *
   * @param options of the pipeline, which a warehouse does not take with it
   */
  WarehouseAdmin admin(PipelineOptions options);
}
