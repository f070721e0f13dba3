package dev.tipoff.pipelines.bench;

import com.google.common.base.Splitter;
import dev.tipoff.pipelines.bench.PowerLaw.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code tipoff bench growth}: what more seasons cost. */
final class Growth {
  private static final double BYTES_OF_MEGABYTE = 1e6;

  private Growth() {}

  static void measure(BenchOptions options, Results results) throws IOException {
    SlateWarehouse slate = SlateWarehouse.prepared(options, results);
    SeasonWarehouses warehouses = SeasonWarehouses.in(options, results);
    TipoffCommand tipoff = new TipoffCommand(Path.of(options.getFolder()).resolve("logs"));
    List<List<Object>> rows = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    for (String size : Splitter.on(',').split(options.getSeasons())) {
      int seasons = Integer.parseInt(size.trim());
      Path file = warehouses.of(seasons);
      long imported = Files.size(file);
      results.progress("growth: %d seasons are backfilled", seasons);
      WholeProcess backfill =
          tipoff.run(
              "backfill",
              "--warehouse=duckdb:" + file,
              "--from=" + YearsOfLeague.slates(seasons - 1).from(),
              "--to=" + YearsOfLeague.slates(0).to(),
              "--modelDir=" + slate.models(),
              "--availability=report");
      points.add(new Point(seasons, backfill.seconds()));
      rows.add(
          List.of(
              String.valueOf(seasons),
              backfill.seconds(),
              backfill.seconds() / points.get(0).figure(),
              backfill.liveMegabytes(),
              backfill.heapMegabytes(),
              imported / BYTES_OF_MEGABYTE,
              Files.size(file) / BYTES_OF_MEGABYTE));
    }
    new GrowthPicture("A backfill of phases 3 to 6", "seasons", "seconds")
        .add("seconds", points)
        .write(Path.of(options.getFolder()).resolve("growth.svg"));
    String law =
        points.size() < 2
            ? ""
            : String.format("; seconds grow as seasons^%.2f", PowerLaw.through(points).exponent());
    results.table(
        "growth",
        "A backfill of phases 3 to 6, the whole process" + law,
        List.of(
            "seasons",
            "seconds",
            "times the first",
            "live MB",
            "heap MB",
            "MB imported",
            "MB of file"),
        rows);
  }
}
