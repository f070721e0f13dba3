package dev.tipoff.pipelines.simulator;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.EnvelopeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A made-up 2025-26 NBA season, for trying everything out without any data: invented players at the
 * 30 real clubs, a schedule from 2025-10-21 to 2026-04-12, results, and what bookmakers offer.
 *
 * <p>All of it follows from the seed: the same seed gives the same bytes on every run, and a game's
 * numbers do not depend on which days are written or in what order. Dates are days in New York,
 * instants in files are UTC, minutes are minutes of play, and prices are American. Instances are
 * immutable.
 */
public final class LeagueSimulator {
  private final Season season;

  private LeagueSimulator(Season season) {
    this.season = season;
  }

  /** The league that follows from a seed. */
  public static LeagueSimulator of(long seed) {
    return new LeagueSimulator(Season.of(seed));
  }

  /**
   * Writes player_games.csv.gz, player_dnp.csv.gz, schedule.csv.gz and game_lines.csv.gz with the
   * games played from one day to another, both included, in place of files of those names.
   *
   * @param dir created if missing
   */
  public void writeHistory(Path dir, LocalDate from, LocalDate to) throws IOException {
    Files.createDirectories(dir);
    try (PlayerTables players = PlayerTables.create(dir, season);
        ScheduleTables schedule = ScheduleTables.create(dir, season)) {
      for (ScheduledGame game : season.schedule().between(from, to)) {
        SimulatedGame played = season.played(game);
        players.add(played);
        schedule.addPlayed(played);
      }
    }
  }

  /**
   * Writes schedule.csv.gz, without results, and game_lines.csv.gz for a day that is yet to be
   * played, in place of files of those names.
   *
   * @param dir created if missing
   */
  public void writeUpcoming(Path dir, LocalDate day) throws IOException {
    Files.createDirectories(dir);
    try (ScheduleTables schedule = ScheduleTables.create(dir, season)) {
      for (ScheduledGame game : season.schedule().between(day, day)) {
        schedule.addUpcoming(game);
      }
    }
  }

  /**
   * Writes points_lines.csv.gz with what each book offered last before the tip, from one day to
   * another, both included, in place of a file of that name. A line without one of its sides is
   * left out.
   *
   * @param dir created if missing
   */
  public void writeLines(Path dir, LocalDate from, LocalDate to) throws IOException {
    Files.createDirectories(dir);
    try (LineTable lines = LineTable.create(dir, season)) {
      for (ScheduledGame game : season.schedule().between(from, to)) {
        lines.add(game);
      }
    }
  }

  /**
   * Writes two player-prop bodies for each game of a day, one as of the afternoon and one as of 90
   * minutes before the tip, below {@code odds-api/player-props}. File names carry UTC. A player
   * whose absence is late news is still on the afternoon's board.
   *
   * @return the files written, in the order of games and moments
   */
  public List<Path> writeOdds(Path archive, LocalDate day) throws IOException {
    OddsArchive odds = new OddsArchive(archive, season);
    List<Path> files = new ArrayList<>();
    for (ScheduledGame game : season.schedule().between(day, day)) {
      files.addAll(odds.write(game));
    }
    return List.copyOf(files);
  }

  /**
   * Writes those bodies as messages, oldest first and one a line, as {@code predict-live --replay}
   * reads them.
   *
   * @param file packed, in place of one of that name
   */
  public void writeMoves(Path file, LocalDate day) throws IOException {
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (Envelope move : LineMoves.of(season, season.schedule().between(day, day))) {
        packed.write(EnvelopeMessage.write(move));
        packed.write('\n');
      }
    }
  }

  /**
   * Starts the league's providers on a port of this machine, for scraping.
   *
   * @param now the time that they answer at
   */
  public ProviderServer serveProviders(Instant now) throws IOException {
    return ProviderServer.start(season, now);
  }
}
