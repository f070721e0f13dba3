package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.Table;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** How many rows each partition gets, also counted as {@code rows-stored}. */
final class CountPartitions<T> extends PTransform<PCollection<T>, PCollection<StoredPartition>> {
  private static final long serialVersionUID = 1L;
  private static final String UNSPLIT = "";

  private final Table<T> table;

  CountPartitions(Table<T> table) {
    this.table = table;
  }

  @Override
  public PCollection<StoredPartition> expand(PCollection<T> rows) {
    Table<T> target = table;
    return rows.apply(
            "Days", MapElements.into(TypeDescriptors.strings()).via(row -> day(target, row)))
        .apply("Count", Count.perElement())
        .apply(
            "Partitions",
            MapElements.into(TypeDescriptor.of(StoredPartition.class))
                .via(count -> stored(target.name(), count)))
        .setCoder(StoredPartition.coder());
  }

  private static <T> String day(Table<T> table, T row) {
    return table.partition() == null ? UNSPLIT : table.partitionOf(row).toString();
  }

  private static StoredPartition stored(String table, KV<String, Long> count) {
    Metrics.counter("rows-stored", table).inc(count.getValue());
    return StoredPartition.of(
        table,
        count.getKey().equals(UNSPLIT) ? null : GameDay.parse(count.getKey()),
        count.getValue());
  }
}
