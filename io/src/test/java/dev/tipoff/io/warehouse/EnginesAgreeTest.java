package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Lists;
import dev.tipoff.io.warehouse.LocalJobs.LocalJobLog;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.PTransform;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The same rows in both engines: digests, reads and queries agree. */
public class EnginesAgreeTest {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final SlateRange SLATE = SlateRange.of(InventedRows.DAY);

  /** All tables of ours and two that have every type. */
  private static final List<Table<?>> TABLES =
      Stream.concat(Tables.all().stream(), Stream.of(EveryType.COMPUTED, EveryType.EVENTS))
          .toList();

  private static WarehouseFile file;
  private static WarehouseInBigQuery bigQuery;

  @BeforeClass
  public static void fillBoth() throws IOException {
    file = WarehouseFile.in(FOLDER);
    file.execute(DuckDbCells.ddl(EveryType.COMPUTED));
    file.execute(DuckDbCells.ddl(EveryType.EVENTS));
    bigQuery = new WarehouseInBigQuery(FOLDER.newFolder());
    for (TestedWarehouse warehouse : List.of(file, bigQuery)) {
      fill(warehouse, TABLES);
    }
  }

  /** Writes the invented rows of tables. */
  static void fill(TestedWarehouse warehouse, List<Table<?>> tables) {
    // The runner looks at every step again and again: some small graphs run sooner than one.
    for (List<Table<?>> some : Lists.partition(tables, 4)) {
      Pipeline pipeline = Pipeline.create(warehouse.options());
      some.forEach(table -> write(pipeline, table, warehouse.warehouse(InventedRows.AS_OF)));
      pipeline.run().waitUntilFinish();
    }
  }

