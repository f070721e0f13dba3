package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.LocalBigQuery;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
  private static final GameDay DAY = GameDay.parse("2025-11-14");
  private static final SlateRange SLATE = SlateRange.of(DAY);
  private static final Instant AS_OF = Instant.parse("2025-11-14T22:00:00Z");

  private static Path folder;
  private static LocalBigQuery bigQuery;
  private static int readsOfPredict;
  private static int loadsOfImport;
  private static Played onDuckDb;
  private static Played onBigQuery;

  /** What one engine came to: a digest a table, and the text of the files. */
  private record Played(Map<String, Digest> digests, Map<String, String> files) {
    long rows(Table<?> table) {
      return digests.get(table.name()).rows();
    }
  }

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
    onDuckDb = play(duckDb, folder.resolve("duckdb"));
    onBigQuery = play(bigQuery.warehouse(AS_OF), folder.resolve("bigquery"));
  }

  private static Played play(Warehouse warehouse, Path out) throws IOException {
    Files.createDirectories(out);
    Services services = Services.of(warehouse);
    ImportOptions files = options(ImportOptions.class);
    files.setPlayerGames(List.of(folder + "/history/player_games.csv.gz"));
    files.setDnp(List.of(folder + "/history/player_dnp.csv.gz"));
    files.setSchedule(List.of(folder + "/history/schedule.csv.gz"));
    files.setGameLines(List.of(folder + "/history/game_lines.csv.gz"));
    run(files, pipeline -> ImportPipeline.build(pipeline, files, services));
    loadsOfImport = bigQuery.loadsServed(Tables.PLAYER_GAMES);
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
    PublishOptions site = options(PublishOptions.class);
    site.setSite(out.resolve("site").toString());
    run(site, pipeline -> PublishPipeline.build(pipeline, SLATE, site, services));
    BacktestOptions backtest = options(BacktestOptions.class);
    backtest.setMetrics(out.resolve("metrics.json").toString());
    backtest.setPredictions(out.resolve("predictions.csv").toString());
    run(backtest, pipeline -> BacktestPipeline.build(pipeline, SLATE, backtest, services));
    return new Played(digests(warehouse), files(out));
  }

  private static Map<String, String> files(Path out) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> written = Files.walk(out)) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static Map<String, Digest> digests(Warehouse warehouse) {
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
    assertThat(onBigQuery.digests, is(onDuckDb.digests));
  }

  @Test
  public void theSiteAndTheFilesOfTheBacktestAreTheSame() {
    assertThat(onBigQuery.files.keySet(), is(onDuckDb.files.keySet()));
    assertThat(
        onBigQuery.files.keySet(),
        hasItems(
            "site/index.html",
            "site/v1/predictions/today.json",
            "site/v1/results/latest.json",
            "metrics.json",
            "predictions.csv"));
    onBigQuery.files.forEach((name, text) -> assertThat(name, text, is(onDuckDb.files.get(name))));
    assertThat(
        onBigQuery.files.get("site/v1/predictions/today.json").length(), is(greaterThan(5_000)));
  }

  @Test
  public void somethingWasPredictedGradedAndBacktested() {
    for (Table<?> table :
        List.of(Tables.PREDICTIONS, Tables.PREDICTION_ACCURACY, Tables.BACKTEST_PREDICTIONS)) {
      assertThat(table.name(), onBigQuery.rows(table), is(greaterThan(100L)));
    }
  }

  @Test
  public void predictIsAtMostFiveQueryJobs() {
    assertThat(readsOfPredict, is(greaterThan(0)));
    assertThat(readsOfPredict, is(lessThanOrEqualTo(5)));
  }

  @Test
  public void anImportIsALoadJobForEachTableAndDay() throws IOException {
    Set<String> days = new HashSet<>();
    HistoryCsv.read(folder.resolve("history/player_games.csv.gz"))
        .rows()
        .forEach(row -> days.add(row.get("date")));
    assertThat(loadsOfImport, is(days.size()));
  }
}
