package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;

/**
 * The warehouse in BigQuery. Rows are read by query jobs and written by load jobs (computed tables)
 * or the Storage Write API (event tables), all by {@code BigQueryIO}.
 */
public final class BigQueryWarehouse implements Warehouse {
  private static final long serialVersionUID = 1L;

  /** Of every call that is no read or write of rows. */
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final BigQueryAccess access;
  private final transient BigQueryOptions options;

  BigQueryWarehouse(BigQueryAccess access, BigQueryOptions options) {
    this.access = access;
    this.options = options;
  }

  /**
   * A warehouse of a project.
   *
   * @param prefix stands before every dataset's name; empty for none
   * @param location of all datasets
   * @param tempDataset keeps the results of queries until they are read
   * @param launched when the run began: orders two writes of one event
   * @param options of the pipeline; its jobs are billed to the project unless they say another
   * @throws IllegalArgumentException if the project or the prefix cannot be one
   */
  public static BigQueryWarehouse of(
      String project,
      String prefix,
      String location,
      String tempDataset,
      Instant launched,
      BigQueryOptions options) {
    if (options.getBigQueryProject() == null) {
      options.setBigQueryProject(project);
    }
    return new BigQueryWarehouse(
        BigQueryAccess.of(
            BigQueryNames.of(project, prefix),
            location,
            tempDataset,
            launched,
            client -> BigQueryRestClient.open(project, location, DEADLINE, client),
            null),
        options);
  }

  @Override
  public <T> PTransform<PBegin, PCollection<T>> read(Table<T> table, SlateRange slates) {
    return new BigQueryRead<>(
        access,
        table.name(),
        table.rowClass(),
        String.format(
            "SELECT %s FROM %s WHERE %s",
            table.columns().stream().map(Column::name).collect(Collectors.joining(", ")),
            access.names().table(table.name()),
            SlateCondition.of(table, slates)));
  }

  @Override
  public <T> PTransform<PBegin, PCollection<T>> query(NamedQuery<T> query) {
    return new BigQueryRead<>(access, query.name(), query.rowClass(), query.render(access.names()));
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          replace(Table<T> table) {
    table.checkKind(Table.Kind.COMPUTED);
    return new BigQueryReplace<>(access, table, null);
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          replace(Table<T> table, SlateRange expected) {
    table.checkKind(Table.Kind.COMPUTED);
    return new BigQueryReplace<>(access, table, expected);
  }

  @Override
  public <T>
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>> upsert(
          Table<T> table) {
    table.checkKind(Table.Kind.EVENT);
    return new BigQueryUpsert<>(access, table);
  }

  @Override
  public WarehouseAdmin admin() {
    return new BigQueryAdmin(access.names(), access.location(), access.client().open(options));
  }
}
