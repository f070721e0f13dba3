package dev.tipoff.io.warehouse;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.options.PipelineOptions;
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
   * @param options of the pipeline; its jobs are billed to the project unless they say another, and
   *     none of their calls waits longer than {@link Deadline#OUTSIDE_CALL}
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
    // Beam would wait for 80 s to read an answer, and for 15 minutes to send a request.
    int most = Math.toIntExact(Deadline.OUTSIDE_CALL.toMillis());
    options.setHTTPReadTimeout(within(options.getHTTPReadTimeout(), most));
    options.setHTTPWriteTimeout(within(options.getHTTPWriteTimeout(), most));
    return new BigQueryWarehouse(
        BigQueryAccess.of(
            BigQueryNames.of(project, prefix),
            location,
            tempDataset,
            launched,
            client -> BigQueryRestClient.open(project, location, client),
            null),
        options);
  }

  /** Zero stands for no limit. */
  private static int within(int millis, int most) {
    return millis == 0 ? most : Math.min(millis, most);
  }

  @Override
  public <T> PTransform<PBegin, PCollection<T>> read(Table<T> table, SlateRange slates) {
    return new BigQueryRead<>(
        access,
        table.name(),
        table.rowClass(),
        select(table) + " WHERE " + SlateCondition.of(table, slates));
  }

  @Override
  public <T> PTransform<PBegin, PCollection<T>> query(NamedQuery<T> query) {
    return new BigQueryRead<>(access, query.name(), query.rowClass(), query.render(access.names()));
  }

  @Override
  public <T> PTransform<PCollection<SlateRange>, PCollection<T>> readEach(Table<T> table) {
    SlateCondition.of(table, SlateRange.of(GameDay.parse("1946-11-01")));
    String all = select(table);
    return new BigQueryReadEach<>(
        access,
        table.name(),
        table.rowClass(),
        slates -> all + " WHERE " + SlateCondition.of(table, slates));
  }

  @Override
  public <T> PTransform<PCollection<SlateRange>, PCollection<T>> queryEach(NamedQuery<T> query) {
    String sql = query.render(access.names());
    return new BigQueryReadEach<>(access, query.name(), query.rowClass(), slates -> sql);
  }

  private String select(Table<?> table) {
    return String.format(
        "SELECT %s FROM %s",
        table.columns().stream().map(Column::name).collect(Collectors.joining(", ")),
        access.names().table(table.name()));
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
  public <T> PTransform<PCollection<T>, PCollection<Failure>> upsertEach(Table<T> table) {
    table.checkKind(Table.Kind.EVENT);
    return new BigQueryUpsertEach<>(access, table);
  }

  @Override
  public AlertBudget.Source alertBudget() {
    return StorageAlertBudget.in(String.valueOf(options.getTempLocation()));
  }

  @Override
  public WarehouseAdmin admin() {
    return admin(options);
  }

  @Override
  public WarehouseAdmin admin(PipelineOptions ofWorker) {
    return new BigQueryAdmin(
        access.names(),
        access.location(),
        access.client().open(ofWorker.as(BigQueryOptions.class)));
  }
}
