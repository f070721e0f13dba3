package dev.tipoff.pipelines;

import dev.tipoff.transforms.model.SlateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Real box scores and lines of some days, from a folder that is not part of the repository. */
final class RealHistory {
  private static final Path DATA = Path.of(System.getProperty("tipoff.root"), "../shared/data");

  private RealHistory() {}

  static boolean isHere() {
    return Files.isDirectory(DATA);
  }

  /**
   * Imports every file's rows of the days.
   *
   * @param cut where to keep what is imported
   */
  static void load(TestWarehouse warehouse, Path cut, List<SlateRange> days) {
    warehouse.importFiles(
        options -> {
          options.setPlayerGames(cut(warehouse, "player_games", cut, days));
          options.setDnp(cut(warehouse, "player_dnp", cut, days));
          options.setSchedule(cut(warehouse, "schedule", cut, days));
          options.setGameLines(cut(warehouse, "game_lines", cut, days));
          options.setPointsLines(cut(warehouse, "player_points_lines", cut, days));
          options.setLineMoves(cut(warehouse, "player_points_line_moves", cut, days));
          options.setPraLines(cut(warehouse, "player_pra_lines", cut, days));
        });
  }

  private static List<String> cut(
      TestWarehouse warehouse, String name, Path folder, List<SlateRange> days) {
    Path file = folder.resolve(name + ".csv");
    String wanted =
        days.stream()
            .map(range -> String.format("date BETWEEN '%s' AND '%s'", range.from(), range.to()))
            .collect(Collectors.joining(" OR "));
    warehouse.execute(
        String.format(
            "COPY (FROM read_csv('%s', all_varchar = true) WHERE %s) TO '%s' (HEADER)",
            DATA.resolve(name + ".csv.gz"), wanted, file));
    return List.of(file.toString());
  }
}
