package dev.tipoff.io.warehouse;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write;
import org.apache.beam.sdk.io.gcp.bigquery.TableDestination;
import org.apache.beam.sdk.io.gcp.bigquery.WriteResult;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Replaces partitions of a computed table, each by one load job that truncates it. Rows of more
 * partitions than BigQuery has load jobs for fail the run before anything is replaced.
 */
final class BigQueryReplace<T>
    extends PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>> {
  private static final long serialVersionUID = 1L;

  /** BigQueryIO would try a failing job a thousand times. */
  private static final int RETRIES = 3;

  private final BigQueryAccess access;
  private final Table<T> table;
  private final @Nullable SlateRange expected;

  BigQueryReplace(BigQueryAccess access, Table<T> table, @Nullable SlateRange expected) {
    Preconditions.checkArgument(
        table.partition() != null, "%s is not split by slates, so no slate can be replaced", table);
    Preconditions.checkArgument(
        expected == null || expected.days().size() <= LimitLoadJobs.MAX,
        "%s are too many slates for one run on BigQuery, which limits load jobs to 1,500 a table"
            + " and day; take at most %s days at a time",
        expected,
        LimitLoadJobs.MAX);
    this.access = access;
    this.table = table;
    this.expected = expected;
  }

  @Override
  public WithFailures.Result<PCollection<StoredPartition>, Failure> expand(PCollection<T> rows) {
    BigQueryNames names = access.names();
    Table<T> target = table;
    WithFailures.Result<PCollection<T>, Failure> storable =
        rows.apply("Storable", new StorableRows<>(table));
    PCollection<T> distinct = storable.output().apply("OneRowPerKey", new OneRowPerKey<>(table));
    Write<T> write =
        BigQueryIO.<T>write()
            .to(
                row ->
                    new TableDestination(
                        names.partition(
                            target, target.partitionOf(Preconditions.checkNotNull(row.getValue()))),
                        null))
            .withSchema(BigQueryCells.schema(table))
            .withFormatFunction(row -> BigQueryCells.tableRow(target, row))
            .withMethod(Write.Method.FILE_LOADS)
            .withWriteDisposition(Write.WriteDisposition.WRITE_TRUNCATE)
            .withCreateDisposition(Write.CreateDisposition.CREATE_NEVER)
            .withMaxRetryJobs(RETRIES)
            .withWriteTempDataset(access.tempDataset())
            .withoutValidation();
    PCollection<StoredPartition> partitions =
        distinct.apply("Partitions", new CountPartitions<>(table));
    PCollection<T> allowed =
        distinct
            .apply(
                "WithinLimit", Wait.on(partitions.apply("LimitLoadJobs", new LimitLoadJobs(table))))
            .setCoder(table.coder());
    WriteResult written =
        allowed.apply("Load", access.services().map(write::withTestServices).orElse(write));
    PCollection<StoredPartition> loaded =
        partitions
            .apply("WaitForLoads", Wait.on(written.getSuccessfulTableLoads()))
            .setCoder(StoredPartition.coder());
    return WithFailures.Result.of(
        expected == null
            ? loaded
            : PCollectionList.of(loaded)
                .and(loaded.apply("Erase", new BigQueryErase<>(access, table, expected)))
                .apply("All", Flatten.pCollections()),
        storable.failures());
  }
}
