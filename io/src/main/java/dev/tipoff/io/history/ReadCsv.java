package dev.tipoff.io.history;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.GameDay;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The rows of history files of one format, streamed. A row that cannot be read is a failure with
 * its file and line; so is every further copy of a row, and every version of a row whose versions
 * differ, since nobody can tell which is right. Rows in are rows out plus failures.
 */
@AutoValue
public abstract class ReadCsv<T>
    extends PTransform<PBegin, WithFailures.Result<PCollection<T>, Failure>> {
  /** Namespace of the counters of rows in, by table. */
  public static final String ROWS_IN = "rows-in";

  /** Namespace of the counters of rows that became failures, by table. */
  public static final String ROWS_FAILED = "rows-failed";

  private static final TupleTag<Failure> UNREAD = new TupleTag<>("unread") {};
  private static final TupleTag<Failure> COPIES = new TupleTag<>("copies") {};

  abstract CsvFormat<T> format();

  abstract ImmutableList<String> files();

  public static <T> ReadCsv<T> of(CsvFormat<T> format, List<String> files) {
    return new AutoValue_ReadCsv<>(format, ImmutableList.copyOf(files));
  }

  @Override
  public WithFailures.Result<PCollection<T>, Failure> expand(PBegin begin) {
    TupleTag<KV<String, FileRow<T>>> read = new TupleTag<>();
    TupleTag<T> distinct = new TupleTag<>();
    Coder<T> rowCoder = format().table().coder();
    PCollectionTuple rows =
        begin
            .apply("Files", Create.of(files()).withCoder(StringUtf8Coder.of()))
            .apply(
                "Read",
                ParDo.of(new ReadFn<>(format(), UNREAD))
                    .withOutputTags(read, TupleTagList.of(UNREAD)));
    PCollectionTuple single =
        rows.get(read)
            .setCoder(KvCoder.of(StringUtf8Coder.of(), FileRow.RowCoder.of(rowCoder)))
            .apply("ByKey", GroupInShards.create())
            .apply(
                "Distinct",
                ParDo.of(new DistinctFn<>(format(), COPIES))
                    .withOutputTags(distinct, TupleTagList.of(COPIES)));
    single.get(distinct).setCoder(rowCoder);
    return WithFailures.Result.of(
        single.get(distinct),
        PCollectionList.of(rows.get(UNREAD))
            .and(single.get(COPIES))
            .apply("Failures", Flatten.pCollections()));
  }

  private static final class ReadFn<T> extends DoFn<String, KV<String, FileRow<T>>> {
    private static final long serialVersionUID = 1L;
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r|\\n");

    private final CsvFormat<T> format;
    private final TupleTag<Failure> unread;
    private final Counter rowsIn;
    private final Counter rowsFailed;

    ReadFn(CsvFormat<T> format, TupleTag<Failure> unread) {
      this.format = format;
      this.unread = unread;
      this.rowsIn = Metrics.counter(ROWS_IN, format.table().name());
      this.rowsFailed = Metrics.counter(ROWS_FAILED, format.table().name());
    }

    @ProcessElement
    public void read(ProcessContext process) throws IOException {
      String file = process.element();
      long line = 1;
      try (CSVParser parser = HistoryFile.open(format, file)) {
        Iterator<CSVRecord> records = parser.iterator();
        line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
          CSVRecord cells = records.next();
          rowsIn.inc();
          // The parser stands at the end of this record, however many lines it and blanks took.
          long last = parser.getCurrentLineNumber();
          long first = last == line ? line : last - lineBreaks(cells);
          parse(process, new FileRow<>(file, first, cells));
          line = last + 1;
        }
      } catch (IOException | UncheckedIOException e) {
        Throwable cause =
            e instanceof UncheckedIOException ? Objects.requireNonNull(e.getCause()) : e;
        if (!isCutOrBroken(cause)) {
          throw e;
        }
        process.output(
            unread,
            failure(
                FailureCode.BAD_FILE,
                file + ":" + line,
                "the file cannot be read from here on: " + cause,
                ""));
      }
    }

    private static long lineBreaks(CSVRecord cells) {
      return cells.stream().mapToLong(cell -> LINE_BREAK.matcher(cell).results().count()).sum();
    }

    private static boolean isCutOrBroken(@Nullable Throwable cause) {
      return cause instanceof CSVException
          || cause instanceof EOFException
          || cause instanceof ZipException;
    }

    private void parse(ProcessContext process, FileRow<CSVRecord> cells) {
      try {
        T row = format.parser().apply(new CsvRow(cells.row()));
        process.output(
            KV.of(format.table().keyOf(row), new FileRow<>(cells.file(), cells.line(), row)));
      } catch (IllegalArgumentException e) {
        rowsFailed.inc();
        process.output(
            unread,
            failure(
                FailureCode.BAD_ROW,
                cells.place(),
                String.valueOf(e.getMessage()),
                String.join(",", cells.row().values())));
      }
    }
  }

  static Failure failure(FailureCode code, String place, String message, String payload) {
    return Failure.of("ReadCsv", code, place, place + ": " + message, payload, null);
  }

  static Failure failure(
      FailureCode code, String place, String message, Object payload, GameDay day) {
    return Failure.of("ReadCsv", code, place, place + ": " + message, payload.toString(), day);
  }
}
