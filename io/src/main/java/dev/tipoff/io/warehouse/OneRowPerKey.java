package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * One row of each key of rows in the global window. Equal rows are copies. Of different events with
 * one key the one with the greatest hash stays, whatever their order; different computed rows with
 * one key are a defect of what computed them and stop the run.
 */
final class OneRowPerKey<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final Table<T> table;

  OneRowPerKey(Table<T> table) {
    this.table = table;
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    Table<T> target = table;
    return rows.apply(
            "ByKey",
            WithKeys.<String, T>of(row -> target.keyOf(row)).withKeyType(TypeDescriptors.strings()))
        .apply("Group", GroupInShards.create())
        .apply("Choose", ParDo.of(new ChooseFn<>(table)))
        .setCoder(table.coder());
  }

  private static final class ChooseFn<T> extends DoFn<KV<String, Iterable<T>>, T> {
    private static final long serialVersionUID = 1L;

    private final Table<T> table;

    ChooseFn(Table<T> table) {
      this.table = table;
    }

    @ProcessElement
    public void choose(@Element KV<String, Iterable<T>> key, OutputReceiver<T> output) {
      T chosen = null;
      long chosenHash = 0;
      for (T row : key.getValue()) {
        long hash = RowHash.of(table.columns(), table.shape().cells(row));
        if (chosen != null && hash != chosenHash && table.kind() == Table.Kind.COMPUTED) {
          throw new IllegalStateException(
              table + " would hold two different rows with the key " + key.getKey());
        }
        if (chosen == null || hash > chosenHash) {
          chosen = row;
          chosenHash = hash;
        }
      }
      if (chosen != null) {
        output.output(chosen);
      }
    }
  }
}
