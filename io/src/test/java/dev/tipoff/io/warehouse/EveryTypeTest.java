package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.model.ExactTime;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Every type of column, through real files and through the row's hash. */
public class EveryTypeTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();
  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();

  private WarehouseFile fileWith(Table<?> table) {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute(DuckDbCells.ddl(table));
    return file;
  }

  private static long hash(EveryType row) {
    return RowHash.of(EveryType.COMPUTED.columns(), EveryType.COMPUTED.shape().cells(row));
  }

  private static long hash(EveryType.Builder row) {
    return hash(row.build());
  }

  @Test
  public void everyTypeHasAColumnRequiredAndNullableAndRepeated() {
    for (Column.Type type : Column.Type.values()) {
      Set<String> kinds = new HashSet<>();
      for (Column column : RowShape.of(EveryType.class).columns()) {
        if (column.type() == type) {
          kinds.add(column.repeated() ? "repeated" : column.nullable() ? "nullable" : "required");
        }
      }
      assertThat(type.name(), kinds, is(Set.of("required", "nullable", "repeated")));
    }
  }

  @Test
  public void replacedRowsComeBackEqual() {
    WarehouseFile file = fileWith(EveryType.COMPUTED);
    file.replace(EveryType.COMPUTED, EveryType.rows());
    PAssert.that(
            pipeline.apply(
                file.warehouse().read(EveryType.COMPUTED, SlateRange.of(InventedRows.DAY))))
        .containsInAnyOrder(EveryType.rows());
    pipeline.run();
  }

  @Test
  public void upsertedRowsComeBackEqual() {
    WarehouseFile file = fileWith(EveryType.EVENTS);
    file.upsert(EveryType.EVENTS, EveryType.rows());
    file.upsert(EveryType.EVENTS, EveryType.rows());
    assertThat(file.rows(EveryType.EVENTS), containsInAnyOrder(EveryType.rows().toArray()));
  }

  @Test
  public void aNumericComesBackWithoutTrailingZeros() {
    WarehouseFile file = fileWith(EveryType.COMPUTED);
    EveryType row = EveryType.full().setAmount(new BigDecimal("1.500")).build();
    file.replace(EveryType.COMPUTED, List.of(row));
    assertThat(
        file.rows(EveryType.COMPUTED),
        is(List.of(row.toBuilder().setAmount(new BigDecimal("1.5")).build())));
    assertThat(hash(row), is(hash(row.toBuilder().setAmount(new BigDecimal("1.5")))));
  }

  @Test
  public void aNumberBeyondNumericIsRefused() {
    for (String number : List.of("0.0000000001", "1" + "0".repeat(29), "1e29")) {
      EveryType row = EveryType.full().setAmount(new BigDecimal(number)).build();
      Exception refused =
          assertThrows(IllegalArgumentException.class, () -> EveryType.COMPUTED.shape().cells(row));
      assertThat(
          refused.getMessage(),
          containsString(
              "is no NUMERIC, which has at most 29 digits before the point and 9 after it"));
    }
  }

  @Test
  public void aTimeBetweenMillisecondsIsNeverCut() {
    WarehouseFile file = fileWith(EveryType.COMPUTED);
    file.replace(EveryType.COMPUTED, EveryType.rows());
    file.execute("UPDATE nba_raw.every_type SET time = TIMESTAMP '2031-01-10 00:00:00.000001'");
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> file.rows(EveryType.COMPUTED));
    assertThat(
        refused.getMessage(),
        is(
            "2031-01-10T00:00:00.000001Z has a fraction of a millisecond, which only an ExactTime"
                + " holds"));
  }

  @Test
  public void nanIsNoKey() {
    Table<EveryType> keyed = EveryType.EVENTS.keyedBy("number");
    EveryType row = EveryType.full().setNumber(Double.NaN).build();
    Exception refused = assertThrows(IllegalArgumentException.class, () -> keyed.keyOf(row));
    assertThat(
        refused.getMessage(),
        is("nba_raw.every_type_event.number is part of the key and cannot be NaN"));
    assertThat(
        keyed.keyOf(row.toBuilder().setNumber(-0.0).build()),
        is(keyed.keyOf(row.toBuilder().setNumber(0.0).build())));
  }

  @Test
  public void aListIsNoKey() {
    assertThrows(IllegalArgumentException.class, () -> EveryType.EVENTS.keyedBy("texts"));
  }

  @Test
  public void everyRowHasAHashOfItsOwn() {
    assertThat(
        new HashSet<>(Lists.transform(EveryType.rows(), EveryTypeTest::hash)).size(),
        is(EveryType.rows().size()));
  }

  @Test
  public void everyDifferenceChangesTheHash() {
    List<Long> hashes =
        List.of(
            hash(EveryType.full()),
            hash(EveryType.full().setAmount(new BigDecimal("12.345000001"))),
            hash(EveryType.full().setExactTime(ExactTime.parse("2031-01-10T22:15:00.123457Z"))),
            hash(EveryType.full().setNumber(Double.NaN)),
            hash(EveryType.full().setNumber(Double.POSITIVE_INFINITY)),
            hash(EveryType.full().setTexts(List.of())),
            hash(EveryType.full().setTexts(List.of("a", "b", "b"))),
            hash(EveryType.full().setTexts(List.of("ba", "b"))),
            hash(EveryType.full().setTexts(List.of("b", "ab"))),
            hash(EveryType.full().setWholes(List.of(1L, 2L))),
            hash(EveryType.full().setNumbers(List.of(0.5))),
            hash(EveryType.full().setMaybeText(null)),
            hash(EveryType.full().setMaybeText("")));
    assertThat(new HashSet<>(hashes).size(), is(hashes.size()));
    assertThat(hash(EveryType.sparse()), is(not(hash(EveryType.full().setId("sparse")))));
  }

  @Test
  public void everyNanHasOneHash() {
    double other = Double.longBitsToDouble(0x7ff8000000000123L);
    assertThat(
        hash(EveryType.full().setNumber(other)), is(hash(EveryType.full().setNumber(Double.NaN))));
  }
}
