package dev.tipoff.io.history;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.PlayerGame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Whatever happens to a file's lines, every row that came in went out or failed. */
public class ReadCsvMutationTest {
  private static final List<String> LINES = HistoryFiles.lines("player-games-good.csv");

  /** What happens to a line: characters of it from a place on are replaced. */
  record Edit(int line, double at, int length, String text) {}

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 7),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 6),
            Arbitraries.oneOf(
                Arbitraries.of(
                    "", ",", "\"", "\"\"", "\n", "\r", "\r\n", ",,", "-", "0", "9", "\u0000", "ł",
                    "NaN", "1e9", " ", "\ufeff", "'"),
                Arbitraries.strings().ofMaxLength(3)))
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static List<String> mutated(List<Edit> edits) {
    List<String> lines = new ArrayList<>(LINES);
    // A copy, and a contradiction, unless an edit makes them something else.
    lines.add(LINES.get(1));
    lines.add(LINES.get(2).replace("12.5", "12.6"));
    lines.add(LINES.get(4));
    for (Edit edit : edits) {
      String line = lines.get(edit.line());
      int from = (int) (edit.at() * line.length());
      int to = Math.min(line.length(), from + edit.length());
      lines.set(edit.line(), line.substring(0, from) + edit.text() + line.substring(to));
    }
    return lines;
  }

  @Property(tries = 120)
  void rowsInAreRowsOutAndFailures(@ForAll("edits") List<Edit> edits) throws IOException {
    Path file = Files.createTempFile("mutated", ".csv");
    try {
      Files.write(file, mutated(edits));
      Map<String, Long> counts = read(file.toString());
      long out = counts.getOrDefault("out", 0L);
      long unreadable = counts.getOrDefault(FailureCode.BAD_FILE.name(), 0L);
      long failed =
          counts.values().stream().mapToLong(Long::longValue).sum()
              - out
              - unreadable
              - counts.getOrDefault("nba_raw.player_games", 0L)
              - counts.getOrDefault("failed", 0L);
      assertThat("rows in", counts.getOrDefault("nba_raw.player_games", 0L), is(out + failed));
      assertThat("rows failed", counts.getOrDefault("failed", 0L), is(failed));
      assertThat("unreadable", unreadable, is(lessThanOrEqualTo(1L)));
    } finally {
      Files.delete(file);
    }
  }

  /** The counters of one read: rows in by table, "failed", "out" and failures by code. */
  private static Map<String, Long> read(String file) {
    Pipeline pipeline = Pipeline.create(TestPipeline.testingPipelineOptions());
    Result<PCollection<PlayerGame>, Failure> result =
        pipeline.apply(ReadCsv.of(HistoryFormats.PLAYER_GAMES, List.of(file)));
    result
        .output()
        .apply("Out", MapElements.into(TypeDescriptors.strings()).via(row -> count("out")));
    result
        .failures()
        .apply(
            "Failures",
            MapElements.into(TypeDescriptors.strings())
                .via(failure -> count(failure.getCode().name())));
    var run = pipeline.run();
    run.waitUntilFinish();
    Map<String, Long> counts = new HashMap<>();
    add(counts, "", run.metrics().queryMetrics(named("test")).getCounters());
    add(counts, "", run.metrics().queryMetrics(named(ReadCsv.ROWS_IN)).getCounters());
    add(counts, "failed", run.metrics().queryMetrics(named(ReadCsv.ROWS_FAILED)).getCounters());
    return counts;
  }

  private static MetricsFilter named(String namespace) {
    return MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(namespace)).build();
  }

  private static void add(
      Map<String, Long> counts, String name, Iterable<MetricResult<Long>> counters) {
    for (MetricResult<Long> counter : counters) {
      counts.merge(
          name.isEmpty() ? counter.getName().getName() : name, counter.getAttempted(), Long::sum);
    }
  }

  private static String count(String what) {
    Metrics.counter("test", what).inc();
    return what;
  }
}
