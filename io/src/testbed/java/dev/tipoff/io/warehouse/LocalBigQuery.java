package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import dev.tipoff.io.warehouse.LocalJobs.LocalJobLog;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.extensions.gcp.util.Transport;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.joda.time.Instant;

/**
 * BigQuery in memory, behind the interface that {@code BigQueryIO} has for it: tables with
 * partitions and primary keys, load, query, extract and copy jobs, the Storage Write API's upserts.
 * Statements run on Google's own SQL engine.
 */
public final class LocalBigQuery implements BigQueryServices {
  private static final long serialVersionUID = 1L;

  static final String LOCATION = "US";

  /** Transforms are serialized, and so this keeps to a number. */
  private static final Map<Integer, State> STATES = new ConcurrentHashMap<>();

  /** What statements make, by their text without the project: reading one takes a while. */
  private static final Map<String, com.google.api.services.bigquery.model.Table> READ =
      new ConcurrentHashMap<>();

  private static final AtomicInteger IDS = new AtomicInteger();

  private final int id = IDS.incrementAndGet();

  private record State(LocalTables tables, LocalJobLog log) {}

  private LocalBigQuery() {
    STATES.put(id, new State(new LocalTables(), new LocalJobLog()));
  }

  /** With every table of ours, empty. */
  public static LocalBigQuery withTables() {
    return with(Tables.all());
  }

  /** With these tables, empty. */
  public static LocalBigQuery with(List<? extends Table<?>> tables) {
    LocalBigQuery bigQuery = new LocalBigQuery();
    BigQueryDdl ddl = BigQueryDdl.of(bigQuery.names(), LOCATION);
    tables.forEach(table -> bigQuery.createTable(ddl.table(table)));
    bigQuery.create(ddl.statements().get(ddl.statements().size() - 1));
    return bigQuery;
  }

  /** Without any table, as a new project is. */
  public static LocalBigQuery empty() {
    return new LocalBigQuery();
  }

  private void create(String ddl) {
    try {
      new LocalDdl(tables()).run(ddl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #create}, of a table whose statement may have been read for another project. */
  private void createTable(String ddl) {
    LocalDdl local = new LocalDdl(tables());
    try {
      String anywhere = ddl.replace(project(), "");
      com.google.api.services.bigquery.model.Table table = READ.get(anywhere);
      if (table == null) {
        table = local.read(ddl);
        READ.put(anywhere, table);
      }
      local.create(
          table
              .clone()
              .setTableReference(table.getTableReference().clone().setProjectId(project())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of its own, since BigQueryIO keeps append clients by table for the life of the JVM. */
  public String project() {
    return "local-project-" + id;
  }

  BigQueryNames names() {
    return BigQueryNames.of(project(), "");
  }

  /** A warehouse in it, as of a run that was launched then. */
  public Warehouse warehouse(Instant launched) {
    return new BigQueryWarehouse(
        BigQueryAccess.of(
            names(), LOCATION, "tipoff_temp", launched, options -> new Client(this), this),
        PipelineOptionsFactory.create().as(BigQueryOptions.class));
  }

  /** Adds rows, as if a run had stored them. */
  public <T> void store(Table<T> table, List<T> rows) {
    try {
      tables().load(names().reference(table), cells(table, rows), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<Map<String, Object>> cells(Table<T> table, List<T> rows)
      throws IOException {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (T row : rows) {
      cells.add(
          LocalCells.fromJson(BigQueryCells.schema(table), BigQueryCells.tableRow(table, row)));
    }
    return cells;
  }

  /** A table's columns as the REST interface gives them. */
  public static String schema(Table<?> table) {
    try {
      return Transport.getJsonFactory().toString(BigQueryCells.schema(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes rows to a file, as jobs that export them do. */
  public static <T> void export(Table<T> table, List<T> rows, boolean logicalTypes, Path file) {
    try {
      LocalAvro.write(BigQueryCells.schema(table), cells(table, rows), logicalTypes, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many query jobs pipelines have started. */
  public int queriesServed() {
    return log().count(LocalJobLog.Kind.QUERY);
  }

  /** How many load jobs pipelines have started on a table. */
  public int loadsServed(Table<?> table) {
    return log().count(LocalJobLog.Kind.LOAD, names().reference(table));
  }

  /** How many jobs that export a table or the result of a query pipelines have started. */
  public int exportsServed() {
    return log().count(LocalJobLog.Kind.EXTRACT);
  }

  private State state() {
    return STATES.get(id);
  }

  LocalTables tables() {
    return state().tables();
  }

  LocalJobLog log() {
    return state().log();
  }

  @Override
  public JobService getJobService(BigQueryOptions options) {
    return new LocalJobs(tables(), log());
  }

  @Override
  public DatasetService getDatasetService(BigQueryOptions options) {
    return new LocalDatasets(tables());
  }

  @Override
  public WriteStreamService getWriteStreamService(BigQueryOptions options) {
    return new LocalWriteStreams(tables());
  }

  @Override
  public StorageClient getStorageClient(BigQueryOptions options) {
    return new LocalReadSessions(tables());
  }

  /** The calls of {@link WarehouseAdmin}. */
  private record Client(LocalBigQuery bigQuery) implements BigQueryClient {
    @Override
    public List<TableRow> query(String sql) {
      if (sql.startsWith("CREATE ")) {
        bigQuery.create(sql);
        return List.of();
      }
      try {
        if (sql.startsWith("INSERT ")) {
          new LocalInsert(bigQuery.tables()).run(sql);
          return List.of();
        }
        return new GoogleSql(bigQuery.tables())
            .run(sql).rows().stream().map(LocalCells::toJson).toList();
      } catch (IOException e) {
        throw new WarehouseException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public Optional<com.google.api.services.bigquery.model.Table> table(TableReference table) {
      return Optional.ofNullable(bigQuery.tables().find(table));
    }

    @Override
    public void erase(TableReference partition) {
      try {
        bigQuery.tables().erase(partition);
      } catch (IOException e) {
        throw new WarehouseException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public void close() {}
  }
}
