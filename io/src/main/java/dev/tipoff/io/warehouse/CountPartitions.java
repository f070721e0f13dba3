package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.TableRow;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.Table;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How many rows each partition gets, also counted as {@code rows-stored}: those that were sent less
 * those that were refused.
 */
final class CountPartitions<T> extends PTransform<PCollection<T>, PCollection<StoredPartition>> {
  private static final long serialVersionUID = 1L;
  private static final String UNSPLIT = "";

  private final Table<T> table;
  private final transient @Nullable PCollection<String> refused;

  /** None is refused. */
  CountPartitions(Table<T> table) {
    this(table, null);
  }

  /**
   * @param refused the partition of each row that was not stored, as {@link #partitionOf} names it
   */
  CountPartitions(Table<T> table, @Nullable PCollection<String> refused) {
    this.table = table;
    this.refused = refused;
  }

  /** The day of a row on its way to BigQuery, or nothing if the table is not split. */
  static String partitionOf(Table<?> table, TableRow row) {
    return table.partition() == null ? UNSPLIT : String.valueOf(row.get(table.partition()));
  }

  @Override
  public PCollection<StoredPartition> expand(PCollection<T> rows) {
    Table<T> target = table;
    PCollectionList<KV<String, Long>> changes =
        PCollectionList.of(
            rows.apply(
                    "Days",
                    MapElements.into(TypeDescriptors.strings()).via(row -> day(target, row)))
                .apply("Sent", each(1)));
    if (refused != null) {
      changes = changes.and(refused.apply("Refused", each(-1)));
    }
    return changes
        .apply("All", Flatten.pCollections())
        .apply("Count", Sum.longsPerKey())
        .apply(
            "Partitions",
            MapElements.into(TypeDescriptor.of(StoredPartition.class))
                .via(count -> stored(target.name(), count)))
        .setCoder(StoredPartition.coder());
  }

  private static MapElements<String, KV<String, Long>> each(long change) {
    return MapElements.into(TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.longs()))
        .via(day -> KV.of(day, change));
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
