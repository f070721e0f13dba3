package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Profiles every column of a table that is split by slates: one row a slate and column, none of a
 * slate without rows. Exact, and the same whatever the order of the rows. The rows of a slate have
 * to fit into memory; they are some hundred.
 */
@AutoValue
public abstract class ProfileColumns<T>
    extends PTransform<PCollection<T>, PCollection<ColumnProfile>> {
  abstract Table<T> table();

  public static <T> ProfileColumns<T> of(Table<T> table) {
    return new AutoValue_ProfileColumns<>(table);
  }

  @Override
  public PCollection<ColumnProfile> expand(PCollection<T> rows) {
    Table<T> table = table();
    return rows.apply(
            "BySlate",
            WithKeys.<String, T>of(row -> table.partitionOf(row).toString())
                .withKeyType(TypeDescriptors.strings()))
        .apply("Group", GroupInShards.create())
        .apply("Profile", ParDo.of(new ProfileFn<>(table)));
  }

  private static final class ProfileFn<T> extends DoFn<KV<String, Iterable<T>>, ColumnProfile> {
    private static final long serialVersionUID = 1L;

    private final Table<T> table;

    ProfileFn(Table<T> table) {
      this.table = table;
    }

    @ProcessElement
    public void profile(
        @Element KV<String, Iterable<T>> slate, OutputReceiver<ColumnProfile> output) {
      List<ColumnCells> columns = table.columns().stream().map(ColumnCells::new).toList();
      for (T row : slate.getValue()) {
        @Nullable Object[] cells = table.shape().cells(row);
        for (int i = 0; i < cells.length; i++) {
          columns.get(i).add(cells[i]);
        }
      }
      GameDay day = GameDay.parse(slate.getKey());
      for (ColumnCells column : columns) {
        output.output(
            column
                .profile()
                .setGameDate(day)
                .setSeason(Season.of(day).label())
                .setTableName(table.name())
                .build());
      }
    }
  }
}
