package dev.tipoff.pipelines.bench;

import com.google.common.base.Splitter;
import dev.tipoff.pipelines.bench.PowerLaw.Point;
import dev.tipoff.pipelines.bench.WholeProcess.FailedException;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code tipoff bench limits}: the largest slate that can be predicted in the usual heap, and the
 * smallest heap that a season can be backfilled in.
 */
final class Limits {
  /** What predict reads of a player, by key; those of the copies are in games of their own. */
  private static final List<String> OF_PLAYERS =
      List.of(
          "nba_raw.player_games",
          "nba_analytics.player_prop_lines",
          "nba_analytics.upcoming_player_game_context",
          "nba_precompute.ml_feature_store");

  private static final String USUAL_HEAP = "4g";
  private static final String TOO_LARGE = "does not fit";

  private final BenchOptions options;
  private final Results results;
  private final TipoffCommand tipoff;

  private Limits(BenchOptions options, Results results) throws IOException {
    this.options = options;
    this.results = results;
    this.tipoff = TipoffCommand.of(options);
  }

  static void measure(BenchOptions options, Results results) throws IOException, SQLException {
    Limits limits = new Limits(options, results);
    limits.slates();
    limits.heaps();
  }

  private void slates() throws IOException, SQLException {
    SlateWarehouse slate = SlateWarehouse.prepared(options, results);
    List<List<Object>> rows = new ArrayList<>();
    List<Point> seconds = new ArrayList<>();
    List<Point> heap = new ArrayList<>();
    for (int times : Sizes.of("times", options.getTimes())) {
      results.progress("limits: as many leagues as one plays tonight, %d times", times);
      Path file = slate.copy();
      long lined = leagues(file, SlateWarehouse.SLATE, times);
      WholeProcess predict;
      try {
        predict = tipoff.withHeap(USUAL_HEAP).predict(file, slate);
      } catch (FailedException e) {
        tooLarge(e);
        rows.add(List.of(String.valueOf(times), lined, TOO_LARGE, "", ""));
        break;
      }
      seconds.add(new Point(lined, predict.seconds()));
      heap.add(new Point(lined, Math.max(1, predict.liveMegabytes())));
      rows.add(
          List.of(
              String.valueOf(times), lined, predict.seconds(), predict.liveMegabytes(), predict.heapMegabytes()));
    }
    results.table(
        "limits-slates",
        "tipoff predict of many leagues' nights at once, the whole process, a heap of " + USUAL_HEAP,
        List.of("leagues", "players with a line", "seconds", "live MB", "heap MB"),
        rows);
    if (!seconds.isEmpty()) {
      new GrowthPicture("tipoff predict of a slate", "players with a line", "seconds, megabytes")
          .add("seconds", seconds)
          .add("MB left by collections", heap)
          .write(Path.of(options.getFolder()).resolve("limits-slates.png"));
    }
  }

  /** Anything but a lack of memory is no limit and ends the measurement. */
  private void tooLarge(FailedException e) {
    if (!e.isOutOfMemory()) {
      throw e;
    }
    results.progress("limits: %s", e.getMessage());
  }

  /**
   * Copies players and games under ids of their own, so that as many leagues play as one did.
   *
   * @return how many players have a line on the slate
   */
  static long leagues(Path file, LocalDate slate, int times) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String table : OF_PLAYERS) {
        statement.execute(
            String.format(
                "INSERT INTO %s SELECT %s.* REPLACE (player || '-' || copy AS player,"
                    + " game_id || '-' || copy AS game_id) FROM %s, range(1, %d) AS copies(copy)",
                table, table.substring(table.indexOf('.') + 1), table, times));
      }
      // What earlier runs said they had written is one league's.
      statement.execute("DELETE FROM nba_orchestration.pipeline_runs");
      try (var players =
          statement.executeQuery(
              String.format(
                  "SELECT COUNT(DISTINCT player) FROM nba_analytics.player_prop_lines"
                      + " WHERE game_date = DATE '%s'",
                  slate))) {
        players.next();
        return players.getLong(1);
      }
    }
  }

  private void heaps() throws IOException {
    SeasonWarehouses seasons = SeasonWarehouses.in(options, results);
    SlateRange season = seasons.slates(1);
    Path models = seasons.models();
    List<List<Object>> rows = new ArrayList<>();
    for (String heap : Splitter.on(',').trimResults().split(options.getHeaps())) {
      results.progress("limits: a season in a heap of %s", heap);
      Path file = seasons.of(1);
      try {
        WholeProcess backfill = tipoff.withHeap(heap).backfill(file, season, models);
        rows.add(List.of(heap, backfill.seconds(), backfill.liveMegabytes()));
      } catch (FailedException e) {
        tooLarge(e);
        rows.add(List.of(heap, TOO_LARGE, ""));
        break;
      }
    }
    results.table(
        "limits-heaps",
        "A season's backfill in ever less heap, the whole process",
        List.of("heap", "seconds", "live MB"),
        rows);
  }
}
