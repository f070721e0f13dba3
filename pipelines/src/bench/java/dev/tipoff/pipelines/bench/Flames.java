package dev.tipoff.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/**
 * {@code tipoff bench flames}: where the processor's time and the memory go, as flame graphs of
 * what Java's flight recorder saw. A page each, which opens in any browser.
 */
final class Flames {
  private final BenchOptions options;
  private final Results results;

  private Flames(BenchOptions options, Results results) {
    this.options = options;
    this.results = results;
  }

  static void measure(BenchOptions options, Results results) throws IOException {
    Flames flames = new Flames(options, results);
    SlateWarehouse slate = SlateWarehouse.prepared(options, results);
    Path tonight = slate.copy();
    flames.of("predict", tipoff -> tipoff.predict(tonight, slate));
    SeasonWarehouses seasons = SeasonWarehouses.in(options, results);
    Path season = seasons.of(1);
    Path models = seasons.models();
    flames.of("backfill", tipoff -> tipoff.backfill(season, seasons.slates(1), models));
  }

  private void of(String command, Consumer<TipoffCommand> run) throws IOException {
    results.progress("flames: %s is recorded", command);
    Path recording = Path.of(options.getFolder()).toAbsolutePath().resolve(command + ".jfr");
    run.accept(
        TipoffCommand.of(options)
            .withJava(
                "-XX:StartFlightRecording=settings=profile,filename=" + recording,
                "-XX:FlightRecorderOptions=stackdepth=256"));
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
    Path page = recording.resolveSibling(name);
    JfrToFlame.convert(recording.toString(), page.toString(), new Arguments(arguments));
    results.progress("flames: see %s", page);
  }
}
