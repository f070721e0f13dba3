package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.grouping.CombineInShards;
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
        .apply("Gather", CombineInShards.of(new SlateCells.GatherFn<>(table)))
        .apply("Profile", ParDo.of(new ProfileFn<>(table)));
  }

  private static final class ProfileFn<T> extends DoFn<KV<String, SlateCells>, ColumnProfile> {
    private static final long serialVersionUID = 1L;

    private final Table<T> table;

    ProfileFn(Table<T> table) {
      this.table = table;
    }

    @ProcessElement
    public void profile(
        @Element KV<String, SlateCells> slate, OutputReceiver<ColumnProfile> output) {
      GameDay day = GameDay.parse(slate.getKey());
      List<ColumnCells> cells = slate.getValue().columns();
      for (int i = 0; i < cells.size(); i++) {
        output.output(
            cells
                .get(i)
                .profile()
                .setGameDate(day)
                .setSeason(Season.of(day).label())
                .setTableName(table.name())
                .setColumnName(table.columns().get(i).name())
                .build());
      }
    }
  }
}
