package dev.tipoff.pipelines.bench;

import com.google.common.math.Quantiles;
import dev.tipoff.pipelines.ReadPatterns;
import dev.tipoff.pipelines.ReadPatterns.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code tipoff bench reads}: the comparison that the original platform's release was sold with. */
final class SlateReads {
  private SlateReads() {}

  static void measure(BenchOptions options, Results results)
      throws IOException, SQLException, InterruptedException {
    Duration delay = Duration.parse(options.getDelay());
    Path folder = Files.createDirectories(Path.of(options.getFolder()));
    Path file = folder.resolve("reads.duckdb");
    Files.deleteIfExists(file);
    ReadPatterns reads = ReadPatterns.on(file, delay);
    List<List<Object>> rows = new ArrayList<>();
    for (int players : Sizes.of("players", options.getPlayers())) {
      reads.store(players);
      results.progress("reads: %d players, call by call", players);
      Reading one =
          reads.oneByOne(
              players,
              done -> {
                if (done % 50 == 0) {
                  results.progress("reads: %d of %d players", done, players);
                }
              });
      results.progress("reads: %d players, at once", players);
      List<Double> seconds = new ArrayList<>();
      long calls = 0;
      for (int run = 0; run <= options.getRuns(); run++) {
        Reading atOnce = reads.atOnce(players);
        calls = atOnce.calls();
        seconds.add(atOnce.seconds());
      }
      double first = seconds.get(0);
      double median = Quantiles.median().compute(seconds.subList(1, seconds.size()));
      rows.add(
          List.of(
              String.valueOf(players),
              one.calls(),
              one.seconds(),
              calls,
              first,
              median,
              one.seconds() / first,
              one.seconds() / median));
    }
    results.table(
        "reads",
        String.format(
            "A slate's look-ups, %.2f s added to each call to the warehouse", delay.toMillis() / 1e3),
        List.of(
            "players",
            "calls",
            "seconds",
            "calls at once",
            "first time",
            "median",
            "times faster, first",
            "times faster"),
        rows);
  }
}
