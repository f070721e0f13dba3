package dev.tipoff.transforms.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.Test;

public class SlateRangeTest {
  private static GameDay day(String text) {
    return GameDay.parse(text);
  }

  private static SlateRange range(String from, String to) {
    return SlateRange.of(day(from), day(to));
  }

  @Test
  public void bothEndsBelongToIt() {
    SlateRange range = range("2030-12-30", "2031-01-01");
    assertThat(range.days(), contains(day("2030-12-30"), day("2030-12-31"), day("2031-01-01")));
    assertThat(range.contains(day("2030-12-30")), is(true));
    assertThat(range.contains(day("2031-01-01")), is(true));
    assertThat(range.contains(day("2030-12-29")), is(false));
    assertThat(range.contains(day("2031-01-02")), is(false));
  }

  @Test
  public void oneDayIsARange() {
    SlateRange one = SlateRange.of(day("2031-01-10"));
    assertThat(one.days(), contains(day("2031-01-10")));
    assertThat(one.toString(), is("2031-01-10"));
    assertThat(range("2031-01-10", "2031-01-12").toString(), is("2031-01-10 to 2031-01-12"));
  }

  @Test
  public void aRangeThatEndsBeforeItBeginsIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> range("2031-01-10", "2031-01-09"));
    assertThat(
        e.getMessage(),
        containsString("the range ends on 2031-01-09, before it begins on 2031-01-10"));
  }

  @Test
  public void theHistoryBeginsWithTheFirstSeasonAndEndsBeforeTheLastSlate() {
    assertThat(range("2031-01-10", "2031-01-20").history(), is(range("2030-10-01", "2031-01-19")));
    assertThat(range("2029-03-01", "2031-01-20").history(), is(range("2028-10-01", "2031-01-19")));
    assertThat(SlateRange.of(day("2020-12-25")).history(), is(range("2020-12-01", "2020-12-24")));
    // The first day of a season has no history; a range cannot be empty.
    assertThat(SlateRange.of(day("2030-10-01")).history(), is(SlateRange.of(day("2030-10-01"))));
  }

  @Test
  public void whatIsKnownAfterwardsBeginsWithTheFirstSeasonAndHoldsTheLastSlate() {
    assertThat(
        range("2031-01-10", "2031-01-20").sinceSeasonStart(),
        is(range("2030-10-01", "2031-01-20")));
    assertThat(
        SlateRange.of(day("2020-12-25")).sinceSeasonStart(), is(range("2020-12-01", "2020-12-25")));
  }

  @Property(tries = 200)
  void theDaysAreThoseContained(
      @ForAll @IntRange(max = 20_000) int from, @ForAll @IntRange(max = 400) int length) {
    SlateRange range = SlateRange.of(GameDay.ofEpochDay(from), GameDay.ofEpochDay(from + length));
    assertThat(range.days().size(), is(length + 1));
    assertThat(range.days().stream().allMatch(range::contains), is(true));
  }

  @Test
  public void aRangeIsCutWhereASeasonEnds() {
    assertThat(
        SlateRange.of(GameDay.parse("2019-10-22"), GameDay.parse("2021-11-03")).bySeason(),
        is(
            List.of(
                SlateRange.of(GameDay.parse("2019-10-22"), GameDay.parse("2020-11-30")),
                SlateRange.of(GameDay.parse("2020-12-01"), GameDay.parse("2021-09-30")),
                SlateRange.of(GameDay.parse("2021-10-01"), GameDay.parse("2021-11-03")))));
  }

  @Test
  public void aRangeOfOneSeasonStaysWhole() {
    SlateRange month = SlateRange.of(GameDay.parse("2025-01-01"), GameDay.parse("2025-01-31"));
    assertThat(month.bySeason(), is(List.of(month)));
  }
}
