package dev.tipoff.pipelines.bench;

import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * History files of a made-up league that plays for years: each season is the simulated one with its
 * days moved back, so that one season more is exactly one season's rows more.
 */
final class YearsOfLeague {
  private static final List<String> FILES =
      List.of("player_games", "player_dnp", "schedule", "game_lines", "points_lines");

  private static final LocalDate FIRST = LocalDate.parse("2025-10-21");
  private static final LocalDate LAST = LocalDate.parse("2026-04-12");

  /** How many seasons before the latest one the league opened late. */
  private static final int LATE_OPENING = 5;

  private final Path folder;

  private YearsOfLeague(Path folder) {
    this.folder = folder;
  }

  /** Writes the latest season, from which the others are made. */
  static YearsOfLeague of(long seed, Path folder) throws IOException {
    YearsOfLeague years = new YearsOfLeague(folder);
    if (Files.exists(folder.resolve("0").resolve("points_lines.csv.gz"))) {
      return years;
    }
    LeagueSimulator league = LeagueSimulator.of(seed);
    Path latest = folder.resolve("0");
    league.writeHistory(latest, FIRST, LAST);
    league.writeLines(latest, FIRST, LAST);
    return years;
  }

  /** The slates of the latest season, or of one that so many lie after. */
  static SlateRange slates(int seasonsBack) {
    int years = years(seasonsBack);
    return SlateRange.of(GameDay.of(FIRST.minusYears(years)), GameDay.of(LAST.minusYears(years)));
  }

  /** The season of 2020-21 began in December, when two months of games would be missing. */
  private static int years(int seasonsBack) {
    return seasonsBack < LATE_OPENING ? seasonsBack : seasonsBack + 1;
  }

  /**
   * The files of a season, written if they are not there: player_games, player_dnp, schedule,
   * game_lines and points_lines.
   */
  List<Path> season(int seasonsBack) throws IOException {
    int yearsBack = years(seasonsBack);
    Path there = folder.resolve(String.valueOf(yearsBack));
    List<Path> files = new ArrayList<>();
    for (String name : FILES) {
      Path file = there.resolve(name + ".csv.gz");
      if (!Files.exists(file)) {
        Files.createDirectories(there);
        move(folder.resolve("0").resolve(name + ".csv.gz"), file, yearsBack);
      }
      files.add(file);
    }
    return files;
  }

  private static void move(Path from, Path to, int years) throws IOException {
    try (CSVParser rows = HistoryFile.rows(from);
        CSVPrinter moved =
            new CSVPrinter(
                new BufferedWriter(
                    new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8)),
                CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
      List<String> header = rows.getHeaderNames();
      moved.printRecord(header);
      for (CSVRecord row : rows) {
        List<String> cells = new ArrayList<>();
        for (String column : header) {
          cells.add(moved(column, row.get(column), years));
        }
        moved.printRecord(cells);
      }
    }
  }

  private static String moved(String column, String cell, int years) {
    return switch (column) {
      case "date" -> LocalDate.parse(cell).minusYears(years).toString();
      case "season" -> Season.parse(cell).minus(years).label();
      case "game_id" -> gameId(cell, years);
      case "event_id" -> cell + "-" + years;
      case "commence_time", "snapshot_time" ->
          Instant.parse(cell).atOffset(ZoneOffset.UTC).minusYears(years).toInstant().toString();
      default -> cell;
    };
  }

  /** {@code 0022500001} is the first game of 2025-26. */
  private static String gameId(String cell, int years) {
    int year = Math.floorMod(Integer.parseInt(cell.substring(3, 5)) - years, 100);
    return cell.substring(0, 3) + String.format("%02d", year) + cell.substring(5);
  }
}
