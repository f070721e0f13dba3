package dev.tipoff.pipelines;

import com.google.common.base.Verify;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;

/**
 * What a slate's predictions look up, read in the two ways that the original platform compared:
 * call after call for each player and each source's fingerprint, or each kind of thing at once, with
 * the steps of {@link PredictPipeline}. Every call to the warehouse takes as much longer as asked.
 */
public final class ReadPatterns {
  private static final SlateRange SLATE = SlateRange.of(InventedSlate.DAY);

  /** The tables that a prediction's fingerprint is composed of. */
  private static final List<Table<?>> SOURCES =
      List.of(
          Tables.PROP_LINES,
          Tables.FEATURE_STORE,
          Tables.PLAYER_GAME_CONTEXT,
          Tables.PLAYER_GAMES);

  private final Path file;
  private final Duration delay;

  /**
   * What reading took.
   *
   * @param players of the slate
   * @param calls to the warehouse
   * @param seconds on the clock
   */
  public record Reading(int players, long calls, double seconds) {}

  private ReadPatterns(Path file, Duration delay) {
    this.file = file;
    this.delay = delay;
  }

  /**
   * Patterns on a warehouse of their own.
   *
   * @param file made if it is not there
   * @param delay what each call takes longer
   */
  public static ReadPatterns on(Path file, Duration delay) {
    return new ReadPatterns(file, delay);
  }

  /** Stores a slate in place of an earlier one. */
  public void store(int players) {
    InventedSlate slate = InventedSlate.of(players);
    Warehouse warehouse = warehouse();
    try (WarehouseAdmin admin = warehouse.admin()) {
      admin.prepare();
    }
    Pipeline pipeline = pipeline();
    replace(pipeline, warehouse, Tables.FEATURE_STORE, slate.features());
    replace(pipeline, warehouse, Tables.PLAYER_GAME_CONTEXT, slate.contexts());
    replace(pipeline, warehouse, Tables.PLAYER_GAMES, slate.games());
    pipeline.run().waitUntilFinish();
  }

  private static <T> void replace(
      Pipeline pipeline, Warehouse warehouse, Table<T> table, List<T> rows) {
    pipeline
        .apply("Rows " + table, Create.of(rows).withCoder(table.coder()))
        .apply("Replace " + table, warehouse.replace(table))
        .failuresTo(new ArrayList<>());
  }

  /**
   * Reads call by call: features, context and history of each player, then a statement for each
   * source's fingerprint.
   *
   * @param done told after each player how many have been read
   */
  public Reading oneByOne(int players, IntConsumer done) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    long calls = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      int read = 0;
      for (GameContext player : InventedSlate.of(players).contexts()) {
        String his = " WHERE player = '" + player.getPlayer() + "' AND game_date ";
        String tonight = his + "= DATE '" + InventedSlate.DAY + "'";
        calls += call(statement, "SELECT * FROM " + Tables.FEATURE_STORE + tonight);
        calls += call(statement, "SELECT * FROM " + Tables.PLAYER_GAME_CONTEXT + tonight);
        calls +=
            call(
                statement,
                "SELECT * FROM "
                    + Tables.PLAYER_GAMES
                    + his
                    + "< DATE '"
                    + InventedSlate.DAY
                    + "' ORDER BY game_date DESC");
        done.accept(++read);
      }
      for (Table<?> source : SOURCES) {
        calls += call(statement, "SELECT COUNT(*), BIT_XOR(row_hash) FROM " + source);
      }
    }
    return new Reading(players, calls, (System.nanoTime() - start) / 1e9);
  }

  private int call(Statement statement, String sql) throws SQLException, InterruptedException {
    Thread.sleep(delay.toMillis());
    try (ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= width; column++) {
          rows.getObject(column);
        }
      }
    }
    return 1;
  }

  /**
   * Reads as {@code predict} does.
   *
   * @throws com.google.common.base.VerifyException if a player was not found
   */
  public Reading atOnce(int players) {
    long start = System.nanoTime();
    Pipeline pipeline = pipeline();
    DelayedWarehouse warehouse = new DelayedWarehouse(warehouse(), delay);
    SlateInputs inputs =
        SlateInputs.of(
            pipeline.apply(
                "ReadFingerprints",
                warehouse.query(Queries.fingerprints(Phase.PREDICT.id(), SLATE), SLATE)),
            Phase.PREDICT,
            SLATE,
            Services.of(warehouse()),
            new ArrayList<>());
    pipeline.apply("ReadLines", warehouse.read(Tables.PROP_LINES, SLATE));
    SlateSideInputs.of(
            SLATE,
            pipeline.apply("ReadFeatures", warehouse.read(Tables.FEATURE_STORE, SLATE)),
            pipeline.apply("ReadContexts", warehouse.read(Tables.PLAYER_GAME_CONTEXT, SLATE)),
            pipeline
                .apply("ReadGames", warehouse.read(Tables.PLAYER_GAMES, SLATE.history()))
                .apply("Histories", LeagueHistoryView.create()))
        .log(SLATE, inputs);
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    double seconds = (System.nanoTime() - start) / 1e9;
    for (String sideInput : List.of("features", "contexts", "histories")) {
      long found = count(result, "side-input-players", sideInput);
      Verify.verify(found == players, "%s of %s players, not %s", sideInput, found, players);
    }
    return new Reading(players, count(result, "warehouse", "reads"), seconds);
  }

  private static long count(PipelineResult result, String namespace, String name) {
    long count = 0;
    for (MetricResult<Long> counter :
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder().addNameFilter(MetricNameFilter.named(namespace, name)).build())
            .getCounters()) {
      count += counter.getAttempted();
    }
    return count;
  }

  private Warehouse warehouse() {
    return DuckDbWarehouse.at(file.toString(), Duration.ofSeconds(10));
  }

  private static Pipeline pipeline() {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    return Pipeline.create(options);
  }
}
