package dev.tipoff.pipelines.bench;

import java.util.Locale;

/** What {@code tipoff bench} can measure. */
enum BenchPart {
  START(
      "cold: tipoff --help, and tipoff predict of a slate of more than 150 players, from process start to exit",
      ColdStart::measure),
  READS(
      "a slate's look-ups call by call and at once, each call half a second slower",
      SlateReads::measure),
  CODERS("rows to bytes and back, beside Beam's coder of the same schema", Coders::measure),
  RIVALS(
      "a season's features beside a Python script, DuckDB's SQL and a plain loop in Java",
      Rivals::measure),
  STEPS("which steps of predict and of a season's backfill take the time", Steps::measure),
  FLAMES("where processor time and memory of the same two go, as flame graphs", Flames::measure),
  GROWTH("a backfill of more and more seasons: time, heap, file size", Growth::measure),
  LIMITS("the largest slate and the smallest heap", Limits::measure);

  private final String summary;

  @SuppressWarnings("ImmutableEnumChecker") // A method without state.
  private final Measurement measurement;

  /** Measures, and hands in what it finds. */
  interface Measurement {
    void measure(BenchOptions options, Results results) throws Exception;
  }

  BenchPart(String summary, Measurement measurement) {
    this.summary = summary;
    this.measurement = measurement;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String summary() {
    return summary;
  }

  void measure(BenchOptions options, Results results) throws Exception {
    measurement.measure(options, results);
  }
}
