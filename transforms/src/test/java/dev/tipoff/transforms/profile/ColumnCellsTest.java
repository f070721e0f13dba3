package dev.tipoff.transforms.profile;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Column.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

public class ColumnCellsTest {
  private static ColumnProfile profile(Type type, List<?> cells) {
    ColumnCells column = new ColumnCells(Column.of("figure", type, true));
    cells.forEach(column::add);
    return column.profile().setGameDate(DAY).setSeason("2030-31").setTableName("some").build();
  }

  @Property(tries = 200)
  void theOrderOfRowsChangesNotOneBit(
      @ForAll @NotEmpty List<@DoubleRange(min = -1e9, max = 1e9) Double> cells, @ForAll long seed) {
    List<Double> shuffled = new ArrayList<>(cells);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(profile(Type.FLOAT64, shuffled), is(profile(Type.FLOAT64, cells)));
  }

  @Property(tries = 200)
  void theMeanLiesAmongTheNumbers(
      @ForAll @NotEmpty List<@DoubleRange(min = -1e9, max = 1e9) Double> cells) {
    ColumnProfile profile = profile(Type.FLOAT64, cells);
    assertThat(profile.getMinValue(), is(Collections.min(cells) + 0.0));
    assertThat(profile.getMaxValue(), is(Collections.max(cells) + 0.0));
    assertThat(profile.getMean(), is(greaterThanOrEqualTo(profile.getMinValue())));
    assertThat(profile.getMean(), is(lessThanOrEqualTo(profile.getMaxValue())));
  }

  /** A tenth, for instance, twenty-five times over sums to something else than 2.5. */
  @Property(tries = 200)
  void equalNumbersHaveThatMeanAndDoNotVary(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double number,
      @ForAll @IntRange(min = 2, max = 500) int rows) {
    ColumnProfile profile = profile(Type.FLOAT64, Collections.nCopies(rows, number));
    assertThat(profile.getMean(), is(number + 0.0));
    assertThat(profile.getSd(), is(0.0));
    assertThat(profile.getDistinctCount(), is(1));
    assertThat(profile.getOnlyValue(), is(String.valueOf(number + 0.0)));
  }

  @Property(tries = 200)
  void rowsAreThoseWithAValueAndThoseWithout(
      @ForAll @NotEmpty List<@IntRange(min = 0, max = 5) Integer> cells) {
    List<Long> longs = cells.stream().map(cell -> cell == 0 ? null : Long.valueOf(cell)).toList();
    ColumnProfile profile = profile(Type.INT64, longs);
    int nulls = Collections.frequency(cells, 0);
    assertThat(profile.getRowCount(), is(cells.size()));
    assertThat(profile.getNullCount(), is(nulls));
    assertThat(profile.getNullShare(), is((double) nulls / cells.size()));
    assertThat(profile.valueCount(), is(cells.size() - nulls));
    HashSet<Integer> values = new HashSet<>(cells);
    values.remove(0);
    assertThat(profile.getDistinctCount(), is(values.size()));
  }

  @Example
  void figuresAreThoseOfTheTextbook() {
    ColumnProfile profile = profile(Type.FLOAT64, Arrays.asList(7.0, null, 2.0, 4.0, 4.0, 5.0));
    assertThat(profile.getRowCount(), is(6));
    assertThat(profile.getNullCount(), is(1));
    assertThat(profile.getDistinctCount(), is(4));
    assertThat(profile.getOnlyValue(), is(nullValue()));
    assertThat(profile.getMinValue(), is(2.0));
    assertThat(profile.getMaxValue(), is(7.0));
    assertThat(profile.getMean(), is(4.4));
    assertThat(profile.getSd(), is(closeTo(Math.sqrt(3.3), 1e-12)));
  }

  @Example
  void whatSaysNothingIsNoValue() {
    assertThat(profile(Type.STRING, Arrays.asList("", null, "a")).getNullCount(), is(2));
    assertThat(profile(Type.FLOAT64, List.of(Double.NaN, 1.0)).getNullCount(), is(1));
    assertThat(profile(Type.STRING, List.of(List.of(), List.of("a"))).getNullCount(), is(1));
    ColumnProfile nothing = profile(Type.INT64, Arrays.asList(null, null));
    assertThat(nothing.getNullShare(), is(1.0));
    assertThat(nothing.getDistinctCount(), is(0));
    assertThat(nothing.getOnlyValue(), is(nullValue()));
    assertThat(nothing.getMean(), is(nullValue()));
    assertThat(nothing.getMinValue(), is(nullValue()));
  }

  @Example
  void flagsAreNumbersAndTextsAreNone() {
    ColumnProfile flags = profile(Type.BOOL, List.of(true, false, true, true));
    assertThat(flags.getMean(), is(0.75));
    assertThat(flags.getDistinctCount(), is(2));
    assertThat(profile(Type.BOOL, List.of(true)).getOnlyValue(), is("true"));
    ColumnProfile texts = profile(Type.STRING, List.of("b", "a", "b"));
    assertThat(texts.getDistinctCount(), is(2));
    assertThat(texts.getMinValue(), is(nullValue()));
    assertThat(texts.getMean(), is(nullValue()));
    assertThat(texts.getSd(), is(nullValue()));
  }

  @Example
  void longNumbersAreToldApart() {
    long large = 1L << 53;
    assertThat(profile(Type.INT64, List.of(large, large + 1)).getDistinctCount(), is(2));
    assertThat(
        profile(Type.NUMERIC, List.of(new BigDecimal("0.1"), new BigDecimal("0.100000001")))
            .getDistinctCount(),
        is(2));
    assertThat(profile(Type.FLOAT64, List.of(0.0, -0.0)).getOnlyValue(), is("0.0"));
  }

  @Example
  void whatIsBeyondADoubleIsAbsent() {
    ColumnProfile vast = profile(Type.FLOAT64, List.of(Double.MAX_VALUE, -Double.MAX_VALUE));
    assertThat(vast.getMean(), is(0.0));
    assertThat(vast.getSd(), is(nullValue()));
    ColumnProfile endless = profile(Type.FLOAT64, List.of(1.0, Double.POSITIVE_INFINITY));
    assertThat(endless.getMean(), is(nullValue()));
    assertThat(endless.getMaxValue(), is(Double.POSITIVE_INFINITY));
    assertThat(profile(Type.FLOAT64, List.of(3.5)).getSd(), is(nullValue()));
  }
}
