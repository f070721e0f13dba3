package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.LocalBigQuery;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** One slate through all phases on both engines. */
public class SlateOnBigQueryTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final GameDay DAY = GameDay.parse("2025-11-04");
  private static final SlateRange SLATE = SlateRange.of(DAY);
  private static final Instant AS_OF = Instant.parse("2025-11-04T22:00:00Z");

  private static Path folder;
  private static LocalBigQuery bigQuery;
  private static int readsOfPredict;
  private static Map<String, Digest> onDuckDb;
  private static Map<String, Digest> onBigQuery;

  @BeforeClass
  public static void playOnBoth() throws IOException {
    folder = TEMP.getRoot().toPath();
    LeagueSimulator league = LeagueSimulator.of(9);
    league.writeHistory(folder.resolve("history"), OPENING.date(), DAY.date());
    league.writeOdds(folder.resolve("archive"), DAY.date());
    Warehouse duckDb =
        DuckDbWarehouse.at(folder.resolve("tipoff.duckdb").toString(), Duration.ofSeconds(10));
    try (WarehouseAdmin admin = duckDb.admin()) {
      admin.createTables();
    }
    bigQuery = LocalBigQuery.withTables();
    onDuckDb = play(duckDb);
    onBigQuery = play(bigQuery.warehouse(AS_OF));
  }

  private static Map<String, Digest> play(Warehouse warehouse) {
    Services services = Services.of(warehouse);
    ImportOptions files = options(ImportOptions.class);
    files.setPlayerGames(List.of(folder + "/history/player_games.csv.gz"));
    files.setDnp(List.of(folder + "/history/player_dnp.csv.gz"));
    files.setSchedule(List.of(folder + "/history/schedule.csv.gz"));
    files.setGameLines(List.of(folder + "/history/game_lines.csv.gz"));
    run(files, pipeline -> ImportPipeline.build(pipeline, files, services));
    LoadRawOptions archive = options(LoadRawOptions.class);
    archive.setArchive(folder + "/archive");
    run(archive, pipeline -> LoadRawPipeline.build(pipeline, SLATE, archive, services));
    PipelineOptions plain = options(PipelineOptions.class);
    run(plain, pipeline -> AnalyticsPipeline.build(pipeline, SLATE, services));
    run(plain, pipeline -> PrecomputePipeline.build(pipeline, SLATE, services));
    int before = bigQuery.queriesServed();
    PredictOptions predict = options(PredictOptions.class);
    run(
        predict,
        pipeline -> PredictPipeline.build(pipeline, SLATE, AS_OF, AS_OF, predict, services));
    readsOfPredict = bigQuery.queriesServed() - before;
    run(plain, pipeline -> GradePipeline.build(pipeline, SLATE, services));
    Map<String, Digest> digests = new TreeMap<>();
    try (WarehouseAdmin admin = warehouse.admin()) {
      for (Table<?> table : Tables.all()) {
        digests.put(table.name(), admin.digest(table, Optional.empty()));
      }
    }
    return digests;
  }

  private static <T extends PipelineOptions> T options(Class<T> type) {
    T options = TestWarehouse.options(type);
    options.setTempLocation(folder.resolve("temp").toString());
    options.as(BigQueryOptions.class).setBigQueryProject(bigQuery.project());
    // BigQueryIO waits a second for every load job, however soon it is done.
    options.as(DirectOptions.class).setTargetParallelism(16);
    return options;
  }

  private static void run(PipelineOptions options, Consumer<Pipeline> build) {
    Pipeline pipeline = Pipeline.create(options);
    build.accept(pipeline);
    pipeline.run().waitUntilFinish();
  }

  @Test
  public void everyTableIsTheSame() {
    assertThat(onBigQuery, is(onDuckDb));
  }

  @Test
  public void somethingWasPredictedAndGraded() {
    for (Table<?> table : List.of(Tables.PREDICTIONS, Tables.PREDICTION_ACCURACY)) {
      assertThat(table.name(), onBigQuery.get(table.name()).rows(), is(greaterThan(100L)));
    }
  }

  @Test
  public void predictIsAtMostFiveQueryJobs() {
    assertThat(readsOfPredict, is(greaterThan(0)));
    assertThat(readsOfPredict, is(lessThanOrEqualTo(5)));
  }
}
