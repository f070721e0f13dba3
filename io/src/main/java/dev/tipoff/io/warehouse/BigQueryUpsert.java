package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.TableRow;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.tables.Table;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryStorageApiInsertError;
import org.apache.beam.sdk.io.gcp.bigquery.RowMutationInformation;
import org.apache.beam.sdk.io.gcp.bigquery.WriteResult;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Upserts event rows by primary key through the Storage Write API. BigQuery applies the row with
 * the greatest sequence of each key: the time of the launch, counted downwards for a table that
 * keeps the first.
 */
final class BigQueryUpsert<T>
    extends PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>> {
  private static final long serialVersionUID = 1L;

  private final BigQueryAccess access;
  private final Table<T> table;

  BigQueryUpsert(BigQueryAccess access, Table<T> table) {
    this.access = access;
    this.table = table;
  }

  @Override
  public WithFailures.Result<PCollection<StoredPartition>, Failure> expand(PCollection<T> rows) {
    Table<T> target = table;
    WithFailures.Result<PCollection<T>, Failure> storable =
        rows.apply("Storable", new StorableRows<>(table));
    PCollection<T> distinct = storable.output().apply("OneRowPerKey", new OneRowPerKey<>(table));
    WriteResult written = distinct.apply("Append", write(access, table));
    PCollection<BigQueryStorageApiInsertError> refused = written.getFailedStorageApiInserts();
    PCollection<Failure> rejected =
        refused
            .apply(
                "Rejected",
                MapElements.into(TypeDescriptor.of(Failure.class))
                    .via(error -> rejected(target, error)))
            .setCoder(storable.failures().getCoder());
    PCollection<String> refusedDays =
        refused.apply(
            "RefusedDays",
            MapElements.into(TypeDescriptors.strings())
                .via(error -> CountPartitions.partitionOf(target, error.getRow())));
    return WithFailures.Result.of(
        // What was refused is known once everything has been appended, so nobody need wait.
        distinct.apply("Partitions", new CountPartitions<>(table, refusedDays)),
        PCollectionList.of(storable.failures())
            .and(rejected)
            .apply("Failures", Flatten.pCollections()));
  }

  /** The write of rows, of which each key has one or the last shall stand. */
  static <T> Write<T> write(BigQueryAccess access, Table<T> table) {
    long launched = access.launched().getMillis();
    String sequence = Long.toHexString(table.keepsFirst() ? Long.MAX_VALUE - launched : launched);
    Write<T> write =
        BigQueryIO.<T>write()
            .to(access.names().reference(table))
            .withSchema(BigQueryCells.schema(table))
            .withFormatFunction(row -> BigQueryCells.tableRow(table, row))
            // Without this a refused row that cannot be turned back is logged and dropped.
            .withFormatRecordOnFailureFunction(row -> BigQueryCells.tableRow(table, row))
            .withMethod(Write.Method.STORAGE_API_AT_LEAST_ONCE)
            .withRowMutationInformationFn(
                row ->
                    RowMutationInformation.of(RowMutationInformation.MutationType.UPSERT, sequence))
            .withCreateDisposition(Write.CreateDisposition.CREATE_NEVER)
            .withWriteDisposition(Write.WriteDisposition.WRITE_APPEND)
            .withoutValidation();
    return access.services().map(write::withTestServices).orElse(write);
  }

  static Failure rejected(Table<?> table, BigQueryStorageApiInsertError error) {
    TableRow row = error.getRow();
    String key =
        table.key().stream()
            .map(column -> String.valueOf(row.get(column)))
            .collect(Collectors.joining("|", table + " ", ""));
    return Failure.of(
        "BigQueryUpsert",
        FailureCode.REJECTED_ROW,
        key,
        key + ": " + error.getErrorMessage(),
        row.toString(),
        null);
  }
}
