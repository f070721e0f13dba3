package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Writes rows to the embedded warehouse, a month of slates in one transaction: a commit costs more
 * than a day's rows.
 */
final class DuckDbWrite<T>
    extends PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>> {
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
  public WithFailures.Result<PCollection<StoredPartition>, Failure> expand(PCollection<T> rows) {
    Table<T> target = table;
    Coder<KV<String, StoredRow>> coder =
        KvCoder.of(StringUtf8Coder.of(), NullableCoder.of(StoredRow.coder()));
    WithFailures.Result<PCollection<T>, Failure> storable =
        rows.apply("Storable", new StorableRows<>(table));
    PCollection<KV<String, StoredRow>> byMonth =
        storable
            .output()
            .apply(
                "ByMonth",
                MapElements.into(new TypeDescriptor<KV<String, StoredRow>>() {})
                    .via(row -> byMonth(StoredRow.of(target, row))))
            .setCoder(coder);
    PCollection<KV<String, StoredRow>> expectedMonths =
        rows.getPipeline().apply("ExpectedMonths", Create.of(months()).withCoder(coder));
    return WithFailures.Result.of(
        PCollectionList.of(byMonth)
            .and(expectedMonths)
            .apply("WithExpected", Flatten.pCollections())
            .apply("Group", GroupInShards.apart())
            .apply("Store", ParDo.of(new DuckDbStoreFn<>(file, table, expected))),
        storable.failures());
  }

  static KV<String, StoredRow> byMonth(StoredRow row) {
    GameDay day = row.day();
    return KV.of(day == null ? UNSPLIT : month(day), row);
  }

  static String month(GameDay day) {
    return day.toString().substring(0, 7);
  }

  /** An absent row for each month that has to be looked at even without rows. */
  @SuppressWarnings("NullAway") // An absent row is what marks the month; its coder allows it.
  private List<KV<String, StoredRow>> months() {
    if (expected == null) {
      return List.of();
    }
    return expected.days().stream()
        .map(DuckDbWrite::month)
        .distinct()
        .map(month -> KV.<String, StoredRow>of(month, null))
        .toList();
  }
}
