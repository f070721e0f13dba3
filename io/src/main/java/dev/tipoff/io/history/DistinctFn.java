package dev.tipoff.io.history;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** One row of each key, or none if its versions differ; every other row is a failure. */
final class DistinctFn<T> extends DoFn<KV<String, Iterable<FileRow<T>>>, T> {
  private static final long serialVersionUID = 1L;

  private final CsvFormat<T> format;
  private final TupleTag<Failure> copies;
  private final Counter rowsFailed;

  DistinctFn(CsvFormat<T> format, TupleTag<Failure> copies) {
    this.format = format;
    this.copies = copies;
    this.rowsFailed = Metrics.counter(ReadCsv.ROWS_FAILED, format.table().name());
  }

  @ProcessElement
  public void distinct(ProcessContext process) {
    List<FileRow<T>> rows = new ArrayList<>();
    process.element().getValue().forEach(rows::add);
    rows.sort(
        Comparator.comparing((FileRow<T> row) -> row.file()).thenComparingLong(FileRow::line));
    FileRow<T> first = rows.get(0);
    boolean equal = rows.stream().allMatch(row -> row.row().equals(first.row()));
    if (equal) {
      process.output(first.row());
    }
    for (FileRow<T> row : equal ? rows.subList(1, rows.size()) : rows) {
      rowsFailed.inc();
      process.output(
          copies,
          ReadCsv.failure(
              equal ? FailureCode.DUPLICATE_ROW : FailureCode.CONFLICTING_ROWS,
              row.place(),
              equal
                  ? "the same row as " + first.place()
                  : String.format(
                      "differs from another row with the same key (%s = %s); keep the right one",
                      String.join(", ", format.table().key()), process.element().getKey()),
              row.row(),
              format.table().partitionOf(row.row())));
    }
  }
}
