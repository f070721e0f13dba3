package dev.tipoff.pipelines.bench;

import com.google.common.math.Quantiles;
import dev.tipoff.pipelines.bench.PowerLaw.Point;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code tipoff bench growth}: what more seasons cost. One season is run again after each other
 * size, so that its median is of the same hour.
 */
final class Growth {
  private static final double BYTES_OF_MEGABYTE = 1e6;

  private final Results results;
  private final Seasons seasons;
  private final Path models;
  private final TipoffCommand tipoff;

  private Growth(BenchOptions options, Results results) throws IOException {
    this.results = results;
    SeasonWarehouses madeUp = SeasonWarehouses.in(options, results);
    this.seasons = options.getData() == null ? madeUp : RealSeasons.in(options, results);
    this.models = madeUp.models();
    this.tipoff = TipoffCommand.of(options);
  }

  /**
   * What a backfill of some seasons took.
   *
   * @param imported bytes of the warehouse before
   * @param computed bytes of it afterwards
   */
  private record Backfill(int seasons, WholeProcess process, long imported, long computed) {
    double seconds() {
      return process.seconds();
    }
  }

  static void measure(BenchOptions options, Results results) throws IOException {
    Growth growth = new Growth(options, results);
    List<Backfill> measured = new ArrayList<>();
    List<Double> one = new ArrayList<>();
    for (int size : Sizes.of("seasons", options.getSeasons())) {
      Backfill backfill = growth.backfill(size);
      measured.add(backfill);
      one.add(
          backfill.seasons() == measured.get(0).seasons()
              ? backfill.seconds()
              : growth.backfill(measured.get(0).seasons()).seconds());
    }
    growth.report(measured, Quantiles.median().compute(one), Path.of(options.getFolder()));
  }

  private Backfill backfill(int count) throws IOException {
    Path file = seasons.of(count);
    long imported = Files.size(file);
    SlateRange slates = seasons.slates(count);
    results.progress("growth: %d of the %s, %s", count, seasons.name(), slates);
    WholeProcess process = tipoff.backfill(file, slates, models);
    return new Backfill(count, process, imported, Files.size(file));
  }

  private void report(List<Backfill> measured, double one, Path folder) throws IOException {
    List<Point> seconds =
        measured.stream()
            .map(
                each ->
                    new Point(
                        each.seasons(),
                        each.seasons() == measured.get(0).seasons() ? one : each.seconds()))
            .toList();
    List<Point> heap =
        measured.stream()
            .map(each -> new Point(each.seasons(), each.process().liveMegabytes()))
            .toList();
    List<Point> file =
        measured.stream()
            .map(each -> new Point(each.seasons(), each.computed() / BYTES_OF_MEGABYTE))
            .toList();
    String name = "growth-" + seasons.name().replace(' ', '-');
    new GrowthPicture("A backfill of phases 3 to 6", seasons.name(), "seconds, megabytes")
        .add("seconds", seconds)
        .add("MB left by collections", heap)
        .add("MB of file", file)
        .write(folder.resolve(name + ".png"));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < measured.size(); i++) {
      Backfill each = measured.get(i);
      rows.add(
          List.of(
              String.valueOf(each.seasons()),
              seconds.get(i).figure(),
              seconds.get(i).figure() / one,
              each.process().liveMegabytes(),
              each.process().heapMegabytes(),
              each.imported() / BYTES_OF_MEGABYTE,
              each.computed() / BYTES_OF_MEGABYTE));
    }
    results.table(
        name,
        String.format(
            "A backfill of phases 3 to 6 of %s, the whole process%s",
            seasons.name(),
            seconds.size() < 2
                ? ""
                : String.format(
                    "; seconds grow as seasons^%.2f", PowerLaw.through(seconds).exponent())),
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
