package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.TypedRead;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** One query job on BigQuery, whose result is exported and read. */
final class BigQueryRead<T> extends PTransform<PBegin, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final BigQueryAccess access;
  private final String label;
  private final Class<T> rowClass;
  private final String sql;

  /**
   * @param label table or query, for the counter
   */
  BigQueryRead(BigQueryAccess access, String label, Class<T> rowClass, String sql) {
    this.access = access;
    this.label = label;
    this.rowClass = rowClass;
    this.sql = sql;
  }

  @Override
  public PCollection<T> expand(PBegin begin) {
    begin.apply("Count", Impulse.create()).apply("Reads", ParDo.of(new CountReadFn()));
    RowShape<T> shape = RowShape.of(rowClass);
    // EXPORT, since a direct read of a query without rows can break.
    TypedRead<T> read =
        BigQueryIO.read(
                record -> shape.row(BigQueryCells.cells(shape.columns(), record.getRecord())))
            .fromQuery(sql)
            .usingStandardSql()
            .withMethod(TypedRead.Method.EXPORT)
            .withQueryPriority(TypedRead.QueryPriority.INTERACTIVE)
            .withQueryLocation(access.location())
            .withQueryTempProjectAndDataset(access.names().project(), access.tempDataset())
            .withCoder(RowShape.coder(rowClass))
            .withoutValidation();
    return begin
        .apply(
            "Query",
            access.services().isPresent() ? read.withTestServices(access.services().get()) : read)
        .apply("Rows", ParDo.of(new CountRowsFn<T>(label)))
        .setCoder(RowShape.coder(rowClass));
  }

  private static final class CountReadFn extends DoFn<byte[], Void> {
    private static final long serialVersionUID = 1L;

    private final Counter reads = Metrics.counter("warehouse", "reads");

    @ProcessElement
    public void count() {
      reads.inc();
    }
  }

  /** Counts what is read. */
  static final class CountRowsFn<T> extends DoFn<T, T> {
    private static final long serialVersionUID = 1L;

    private final Counter rowsRead;

    CountRowsFn(String label) {
      this.rowsRead = Metrics.counter(DuckDbRead.ROWS_READ, label);
    }

    @ProcessElement
    public void count(@Element T row, OutputReceiver<T> output) {
      rowsRead.inc();
      output.output(row);
    }
  }
}
