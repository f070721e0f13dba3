package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Sets apart the rows that an engine would refuse, since one of them makes a whole load job fail: a
 * text that is too long, a date or a time outside the years 1 to 9999, a key that is not a number.
 * They become failures of code UNSTORABLE_ROW. Both come in the global window.
 */
final class StorableRows<T>
    extends PTransform<PCollection<T>, WithFailures.Result<PCollection<T>, Failure>> {
  private static final long serialVersionUID = 1L;

  /** Namespace of the counters of rows set apart, by table. */
  static final String ROWS_REFUSED = "rows-refused";

  /** A request of the Storage Write API may have ten million bytes. */
  static final int MAX_TEXT = 1_000_000;

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final Instant START = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final java.time.Instant EXACT_START =
      java.time.Instant.parse("0001-01-01T00:00:00Z");
  private static final java.time.Instant EXACT_END =
      java.time.Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private final Table<T> table;

  StorableRows(Table<T> table) {
    this.table = table;
  }

  @Override
  public WithFailures.Result<PCollection<T>, Failure> expand(PCollection<T> rows) {
    TupleTag<T> storable = new TupleTag<>();
    PCollectionTuple judged =
        rows.apply("Unwindow", Window.into(new GlobalWindows()))
            .apply(
                "Judge",
                ParDo.of(new JudgeFn<>(table)).withOutputTags(storable, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(
        judged.get(storable).setCoder(rows.getCoder()), judged.get(FAILURES));
  }

  /**
   * What an engine will say of a row.
   *
   * @param cells the row's; none if they cannot be made
   * @param refusal why it cannot be stored; absent if it can
   */
  record Judged(@Nullable Object[] cells, @Nullable Failure refusal) {}

  static <T> Judged judge(Table<T> table, T row) {
    @Nullable Object[] cells = {};
    String key = null;
    String problem;
    try {
      cells = table.shape().cells(row);
      problem = problem(table, cells);
      if (problem == null) {
        return new Judged(cells, null);
      }
      key = key(table, cells);
    } catch (IllegalArgumentException e) {
      problem = String.valueOf(e.getMessage());
    }
    String text = row.toString();
    String name = table + " " + (key == null ? text : key);
    return new Judged(
        cells,
        Failure.of(
            "StorableRows", FailureCode.UNSTORABLE_ROW, name, name + ": " + problem, text, null));
  }

  /** Other than {@link Table#keyOf} also of a key that cannot be one. */
  private static String key(Table<?> table, @Nullable Object[] cells) {
    List<String> parts = new ArrayList<>();
    for (String part : table.key()) {
      for (int i = 0; i < cells.length; i++) {
        if (table.columns().get(i).name().equals(part)) {
          parts.add(String.valueOf(cells[i]));
        }
      }
    }
    return String.join("|", parts);
  }

  /** What is wrong with a row; null if nothing is. */
  static @Nullable String problem(Table<?> table, @Nullable Object[] cells) {
    List<Column> columns = table.columns();
    for (int i = 0; i < cells.length; i++) {
      Column column = columns.get(i);
      String problem = problem(cells[i]);
      if (problem == null
          && cells[i] instanceof Double number
          && Double.isNaN(number)
          && table.key().contains(column.name())) {
        problem = "is not a number and part of the key";
      }
      if (problem != null) {
        return column.name() + " " + problem;
      }
    }
    return null;
  }

  private static @Nullable String problem(@Nullable Object cell) {
    // Most cells are numbers, and nothing below is of them.
    if (cell == null || cell instanceof Number) {
      return null;
    }
    if (cell instanceof String text) {
      return text.length() > MAX_TEXT
          ? "has " + text.length() + " characters, more than " + MAX_TEXT
          : null;
    }
    if (cell instanceof LocalDate date) {
      return date.isBefore(FIRST) || date.isAfter(LAST) ? "is " + date : null;
    }
    if (cell instanceof Instant instant) {
      return instant.isBefore(START) || instant.isAfter(END) ? "is " + instant : null;
    }
    if (cell instanceof java.time.Instant instant) {
      return instant.isBefore(EXACT_START) || instant.isAfter(EXACT_END) ? "is " + instant : null;
    }
    if (cell instanceof List<?> cells) {
      return cells.stream()
          .map(StorableRows::problem)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    return null;
  }

  private static final class JudgeFn<T> extends DoFn<T, T> {
    private static final long serialVersionUID = 1L;

    private final Table<T> table;
    private final Counter refused;

    JudgeFn(Table<T> table) {
      this.table = table;
      this.refused = Metrics.counter(ROWS_REFUSED, table.name());
    }

    @ProcessElement
    public void judge(ProcessContext process) {
      T row = process.element();
      Judged judged = StorableRows.judge(table, row);
      if (judged.refusal() == null) {
        process.output(row);
      } else {
        refused.inc();
        process.output(FAILURES, judged.refusal());
      }
    }
  }
}
