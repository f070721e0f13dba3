package dev.tipoff.pipelines.bench;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Seasons of history files that somebody has, as {@code tipoff import} takes them. */
final class RealSeasons implements Seasons {
  private static final List<String> FILES =
      List.of(
          "player_games",
          "player_dnp",
          "schedule",
          "game_lines",
          "player_points_lines",
          "player_pra_lines");

  private final Path data;
  private final Path folder;
  private final TipoffCommand tipoff;
  private final Results results;
  private final GameDay last;

  private RealSeasons(
      Path data, Path folder, TipoffCommand tipoff, Results results, GameDay last) {
    this.data = data;
    this.folder = folder;
    this.tipoff = tipoff;
    this.results = results;
    this.last = last;
  }

  /**
   * Of a folder with player_games, player_dnp, schedule, game_lines, player_points_lines and
   * player_pra_lines, each a {@code .csv.gz}.
   *
   * @throws IOException if one of them cannot be read
   */
  static RealSeasons in(BenchOptions options, Results results) throws IOException {
    Path data = Path.of(options.getData());
    Path folder = WarehouseFile.folder(options, "real-" + versionOf(data));
    return new RealSeasons(
        data,
        folder,
        new TipoffCommand(folder.resolve("logs")),
        results,
        lastDay(file(data, "player_games")));
  }

  /** Other for another folder, and once its files are newer. */
  private static HashCode versionOf(Path data) throws IOException {
    Hasher version = Hashing.murmur3_32_fixed().newHasher();
    version.putUnencodedChars(data.toAbsolutePath().normalize().toString());
    for (String name : FILES) {
      Path file = file(data, name);
      version.putLong(Files.size(file)).putLong(Files.getLastModifiedTime(file).toMillis());
    }
    return version.hash();
  }

  private static GameDay lastDay(Path games) throws IOException {
    String last = "";
    try (CSVParser rows = HistoryFile.rows(games)) {
      for (CSVRecord row : rows) {
        String day = row.get("date");
        last = day.compareTo(last) > 0 ? day : last;
      }
    }
    return GameDay.parse(last);
  }

  @Override
  public String name() {
    return "real seasons";
  }

  /** All seasons of the files, however many are asked for. */
  @Override
  public Path of(int seasons) throws IOException {
    Path file = folder.resolve("imported.duckdb");
    if (!Files.exists(file)) {
      results.progress("all seasons of %s are imported", data);
      WarehouseFile.make(
          file,
          made ->
              tipoff.run(
                  "import",
                  "--warehouse=duckdb:" + made,
                  "--playerGames=" + file(data, "player_games"),
                  "--dnp=" + file(data, "player_dnp"),
                  "--schedule=" + file(data, "schedule"),
                  "--gameLines=" + file(data, "game_lines"),
                  "--pointsLines=" + file(data, "player_points_lines"),
                  "--praLines=" + file(data, "player_pra_lines")));
    }
    return WarehouseFile.copy(file, folder.resolve("computed.duckdb"));
  }

  private static Path file(Path data, String name) {
    return data.resolve(name + ".csv.gz");
  }

  @Override
  public SlateRange slates(int seasons) {
    return SlateRange.of(Season.of(last).minus(seasons - 1).firstDay(), last);
  }
}
