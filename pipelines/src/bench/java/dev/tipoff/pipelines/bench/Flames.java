package dev.tipoff.pipelines.bench;

import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Path;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/**
 * {@code tipoff bench flames}: where the processor's time and the memory go, as flame graphs of
 * what Java's flight recorder saw. A page each, which opens in any browser.
 */
final class Flames {
  private final Path folder;
  private final TipoffCommand tipoff;
  private final Results results;

  private Flames(Path folder, Results results) throws IOException {
    this.folder = folder;
    this.results = results;
    this.tipoff = new TipoffCommand(folder.resolve("logs"));
  }

  static void measure(BenchOptions options, Results results) throws IOException {
    Flames flames = new Flames(Path.of(options.getFolder()).toAbsolutePath(), results);
    SlateWarehouse slate = SlateWarehouse.prepared(options, results);
    flames.of(
        "predict",
        "--warehouse=duckdb:" + slate.copy(),
        "--date=" + SlateWarehouse.SLATE,
        "--asOf=" + SlateWarehouse.AS_OF,
        "--modelDir=" + slate.models());
    SeasonWarehouses seasons = SeasonWarehouses.in(options, results);
    SlateRange season = seasons.slates(1);
    flames.of(
        "backfill",
        "--warehouse=duckdb:" + seasons.of(1),
        "--from=" + season.from(),
        "--to=" + season.to(),
        "--modelDir=" + seasons.models(),
        "--availability=report");
  }

  private void of(String command, String... options) throws IOException {
    results.progress("flames: %s is recorded", command);
    Path recording = folder.resolve(command + ".jfr");
    String[] line = new String[options.length + 1];
    line[0] = command;
    System.arraycopy(options, 0, line, 1, options.length);
    tipoff
        .withJava(
            "-XX:StartFlightRecording=settings=profile,filename=" + recording,
            "-XX:FlightRecorderOptions=stackdepth=256")
        .run(line);
    page(recording, command + "-processor.html", "--title", command + ", samples of Java");
    page(
        recording,
        command + "-memory.html",
        "--title",
        command + ", bytes allocated",
        "--alloc",
        "--total");
  }

  private void page(Path recording, String name, String... arguments) throws IOException {
    Path page = folder.resolve(name);
    JfrToFlame.convert(recording.toString(), page.toString(), new Arguments(arguments));
    results.progress("flames: see %s", page);
  }
}
