package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import org.apache.beam.sdk.io.gcp.bigquery.WriteResult;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;

/** {@link BigQueryUpsert} of rows that come one after the other, each appended as it comes. */
final class BigQueryUpsertEach<T> extends PTransform<PCollection<T>, PCollection<Failure>> {
  private static final long serialVersionUID = 1L;

  private final BigQueryAccess access;
  private final Table<T> table;

  BigQueryUpsertEach(BigQueryAccess access, Table<T> table) {
    this.access = access;
    this.table = table;
  }

  @Override
  public PCollection<Failure> expand(PCollection<T> rows) {
    Table<T> target = table;
    WithFailures.Result<PCollection<T>, Failure> storable =
        rows.apply("Storable", new StorableRows<>(table));
    WriteResult written =
        storable
            .output()
            .apply("CountStored", ParDo.of(new CountFn<T>(table.name())))
            .setCoder(table.coder())
            .apply("Append", BigQueryUpsert.write(access, table));
    PCollection<Failure> rejected =
        written
            .getFailedStorageApiInserts()
            .apply(
                "Rejected",
                MapElements.into(TypeDescriptor.of(Failure.class))
                    .via(error -> BigQueryUpsert.rejected(target, error)))
            .setCoder(RowShape.coder(Failure.class));
    return PCollectionList.of(storable.failures().setCoder(RowShape.coder(Failure.class)))
        .and(rejected)
        .apply("Failures", Flatten.pCollections());
  }

  private static final class CountFn<T> extends DoFn<T, T> {
    private static final long serialVersionUID = 1L;

    private final Counter rowsStored;

    CountFn(String table) {
      this.rowsStored = Metrics.counter("rows-stored", table);
    }

    @ProcessElement
    public void count(@Element T row, OutputReceiver<T> output) {
      rowsStored.inc();
      output.output(row);
    }
  }
}
