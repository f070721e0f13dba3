package dev.tipoff.transforms.profile;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

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
import net.jqwik.api.constraints.WithNull;

public class ColumnCellsTest {
  private static ColumnProfile profile(List<?> cells) {
    return profile(cells(cells));
  }

  private static ColumnProfile profile(ColumnCells cells) {
    return cells
        .profile()
        .setGameDate(DAY)
        .setSeason("2030-31")
        .setTableName("nba_some.table")
        .setColumnName("figure")
        .build();
  }

  private static ColumnCells cells(List<?> cells) {
    ColumnCells column = new ColumnCells();
    cells.forEach(column::add);
    return column;
  }

  @Property(tries = 200)
  void partsAddUpToTheWhole(
      @ForAll @NotEmpty List<@WithNull @IntRange(min = -3, max = 3) Integer> some,
      @ForAll List<@WithNull @IntRange(min = -3, max = 3) Integer> others) {
    ColumnCells parts = cells(some);
    parts.trim();
    parts.addAll(cells(others));
    List<Integer> all = new ArrayList<>(some);
    all.addAll(others);
    assertThat(profile(parts), is(profile(all)));
  }

  @Property(tries = 200)
  void theOrderOfRowsChangesNotOneBit(
      @ForAll @NotEmpty List<@DoubleRange(min = -1e9, max = 1e9) Double> cells, @ForAll long seed) {
    List<Double> shuffled = new ArrayList<>(cells);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(profile(shuffled), is(profile(cells)));
  }

  @Property(tries = 200)
  void theMeanLiesAmongTheNumbers(
      @ForAll @NotEmpty List<@DoubleRange(min = -1e9, max = 1e9) Double> cells) {
    ColumnProfile profile = profile(cells);
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
    ColumnProfile profile = profile(Collections.nCopies(rows, number));
    assertThat(profile.getMean(), is(number + 0.0));
    assertThat(profile.getSd(), is(0.0));
    assertThat(profile.getDistinctCount(), is(1));
    assertThat(Double.parseDouble(profile.getOnlyValue()), is(number + 0.0));
  }

  @Property(tries = 200)
  void rowsAreThoseWithAValueAndThoseWithout(
      @ForAll @NotEmpty List<@IntRange(min = 0, max = 5) Integer> cells) {
    List<Long> longs = cells.stream().map(cell -> cell == 0 ? null : Long.valueOf(cell)).toList();
    ColumnProfile profile = profile(longs);
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
    ColumnProfile profile = profile(Arrays.asList(7.0, null, 2.0, 4.0, 4.0, 5.0));
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
    assertThat(profile(Arrays.asList("", null, "a")).getNullCount(), is(2));
    assertThat(profile(List.of(Double.NaN, 1.0)).getNullCount(), is(1));
    assertThat(profile(List.of(List.of(), List.of("a"))).getNullCount(), is(1));
    ColumnProfile nothing = profile(Arrays.asList(null, null));
    assertThat(nothing.getNullShare(), is(1.0));
    assertThat(nothing.getDistinctCount(), is(0));
    assertThat(nothing.getOnlyValue(), is(nullValue()));
    assertThat(nothing.getMean(), is(nullValue()));
    assertThat(nothing.getMinValue(), is(nullValue()));
  }

  @Example
  void flagsAreNumbersAndTextsAreNone() {
    ColumnProfile flags = profile(List.of(true, false, true, true));
    assertThat(flags.getMean(), is(0.75));
    assertThat(flags.getDistinctCount(), is(2));
    assertThat(profile(List.of(true)).getOnlyValue(), is("1"));
    ColumnProfile texts = profile(List.of("b", "a", "b"));
    assertThat(texts.getDistinctCount(), is(2));
    assertThat(texts.getMinValue(), is(nullValue()));
    assertThat(texts.getMean(), is(nullValue()));
    assertThat(texts.getSd(), is(nullValue()));
  }

  @Example
  void theOnlyNumberIsWrittenAsPeopleDo() {
    assertThat(profile(List.of(0.0, -0.0)).getOnlyValue(), is("0"));
    assertThat(profile(List.of(-7L, -7.0)).getOnlyValue(), is("-7"));
    assertThat(profile(List.of(new BigDecimal("0.125"))).getOnlyValue(), is("0.125"));
    assertThat(profile(List.of(1e300)).getOnlyValue(), is("1.0E300"));
  }

  @Example
  void whatIsBeyondADoubleIsAbsent() {
    ColumnProfile vast = profile(List.of(Double.MAX_VALUE, -Double.MAX_VALUE));
    assertThat(vast.getMean(), is(0.0));
    assertThat(vast.getSd(), is(nullValue()));
    ColumnProfile endless = profile(List.of(1.0, Double.POSITIVE_INFINITY));
    assertThat(endless.getMean(), is(nullValue()));
    assertThat(endless.getMaxValue(), is(Double.POSITIVE_INFINITY));
    assertThat(profile(List.of(3.5)).getSd(), is(nullValue()));
  }
}
