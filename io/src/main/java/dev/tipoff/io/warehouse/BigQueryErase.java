package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.TableRow;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Empties the partitions of expected slates that got no row: no load job starts for no rows. Takes
 * the partitions that were loaded, gives those that are empty now.
 */
final class BigQueryErase<T>
    extends PTransform<PCollection<StoredPartition>, PCollection<StoredPartition>> {
  private static final long serialVersionUID = 1L;

  private final BigQueryAccess access;
  private final Table<T> table;
  private final SlateRange expected;

  BigQueryErase(BigQueryAccess access, Table<T> table, SlateRange expected) {
    this.access = access;
    this.table = table;
    this.expected = expected;
  }

  @Override
  public PCollection<StoredPartition> expand(PCollection<StoredPartition> loaded) {
    PCollectionView<List<StoredPartition>> view = loaded.apply("Loaded", CombinedView.list());
    return loaded
        .getPipeline()
        .apply("Expected", Create.of(table.name()).withCoder(StringUtf8Coder.of()))
        .apply(
            "EraseRest",
            ParDo.of(new EraseFn<>(access, table, expected, view)).withSideInputs(view))
        .setCoder(StoredPartition.coder());
  }

  private static final class EraseFn<T> extends DoFn<String, StoredPartition> {
    private static final long serialVersionUID = 1L;

    private final BigQueryAccess access;
    private final Table<T> table;
    private final SlateRange expected;
    private final PCollectionView<List<StoredPartition>> loaded;

    EraseFn(
        BigQueryAccess access,
        Table<T> table,
        SlateRange expected,
        PCollectionView<List<StoredPartition>> loaded) {
      this.access = access;
      this.table = table;
      this.expected = expected;
      this.loaded = loaded;
    }

    @ProcessElement
    public void erase(ProcessContext process) {
      Set<GameDay> written = new HashSet<>();
      for (StoredPartition partition : process.sideInput(loaded)) {
        written.add(partition.getGameDate());
      }
      try (BigQueryClient client =
          access.client().open(process.getPipelineOptions().as(BigQueryOptions.class))) {
        Set<String> stored = new HashSet<>();
        for (TableRow row : client.query(daysOf())) {
          stored.add(String.valueOf(row.get(table.partition())));
        }
        for (GameDay day : expected.days()) {
          if (!written.contains(day)) {
            if (stored.contains(day.toString())) {
              client.erase(access.names().partition(table, day));
            }
            process.output(StoredPartition.of(table.name(), day, 0));
          }
        }
      }
    }

    private String daysOf() {
      return String.format(
          "SELECT DISTINCT %s FROM %s WHERE %s",
          table.partition(),
          access.names().table(table.name()),
          SlateCondition.of(table, expected));
    }
  }
}
