package dev.tipoff.pipelines.bench;

import dev.tipoff.pipelines.launch.CodeVersion;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Seasons of history files that somebody has, as {@code tipoff import} takes them. */
final class RealSeasons implements Seasons {
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
   * @throws IOException if the box scores cannot be read
   */
  static RealSeasons in(BenchOptions options, Results results) throws IOException {
    Path data = Path.of(options.getData());
    Path folder =
        Path.of(options.getFolder()).resolve("real-" + CodeVersion.ofThisCode().substring(0, 12));
    return new RealSeasons(
        data,
        folder,
        new TipoffCommand(folder.resolve("logs")),
        results,
        lastDay(data.resolve("player_games.csv.gz")));
  }

  private static GameDay lastDay(Path games) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    String last = "";
    try (CSVParser rows =
        CSVParser.parse(
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(games)), StandardCharsets.UTF_8)),
            format)) {
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
      Path made = folder.resolve("made.duckdb");
      Files.deleteIfExists(made);
      tipoff.run(
          "import",
          "--warehouse=duckdb:" + made,
          "--playerGames=" + file("player_games"),
          "--dnp=" + file("player_dnp"),
          "--schedule=" + file("schedule"),
          "--gameLines=" + file("game_lines"),
          "--pointsLines=" + file("player_points_lines"),
          "--praLines=" + file("player_pra_lines"));
      Files.move(made, file);
    }
    return WarehouseCopy.of(file, folder.resolve("computed.duckdb"));
  }

  private Path file(String name) {
    return data.resolve(name + ".csv.gz");
  }

  @Override
  public SlateRange slates(int seasons) {
    return SlateRange.of(Season.of(last).minus(seasons - 1).firstDay(), last);
  }
}