  @AfterClass
  public static void forget() {
    file = null;
    bigQuery = null;
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> rows(Table<T> table) {
    return (List<T>)
        (table.rowClass() == EveryType.class
            ? EveryType.rows()
            : InventedRows.of(table.rowClass()));
  }

  private static <T> void write(Pipeline pipeline, Table<T> table, Warehouse warehouse) {
    pipeline
        .apply("Rows of " + table, TestedWarehouse.create(table, rows(table)))
        .apply(
            "Write " + table,
            table.kind() == Table.Kind.COMPUTED
                ? warehouse.replace(table)
                : warehouse.upsert(table));
  }

  @Test
  public void digestsAreEqual() {
    for (Table<?> table : TABLES) {
      assertThat(table.name(), file.digest(table).rows(), is(greaterThan(0L)));
      assertThat(table.name(), bigQuery.digest(table), is(file.digest(table)));
    }
    try (WarehouseAdmin one = file.warehouse().admin();
        WarehouseAdmin other = bigQuery.nextRun().admin()) {
      assertThat(
          other.digest(Tables.PLAYER_GAMES, Optional.of(SLATE)),
          is(one.digest(Tables.PLAYER_GAMES, Optional.of(SLATE))));
    }
  }

  @Test
  public void bigQueryGivesBackWhatWasWritten() {
    Pipeline pipeline = Pipeline.create(bigQuery.options());
    for (Table<?> table : TABLES) {
      if (table.partition() != null) {
        read(pipeline, table);
      }
    }
    pipeline.run().waitUntilFinish();
  }

  private static <T> void read(Pipeline pipeline, Table<T> table) {
    PAssert.that(
            table.name(), pipeline.apply("Read " + table, bigQuery.nextRun().read(table, SLATE)))
        .containsInAnyOrder(rows(table));
  }

  @Test
  public void everyQueryGivesTheSameRows() {
    Pipeline pipeline = Pipeline.create(bigQuery.options());
    try (WarehouseAdmin one = file.warehouse().admin();
        WarehouseAdmin other = bigQuery.nextRun().admin()) {
      for (NamedQuery<?> query : NamedQueryTest.queries()) {
        List<?> rows = one.rows(query);
        assertThat(query.name(), rows, hasSize(greaterThan(0)));
        assertThat(query.name(), other.rows(query), containsInAnyOrder(rows.toArray()));
        query(pipeline, query, rows);
      }
    }
    pipeline.run().waitUntilFinish();
  }

  @Test
  public void whatTheOperationsPageIsMadeFromRunsByHand() throws IOException, SQLException {
    MonitoringStatementsTest.assertAgree(file, bigQuery);
  }

  /** Every statement that we ship is one that a test here runs. */
  @Test
  public void thereAreNoOtherStatements() throws IOException {
    List<Path> known = new ArrayList<>(sqlFiles("io/src/main"));
    known.addAll(sqlFiles("docs/monitoring"));
    assertThat(sqlFiles(""), containsInAnyOrder(known.toArray()));
  }

  private static List<Path> sqlFiles(String folder) throws IOException {
    Path root = Path.of(System.getProperty("tipoff.root"));
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files
          .filter(path -> path.toString().endsWith(".sql"))
          .filter(path -> !root.relativize(path).toString().matches("(.*/)?(target|src/test)/.*"))
          .toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> void query(Pipeline pipeline, NamedQuery<T> query, List<?> rows) {
    PAssert.that(query.name(), pipeline.apply(query.name(), bigQuery.nextRun().query(query)))
        .containsInAnyOrder((List<T>) rows);
  }

  @Test
  public void everyReadIsAnInteractiveQueryOfStandardSqlIntoTheTempDataset() {
    Pipeline pipeline = Pipeline.create(bigQuery.options());
    int before = bigQuery.bigQuery().log().queries().size();
    read(pipeline, Tables.SCHEDULE);
    pipeline.run().waitUntilFinish();
    var queries = bigQuery.bigQuery().log().queries();
    assertThat(queries, hasSize(before + 1));
    var query = queries.get(before);
    assertThat(query.getUseLegacySql(), is(false));
    assertThat(query.getPriority(), is("INTERACTIVE"));
    assertThat(query.getDestinationTable().getDatasetId(), is("tipoff_temp"));
    assertThat(
        query.getQuery(),
        is(
            "SELECT away, away_points, game_date, game_id, home, home_points, season, season_type FROM"
                + " `"
                + bigQuery.project()
                + ".nba_raw.schedule` WHERE game_date BETWEEN DATE '2031-01-10'"
                + " AND DATE '2031-01-10'"));
  }

  /** Nothing but BigQueryIO touches rows, and a slate of a table is one load job. */
  @Test
  public void rowsAreReadAndWrittenByBigQueryIoOnly() {
    Map<String, Integer> found = new HashMap<>();
    Pipeline pipeline = Pipeline.create(bigQuery.options());
    write(pipeline, Tables.SCHEDULE, bigQuery.nextRun());
    write(pipeline, Tables.PREDICTIONS, bigQuery.nextRun());
    pipeline.apply("Read", bigQuery.nextRun().read(Tables.PLAYER_GAMES, SLATE));
    pipeline.apply("Query", bigQuery.nextRun().query(Queries.playerRegistry()));
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
            PTransform<?, ?> transform = node.getTransform();
            if (transform instanceof BigQueryIO.TypedRead<?>) {
              found.merge("reads", 1, Integer::sum);
            } else if (transform instanceof BigQueryIO.Write<?> write) {
              found.merge(write.getMethod().name(), 1, Integer::sum);
            }
            return CompositeBehavior.ENTER_TRANSFORM;
          }
        });
    assertThat(found, is(Map.of("reads", 2, "FILE_LOADS", 1, "STORAGE_API_AT_LEAST_ONCE", 1)));
    for (Table<?> table : TABLES) {
      int loads =
          bigQuery
              .bigQuery()
              .log()
              .count(LocalJobLog.Kind.LOAD, bigQuery.bigQuery().names().reference(table));
      assertThat(table.name(), loads, is(table.kind() == Table.Kind.COMPUTED ? days(table) : 0));
    }
  }

  private static int days(Table<?> table) {
    return new TreeSet<>(rows(table).stream().map(row -> day(table, row)).toList()).size();
  }

  @SuppressWarnings("unchecked")
  private static <T> String day(Table<T> table, Object row) {
    return table.partitionOf((T) row).toString();
  }
}
