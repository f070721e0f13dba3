package dev.tipoff.pipelines.bench;

import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Warehouses with one season of a made-up league, or many, of which nothing has been computed. */
final class SeasonWarehouses implements Seasons {
  /** Before any of fifty seasons, so that its models may be asked about all of them. */
  private static final int LEARNED = 54;

  private final Path folder;
  private final YearsOfLeague league;
  private final TipoffCommand tipoff;
  private final Results results;

  private SeasonWarehouses(
      Path folder, YearsOfLeague league, TipoffCommand tipoff, Results results) {
    this.folder = folder;
    this.league = league;
    this.tipoff = tipoff;
    this.results = results;
  }

  static SeasonWarehouses in(BenchOptions options, Results results) throws IOException {
    Path folder = WarehouseFile.folder(options, "seasons-" + options.getSeed());
    return new SeasonWarehouses(
        folder,
        YearsOfLeague.of(options.getSeed(), folder.resolve("history")),
        new TipoffCommand(folder.resolve("logs")),
        results);
  }

  @Override
  public String name() {
    return "seasons of a made-up league";
  }

  /** A copy of the warehouse with so many seasons, the latest of them the latest. */
  @Override
  public Path of(int seasons) throws IOException {
    return WarehouseFile.copy(imported(seasons), folder.resolve("computed.duckdb"));
  }

  @Override
  public SlateRange slates(int seasons) {
    return SlateRange.of(
        YearsOfLeague.slates(seasons - 1).from(), YearsOfLeague.slates(0).to());
  }

  /** A folder of models that learned from a season long ago. */
  Path models() throws IOException {
    Path models = folder.resolve("models");
    if (!Files.exists(models)) {
      results.progress("models are trained on a season of long ago");
      Path learned = folder.resolve("learned.duckdb");
      if (!Files.exists(learned)) {
        WarehouseFile.make(learned, made -> importSeason(made, league.season(LEARNED)));
      }
      Path trained = folder.resolve("trained");
      tipoff.train(learned, YearsOfLeague.slates(LEARNED).to(), trained);
      Files.move(trained, models);
    }
    return models;
  }

  /** The box scores of a season, so many years before the latest one. */
  Path playerGames(int yearsBack) {
    try {
      return league.season(yearsBack).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One more season at a time, onto the largest warehouse of fewer. */
  private Path imported(int seasons) throws IOException {
    Path file = folder.resolve(seasons + ".duckdb");
    if (Files.exists(file)) {
      return file;
    }
    return WarehouseFile.make(
        file,
        made -> {
          int there = seasons - 1;
          while (there > 0 && !Files.exists(folder.resolve(there + ".duckdb"))) {
            there--;
          }
          if (there > 0) {
            Files.copy(folder.resolve(there + ".duckdb"), made);
          }
          for (int season = there; season < seasons; season++) {
            results.progress("season %d of %d of a made-up league is imported", season + 1, seasons);
            importSeason(made, league.season(season));
          }
        });
  }

  private void importSeason(Path warehouse, List<Path> files) {
    tipoff.run(
        "import",
        "--warehouse=duckdb:" + warehouse,
        "--playerGames=" + files.get(0),
        "--dnp=" + files.get(1),
        "--schedule=" + files.get(2),
        "--gameLines=" + files.get(3),
        "--pointsLines=" + files.get(4));
  }
}
