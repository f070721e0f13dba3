package dev.tipoff.pipelines.bench;

import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A warehouse in which all is ready for a slate of more than 150 lined players to be predicted in four
 * markets: history, odds, features and a model.
 *
 * @param file the warehouse
 * @param models the folder of the model
 */
record SlateWarehouse(Path file, Path models) {
  /** The slate. */
  static final LocalDate SLATE = LocalDate.parse("2026-01-14");

  /** After the afternoon's odds and before most tips. */
  static final String AS_OF = SLATE + "T22:00:00Z";

  private static final LocalDate FIRST = LocalDate.parse("2025-10-21");
  private static final GameDay LEARNED = GameDay.parse("2026-01-05");

  /** The warehouse, made if it is not there or by other code. */
  static SlateWarehouse prepared(BenchOptions options, Results results) throws IOException {
    Path folder = WarehouseFile.folder(options, "slate-" + options.getSeed());
    SlateWarehouse warehouse =
        new SlateWarehouse(folder.resolve("ready.duckdb"), folder.resolve("models"));
    if (!Files.exists(warehouse.file)) {
      results.progress("start: a league is made up and a model trained, which takes two minutes");
      LeagueSimulator league = LeagueSimulator.of(options.getSeed());
      WarehouseFile.make(warehouse.file, made -> warehouse.prepare(folder, league, made));
    }
    return warehouse;
  }

  private void prepare(Path folder, LeagueSimulator league, Path made) throws IOException {
    Path history = folder.resolve("history");
    Path tonight = folder.resolve("tonight");
    Path archive = folder.resolve("archive");
    league.writeHistory(history, FIRST, SLATE.minusDays(1));
    league.writeUpcoming(tonight, SLATE);
    league.writeOdds(archive, SLATE);
    TipoffCommand tipoff = new TipoffCommand(folder.resolve("logs"));
    String warehouse = "--warehouse=duckdb:" + made;
    tipoff.run(
        "import",
        warehouse,
        "--playerGames=" + history.resolve("player_games.csv.gz"),
        "--dnp=" + history.resolve("player_dnp.csv.gz"),
        "--schedule=" + history.resolve("schedule.csv.gz") + "," + tonight("schedule", tonight),
        "--gameLines=" + history.resolve("game_lines.csv.gz") + "," + tonight("game_lines", tonight));
    tipoff.train(made, LEARNED, models);
    String slate = "--date=" + SLATE;
    tipoff.run("load-raw", warehouse, slate, "--archive=" + archive);
    tipoff.run("analytics", warehouse, slate);
    tipoff.run("precompute", warehouse, slate);
  }

  private static Path tonight(String name, Path folder) {
    return folder.resolve(name + ".csv.gz");
  }

  /** A copy to predict in, for a run must not find what an earlier one has stored. */
  Path copy() throws IOException {
    return WarehouseFile.copy(file, file.resolveSibling("predicted.duckdb"));
  }
}
