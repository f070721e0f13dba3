package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.tables.Table;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryStorageApiInsertError;
import org.apache.beam.sdk.io.gcp.bigquery.RowMutationInformation;
import org.apache.beam.sdk.io.gcp.bigquery.WriteResult;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PCollection;

/**
 * Upserts event rows by primary key through the Storage Write API. BigQuery applies the row with
 * the greatest sequence of each key: the time of the launch, counted downwards for a table that
 * keeps the first.
 */
final class BigQueryUpsert<T> extends PTransform<PCollection<T>, PCollection<StoredPartition>> {
  private static final long serialVersionUID = 1L;

  private final BigQueryAccess access;
  private final Table<T> table;

  BigQueryUpsert(BigQueryAccess access, Table<T> table) {
    this.access = access;
    this.table = table;
  }

  @Override
  public PCollection<StoredPartition> expand(PCollection<T> rows) {
    Table<T> target = table;
    long launched = access.launched().getMillis();
    String sequence = Long.toHexString(table.keepsFirst() ? Long.MAX_VALUE - launched : launched);
    PCollection<T> distinct = rows.apply("OneRowPerKey", new OneRowPerKey<>(table));
    Write<T> write =
        BigQueryIO.<T>write()
            .to(access.names().reference(table))
            .withSchema(BigQueryCells.schema(table))
            .withFormatFunction(row -> BigQueryCells.tableRow(target, row))
            .withMethod(Write.Method.STORAGE_API_AT_LEAST_ONCE)
            .withRowMutationInformationFn(
                row ->
                    RowMutationInformation.of(RowMutationInformation.MutationType.UPSERT, sequence))
            .withCreateDisposition(Write.CreateDisposition.CREATE_NEVER)
            .withWriteDisposition(Write.WriteDisposition.WRITE_APPEND)
            .withPropagateSuccessfulStorageApiWrites(true)
            .withoutValidation();
    WriteResult written =
        distinct.apply("Append", access.services().map(write::withTestServices).orElse(write));
    written.getFailedStorageApiInserts().apply("Rejected", ParDo.of(new RejectFn(table.name())));
    return distinct
        .apply("Partitions", new CountPartitions<>(table))
        .apply("WaitForAppends", Wait.on(written.getSuccessfulStorageApiInserts()))
        .setCoder(StoredPartition.coder());
  }

  private static final class RejectFn extends DoFn<BigQueryStorageApiInsertError, Void> {
    private static final long serialVersionUID = 1L;

    private final String table;

    RejectFn(String table) {
      this.table = table;
    }

    @ProcessElement
    public void reject(@Element BigQueryStorageApiInsertError rejected) {
      throw new WarehouseException(
          table + " refuses a row: " + rejected.getErrorMessage() + ": " + rejected.getRow());
    }
  }
}
