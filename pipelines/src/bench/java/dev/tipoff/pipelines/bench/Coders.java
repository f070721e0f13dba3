package dev.tipoff.pipelines.bench;

import dev.tipoff.pipelines.CoderBenchmark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code tipoff bench coders}: our rows' coder beside Beam's, by JMH. */
final class Coders {
  private static final int ITERATIONS = 5;

  private Coders() {}

  static void measure(BenchOptions options, Results results) throws IOException, RunnerException {
    results.progress("coders: about three minutes");
    Collection<RunResult> runs =
        new Runner(
                new OptionsBuilder()
                    .include(CoderBenchmark.class.getName() + "\\..*")
                    .forks(1)
                    .warmupIterations(ITERATIONS)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(ITERATIONS)
                    .measurementTime(TimeValue.seconds(1))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<String, Map<String, RunResult>> byWhat = new TreeMap<>();
    for (RunResult run : runs) {
      byWhat
          .computeIfAbsent(
              run.getParams().getParam("rows").toLowerCase(Locale.ROOT) + " " + run.getPrimaryResult().getLabel(),
              key -> new TreeMap<>())
          .put(run.getParams().getParam("by"), run);
    }
    List<List<Object>> rows = new ArrayList<>();
    byWhat.forEach(
        (what, by) -> {
          RunResult ours = by.get(CoderBenchmark.By.OURS.name());
          RunResult schema = by.get(CoderBenchmark.By.SCHEMA.name());
          rows.add(
              List.of(
                  what,
                  ours.getPrimaryResult().getScore(),
                  ours.getPrimaryResult().getScoreError(),
                  schema.getPrimaryResult().getScore(),
                  schema.getPrimaryResult().getScoreError(),
                  schema.getPrimaryResult().getScore() / ours.getPrimaryResult().getScore()));
        });
    results.table(
        "coders",
        "A row to bytes and back, nanoseconds with the half-width of the 99.9 % interval",
        List.of("rows", "ours ns", "+- ours", "Beam's schema coder ns", "+- Beam's", "times ours"),
        rows);
  }
}
