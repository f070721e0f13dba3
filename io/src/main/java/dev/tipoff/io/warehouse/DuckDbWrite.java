package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Writes rows to the embedded warehouse, a month of slates in one transaction: a commit costs more
 * than a day's rows.
 */
final class DuckDbWrite<T>
    extends PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>> {
  private static final long serialVersionUID = 1L;

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
    Coder<KV<String, byte[]>> coder = KvCoder.of(StringUtf8Coder.of(), ByteArrayCoder.of());
    PCollectionTuple packed =
        rows.apply(
            "Pack",
            ParDo.of(new PackMonthsFn<>(table))
                .withOutputTags(PackMonthsFn.PACKED, TupleTagList.of(PackMonthsFn.FAILURES)));
    PCollection<KV<String, byte[]>> expectedMonths =
        rows.getPipeline().apply("ExpectedMonths", Create.of(months()).withCoder(coder));
    return WithFailures.Result.of(
        PCollectionList.of(
                packed
                    .get(PackMonthsFn.PACKED)
                    .setCoder(coder)
                    .apply("Unwindow", Window.into(new GlobalWindows())))
            .and(expectedMonths)
            .apply("WithExpected", Flatten.pCollections())
            .apply("ByMonth", GroupByKey.create())
            .apply("Store", ParDo.of(new DuckDbStoreFn<>(file, table, expected))),
        packed
            .get(PackMonthsFn.FAILURES)
            .apply("UnwindowFailures", Window.into(new GlobalWindows())));
  }

  /** Nothing for each month that has to be looked at even without rows. */
  private List<KV<String, byte[]>> months() {
    if (expected == null) {
      return List.of();
    }
    return expected.days().stream()
        .map(PackMonthsFn::month)
        .distinct()
        .map(month -> KV.of(month, new byte[0]))
        .toList();
  }
}
