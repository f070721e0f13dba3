package dev.tipoff.transforms.profile;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.tables.Table;
import java.io.Serializable;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The cells of some rows by column, in the order of their table's columns. */
final class SlateCells implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ImmutableList<ColumnCells> columns;

  private SlateCells(ImmutableList<ColumnCells> columns) {
    this.columns = columns;
  }

  ImmutableList<ColumnCells> columns() {
    return columns;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlateCells that && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  /** Gathers the rows of a table. */
  static final class GatherFn<T> extends CombineFn<T, SlateCells, SlateCells> {
    private static final long serialVersionUID = 1L;

    private final Table<T> table;

    GatherFn(Table<T> table) {
      this.table = table;
    }

    @Override
    public SlateCells createAccumulator() {
      return new SlateCells(
          Stream.generate(ColumnCells::new)
              .limit(table.columns().size())
              .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public SlateCells addInput(SlateCells gathered, T row) {
      @Nullable Object[] cells = table.shape().cells(row);
      for (int i = 0; i < cells.length; i++) {
        gathered.columns.get(i).add(cells[i]);
      }
      return gathered;
    }

    @Override
    public SlateCells mergeAccumulators(Iterable<SlateCells> several) {
      SlateCells merged = createAccumulator();
      for (SlateCells some : several) {
        for (int i = 0; i < some.columns.size(); i++) {
          merged.columns.get(i).addAll(some.columns.get(i));
        }
      }
      return merged;
    }

    @Override
    public SlateCells compact(SlateCells gathered) {
      gathered.columns.forEach(ColumnCells::trim);
      return gathered;
    }

    @Override
    public SlateCells extractOutput(SlateCells gathered) {
      return gathered;
    }
  }
}
