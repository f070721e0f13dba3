package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.ReadableInstant;

/**
 * Of the rows with one key the one that was received last, so that a table is the same in whatever
 * order and however often its bodies are read. Of rows received at one time, or of a table that
 * keeps no time, the one with the greatest hash: an arbitrary choice that is always the same.
 */
public final class NewestPerKey<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;
  private static final String RECEIVED = "received_time";

  private final Table<T> table;

  private NewestPerKey(Table<T> table) {
    this.table = table;
  }

  public static <T> NewestPerKey<T> of(Table<T> table) {
    return new NewestPerKey<>(table);
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    Table<T> keyed = table;
    return rows.apply(
            "ByKey", WithKeys.<String, T>of(keyed::keyOf).withKeyType(TypeDescriptors.strings()))
        .apply("Group", GroupInShards.create())
        .apply("Newest", ParDo.of(new NewestFn<>(table)))
        .setCoder(table.coder());
  }

  private static final class NewestFn<T> extends DoFn<KV<String, Iterable<T>>, T> {
    private static final long serialVersionUID = 1L;

    private final Counter older = Metrics.counter(NewestPerKey.class, "older");
    private final Table<T> table;
    private final int received;

    NewestFn(Table<T> table) {
      this.table = table;
      List<String> columns = table.columns().stream().map(Column::name).toList();
      this.received = columns.indexOf(RECEIVED);
    }

    @ProcessElement
    public void process(@Element KV<String, Iterable<T>> rows, OutputReceiver<T> output) {
      Comparator<T> order = Comparator.comparingLong(this::received);
      T newest = null;
      for (T row : Objects.requireNonNull(rows.getValue())) {
        if (newest == null) {
          newest = row;
        } else {
          newest = order.thenComparingLong(this::hash).compare(row, newest) > 0 ? row : newest;
          older.inc();
        }
      }
      output.output(Objects.requireNonNull(newest));
    }

    private long received(T row) {
      if (received < 0) {
        return 0;
      }
      @Nullable Object cell = table.shape().cells(row)[received];
      return ((ReadableInstant) Objects.requireNonNull(cell)).getMillis();
    }

    private long hash(T row) {
      return RowHash.of(table.columns(), table.shape().cells(row));
    }
  }
}
