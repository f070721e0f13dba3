package dev.tipoff.pipelines.bench;

import com.google.common.math.Quantiles;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code tipoff bench rivals}: a season's features, ours beside what people would write instead. */
final class Rivals {
  private static final String OURS = "tipoff precompute";

  private final BenchOptions options;
  private final Results results;
  private final Map<String, Supplier<WholeProcess>> processes = new LinkedHashMap<>();

  private Rivals(BenchOptions options, Results results) {
    this.options = options;
    this.results = results;
  }

  static void measure(BenchOptions options, Results results) throws IOException {
    new Rivals(options, results).measure();
  }

  private void measure() throws IOException {
    Path logs = Files.createDirectories(Path.of(options.getFolder()).resolve("logs"));
    TipoffCommand tipoff = new TipoffCommand(logs);
    SlateRange season = YearsOfLeague.slates(0);
    SeasonWarehouses warehouses = SeasonWarehouses.in(options, results);
    Path file = warehouses.of(1);
    String[] slates = {"--from=" + season.from(), "--to=" + season.to()};
    results.progress("rivals: game contexts, which all but the script begin with");
    tipoff.run("analytics", "--warehouse=duckdb:" + file, slates[0], slates[1]);
    processes.put(
        OURS, () -> tipoff.run("precompute", "--warehouse=duckdb:" + file, slates[0], slates[1]));
    processes.put("DuckDB SQL", () -> java(SqlProcess.class, logs, file, season));
    processes.put("plain Java loop", () -> java(LoopProcess.class, logs, file, season));
    processes.put(
        "Python script",
        () ->
            WholeProcess.run(
                logs.resolve("python.log"),
                List.of(
                    "python3",
                    System.getProperty("tipoff.home") + "/pipelines/src/bench/python/features.py",
                    warehouses.playerGames(0).toString(),
                    Season.of(season.from()).label(),
                    logs.resolve("features.csv").toString())));
    report(run(), logs);
  }

  /** Each in turn, again and again, so that what disturbs one run disturbs its neighbours too. */
  private Map<String, List<WholeProcess>> run() {
    Map<String, List<WholeProcess>> runs = new LinkedHashMap<>();
    for (int run = 1; run <= options.getRuns(); run++) {
      for (Map.Entry<String, Supplier<WholeProcess>> process : processes.entrySet()) {
        results.progress("rivals: run %d of %d, %s", run, options.getRuns(), process.getKey());
        runs.computeIfAbsent(process.getKey(), key -> new ArrayList<>())
            .add(process.getValue().get());
      }
    }
    return runs;
  }

  private void report(Map<String, List<WholeProcess>> runs, Path logs) throws IOException {
    List<Double> ours = seconds(runs.get(OURS));
    List<List<Object>> rows = new ArrayList<>();
    runs.forEach(
        (name, processed) -> {
          List<Double> seconds = seconds(processed);
          Ratio ratio = Ratio.of(seconds, ours);
          rows.add(
              List.of(
                  name,
                  Quantiles.median().compute(seconds),
                  ratio.median(),
                  ratio.least(),
                  ratio.most(),
                  processed.stream().mapToLong(WholeProcess::heapMegabytes).max().orElse(0)));
        });
    results.table(
        "rivals",
        String.format(
            "Features of a season, whole processes, %d runs each (logs in %s)",
            options.getRuns(), logs),
        List.of("process", "median s", "times ours", "least", "most", "Java heap MB"),
        rows);
  }

  private static List<Double> seconds(List<WholeProcess> runs) {
    return runs.stream().map(WholeProcess::seconds).toList();
  }

  private static WholeProcess java(Class<?> main, Path logs, Path file, SlateRange season) {
    return WholeProcess.run(
        logs.resolve(main.getSimpleName() + ".log"),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseParallelGC",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            file.toString(),
            season.from().toString(),
            season.to().toString()));
  }
}
