package dev.tipoff.pipelines.bench;

import com.google.common.math.Quantiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code tipoff bench start}: how long people wait for a process that begins from nothing. */
final class ColdStart {
  private ColdStart() {}

  static void measure(BenchOptions options, Results results) throws IOException {
    SlateWarehouse slate = SlateWarehouse.prepared(options, results);
    TipoffCommand tipoff = TipoffCommand.of(options);
    List<Double> help = new ArrayList<>();
    List<Double> predict = new ArrayList<>();
    for (int run = 1; run <= options.getRuns(); run++) {
      results.progress("start: run %d of %d", run, options.getRuns());
      help.add(tipoff.run("--help").seconds());
      predict.add(tipoff.predict(slate.copy(), slate).seconds());
    }
    results.table(
        "start",
        "From process start to exit, seconds",
        List.of("command", "runs", "least", "median", "most"),
        List.of(row("tipoff --help", help), row("tipoff predict", predict)));
  }

  private static List<Object> row(String command, List<Double> seconds) {
    return List.of(
        command,
        seconds.size(),
        Collections.min(seconds),
        Quantiles.median().compute(seconds),
        Collections.max(seconds));
  }
}
