package dev.tipoff.pipelines;

import dev.tipoff.io.live.ReadMoves;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.EmptyWarehouse;
import dev.tipoff.io.warehouse.NamedQuery;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.joda.time.Instant;

/** A warehouse file of a test, and the phases on it, each the pipeline that production runs. */
public final class TestWarehouse {
  private final Path file;
  private final Warehouse warehouse;
  private long logBytes;

  private TestWarehouse(Path file) {
    this.file = file;
    this.warehouse = DuckDbWarehouse.at(file.toString(), Duration.ofSeconds(10));
  }

  /** A warehouse in a folder; an empty one if the folder has none. */
  public static TestWarehouse in(Path folder) {
    Path file = folder.resolve("tipoff.duckdb");
    EmptyWarehouse.at(file);
    return new TestWarehouse(file);
  }

  public TestWarehouse copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new TestWarehouse(Files.copy(file, folder.resolve("tipoff.duckdb")));
  }

  public Path file() {
    return file;
  }

  /** The bytes of the log of transactions, which is emptied when the warehouse is closed. */
  long logSize() {
    try {
      return Files.size(Path.of(file + ".wal"));
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #logSize} at the end of the last run. */
  long logSizeOfLastRun() {
    return logBytes;
  }

  Services services() {
    return Services.of(warehouse);
  }

  /** The counters of a run, by namespace and name. */
  public record Counts(Map<String, Map<String, Long>> counters) {
    public long get(String namespace, String name) {
      return of(namespace).getOrDefault(name, 0L);
    }

    public Map<String, Long> of(String namespace) {
      return counters.getOrDefault(namespace, Map.of());
    }

    public long stored(Table<?> table) {
      return get("rows-stored", table.name());
    }
  }

  /** Imports the box scores, absences, schedule and game lines that a folder has. */
  public Counts importAll(Path folder) {
    return importFiles(
        options -> {
          options.setPlayerGames(files(folder, "player_games"));
          options.setDnp(files(folder, "player_dnp"));
          options.setSchedule(files(folder, "schedule"));
          options.setGameLines(files(folder, "game_lines"));
        });
  }

  private static List<String> files(Path folder, String name) {
    Path file = folder.resolve(name + ".csv.gz");
    return Files.exists(file) ? List.of(file.toString()) : null;
  }

  public Counts importFiles(Consumer<ImportOptions> files) {
    ImportOptions options = options(ImportOptions.class);
    files.accept(options);
    return run(options, pipeline -> ImportPipeline.build(pipeline, options, services()));
  }

  public Counts loadRaw(SlateRange slates, Path archive) {
    LoadRawOptions options = options(LoadRawOptions.class);
    options.setArchive(archive.toString());
    return run(options, pipeline -> LoadRawPipeline.build(pipeline, slates, options, services()));
  }

  public Counts analytics(SlateRange slates) {
    return run(
        options(PipelineOptions.class),
        pipeline -> AnalyticsPipeline.build(pipeline, slates, services()));
  }

  public Counts precompute(SlateRange slates) {
    return run(
        options(PipelineOptions.class),
        pipeline -> PrecomputePipeline.build(pipeline, slates, services()));
  }

  public Counts predict(SlateRange slates, Instant asOf) {
    return predict(slates, asOf, asOf);
  }

  public Counts predict(SlateRange slates, Instant asOf, Instant now) {
    return predict(slates, asOf, now, options -> {});
  }

  Counts predict(SlateRange slates, Instant asOf, Instant now, Consumer<PredictOptions> settings) {
    PredictOptions options = options(PredictOptions.class);
    settings.accept(options);
    return run(
        options,
        pipeline -> PredictPipeline.build(pipeline, slates, asOf, now, options, services()));
  }

  /** Replays messages from a file against what is known of the slates. */
  Counts predictLive(SlateRange slates, Path messages) {
    PredictLiveOptions options = options(PredictLiveOptions.class);
    return run(
        options,
        pipeline ->
            PredictLivePipeline.replay(
                pipeline, messages.toString(), slates, Instant.now(), options, services()));
  }

  /** Predicts from moves that come from anywhere. */
  Counts predictLive(ReadMoves moves, Function<Pipeline, LiveSideInputs> lookUps) {
    PredictLiveOptions options = options(PredictLiveOptions.class);
    return run(
        options,
        pipeline ->
            PredictLivePipeline.build(
                pipeline, moves, lookUps.apply(pipeline), Instant.now(), options, services()));
  }

  public Counts train(GameDay through, Path models, Consumer<TrainOptions> settings) {
    TrainOptions options = options(TrainOptions.class);
    options.setModelDir(models.toString());
    settings.accept(options);
    return run(
        options, pipeline -> TrainPipeline.build(pipeline, through, "f00d", options, services()));
  }

  public Counts grade(SlateRange slates) {
    return run(
        options(PipelineOptions.class),
        pipeline -> GradePipeline.build(pipeline, slates, services()));
  }

  public Counts publish(SlateRange slates, Path site) {
    PublishOptions options = options(PublishOptions.class);
    options.setSite(site.toString());
    return run(options, pipeline -> PublishPipeline.build(pipeline, slates, options, services()));
  }

  public Counts backtest(SlateRange slates) {
    return backtest(slates, options -> {});
  }

  /** Without models, unless the settings ask for them: six seasons to learn from take a while. */
  public Counts backtest(SlateRange slates, Consumer<BacktestOptions> settings) {
    BacktestOptions options = options(BacktestOptions.class);
    options.setRetrain("never");
    settings.accept(options);
    return run(options, pipeline -> BacktestPipeline.build(pipeline, slates, options, services()));
  }

  /**
   * Without the runner's checks of every element, which take ten times as long as the work. Its
   * driver turns without rest on a thread that nothing else needs, and another fork has use for it.
   */
  static <T extends PipelineOptions> T options(Class<T> type) {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    options.setTargetParallelism(2);
    return options.as(type);
  }

  /** Holds the warehouse open for the run, as commands do. */
  private Counts run(PipelineOptions options, Consumer<Pipeline> build) {
    Pipeline pipeline = Pipeline.create(options);
    build.accept(pipeline);
    PipelineResult result;
    try (WarehouseAdmin admin = warehouse.admin()) {
      result = pipeline.run();
      result.waitUntilFinish();
      logBytes = logSize();
    }
    Map<String, Map<String, Long>> counters = new TreeMap<>();
    for (MetricResult<Long> counter :
        result.metrics().queryMetrics(MetricsFilter.builder().build()).getCounters()) {
      counters
          .computeIfAbsent(counter.getName().getNamespace(), namespace -> new TreeMap<>())
          .merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return new Counts(counters);
  }

  public Digest digest(Table<?> table) {
    return digest(table, null);
  }

  /** The digest of a table's rows of some slates, or of all of them. */
  public Digest digest(Table<?> table, SlateRange slates) {
    try (WarehouseAdmin admin = warehouse.admin()) {
      return admin.digest(table, Optional.ofNullable(slates));
    }
  }

  public Map<String, Digest> digests(Iterable<Table<?>> tables) {
    Map<String, Digest> digests = new TreeMap<>();
    try (WarehouseAdmin admin = warehouse.admin()) {
      tables.forEach(table -> digests.put(table.name(), admin.digest(table, Optional.empty())));
    }
    return digests;
  }

  public <T> List<T> rows(NamedQuery<T> query) {
    try (WarehouseAdmin admin = warehouse.admin()) {
      return admin.rows(query);
    }
  }

  /** The first column of a statement's rows. */
  public List<String> column(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Changes stored rows behind the pipelines' back. */
  public void execute(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public long number(String sql) {
    return Long.parseLong(column(sql).get(0));
  }

  /** How many failures are stored of a step, by code. */
  public Map<String, Long> failures(String step) {
    Map<String, Long> counts = new TreeMap<>();
    column("SELECT code FROM nba_orchestration.failures WHERE step = '" + step + "'")
        .forEach(code -> counts.merge(code, 1L, Long::sum));
    return counts;
  }
}
