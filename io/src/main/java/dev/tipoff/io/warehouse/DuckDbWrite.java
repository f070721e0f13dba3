package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Writes rows to the embedded warehouse, a month of slates in one transaction: a commit costs more
 * than a day's rows.
 */
final class DuckDbWrite<T> extends PTransform<PCollection<T>, PCollection<StoredPartition>> {
  private static final long serialVersionUID = 1L;
  private static final String UNSPLIT = "all";

  private final DuckDbFile file;
  private final Table<T> table;
  private final @Nullable SlateRange expected;

  DuckDbWrite(DuckDbFile file, Table<T> table, @Nullable SlateRange expected) {
    this.file = file;
    this.table = table;
    this.expected = expected;
  }

  @Override
  public PCollection<StoredPartition> expand(PCollection<T> rows) {
    TupleTag<T> rowTag = new TupleTag<>();
    TupleTag<String> emptyTag = new TupleTag<>();
    Table<T> target = table;
    PCollection<KV<String, T>> byMonth =
        rows.apply("Unwindow", Window.into(new GlobalWindows()))
            .apply(
                "ByMonth",
                WithKeys.<String, T>of(row -> month(target, row))
                    .withKeyType(TypeDescriptors.strings()));
    PCollection<KV<String, String>> expectedMonths =
        rows.getPipeline()
            .apply("ExpectedMonths", Create.of(months()).withCoder(StringUtf8Coder.of()))
            .apply(
                "EmptyMonths",
                WithKeys.<String, String>of(month -> Objects.requireNonNull(month))
                    .withKeyType(TypeDescriptors.strings()));
    return KeyedPCollectionTuple.of(rowTag, byMonth)
        .and(emptyTag, expectedMonths)
        .apply("Group", CoGroupByKey.create())
        .apply("Store", ParDo.of(new DuckDbStoreFn<>(file, table, expected, rowTag)));
  }

  static <T> String month(Table<T> table, T row) {
    return table.partition() == null ? UNSPLIT : month(table.partitionOf(row));
  }

  static String month(GameDay day) {
    return day.toString().substring(0, 7);
  }

  private List<String> months() {
    if (expected == null) {
      return List.of();
    }
    return expected.days().stream().map(DuckDbWrite::month).distinct().toList();
  }
}
