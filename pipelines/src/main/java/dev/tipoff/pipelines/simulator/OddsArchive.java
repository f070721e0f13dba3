package dev.tipoff.pipelines.simulator;

import dev.tipoff.pipelines.simulator.OddsFetches.Fetch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where odds bodies are kept: by New York day, then game, then moment in UTC. */
final class OddsArchive {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SNAP =
      DateTimeFormatter.ofPattern("HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path root;
  private final OddsFetches fetches;

  OddsArchive(Path root, Season season) {
    this.root = root;
    this.fetches = new OddsFetches(season);
  }

  List<Path> write(ScheduledGame game) throws IOException {
    Path dir =
        root.resolve("odds-api")
            .resolve("player-props")
            .resolve(game.date().toString())
            .resolve(game.eventId() + "-" + game.away() + game.home());
    Files.createDirectories(dir);
    List<Path> files = new ArrayList<>();
    for (Fetch fetch : fetches.of(game)) {
      Path file =
          dir.resolve(
              STAMP.format(fetch.at()) + "-snap-" + SNAP.format(fetch.snapshot()) + ".json");
      files.add(Files.write(file, fetch.body()));
    }
    return files;
  }
}
