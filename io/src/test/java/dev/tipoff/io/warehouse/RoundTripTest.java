package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Of every table: what is written comes back equal, absent cells and extremes included. */
@RunWith(Parameterized.class)
public class RoundTripTest<T> {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();
  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();

  private final Table<T> table;
  private final List<T> rows;

  @SuppressWarnings("unchecked")
  public RoundTripTest(Table<T> table) {
    this.table = table;
    this.rows = (List<T>) InventedRows.of(table.rowClass());
  }

  @Parameters(name = "{0}")
  public static List<Table<?>> tables() {
    return Tables.all();
  }

  @Test
  public void readsWhatWasWritten() {
    WarehouseFile file = WarehouseFile.in(folder);
    if (table.kind() == Table.Kind.COMPUTED) {
      file.replace(table, rows);
    } else {
      file.upsert(table, rows);
    }
    long hash =
        rows.stream()
            .map(row -> RowHash.of(table.columns(), table.shape().cells(row)))
            .reduce(0L, (one, other) -> one ^ other);
    assertThat(file.digest(table), is(new WarehouseAdmin.Digest(rows.size(), hash)));
    PAssert.that(
            pipeline.apply(
                table.partition() == null
                    ? new DuckDbRead<>(
                        file.file(), table.name(), table.rowClass(), table.shape(), table.name())
                    : file.warehouse().read(table, SlateRange.of(InventedRows.DAY))))
        .containsInAnyOrder(rows);
    pipeline.run();
  }

  /** The invented rows would miss a null that comes back as a zero if they had no null there. */
  @Test
  public void everyNullableColumnIsAbsentOnceAndPresentOnce() {
    List<Column> columns = table.columns();
    IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).nullable())
        .forEach(
            i -> {
              List<Object> cells =
                  rows.stream().<Object>map(row -> table.shape().cells(row)[i]).toList();
              assertThat(columns.get(i).name(), cells.stream().anyMatch(Objects::isNull));
              assertThat(columns.get(i).name(), cells.stream().anyMatch(Objects::nonNull));
            });
  }
}
