package dev.tipoff.transforms.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.Assert.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.Test;

public class SeasonTest {
  private static String label(String day) {
    return Season.of(GameDay.parse(day)).label();
  }

  @Test
  public void aSeasonBeginsInOctober() {
    assertThat(label("2023-09-30"), is("2022-23"));
    assertThat(label("2023-10-01"), is("2023-24"));
    assertThat(label("2023-12-31"), is("2023-24"));
    assertThat(label("2024-01-01"), is("2023-24"));
    assertThat(label("2024-06-17"), is("2023-24"));
  }

  @Test
  public void theSeasonOf2019EndedInOctober2020() {
    assertThat(label("2020-10-05"), is("2019-20"));
    assertThat(label("2020-10-11"), is("2019-20"));
    assertThat(label("2020-11-30"), is("2019-20"));
    assertThat(label("2020-12-01"), is("2020-21"));
    assertThat(label("2020-12-22"), is("2020-21"));
    assertThat(label("2021-07-20"), is("2020-21"));
  }

  @Test
  public void theLabelKeepsTwoDigits() {
    assertThat(Season.startingIn(1999).label(), is("1999-00"));
    assertThat(Season.startingIn(2008).toString(), is("2008-09"));
    assertThat(Season.startingIn(2008), is(lessThan(Season.startingIn(2009))));
  }

  @Property(tries = 200)
  void theFirstDayIsTheSeasonsAndTheDayBeforeIsNot(
      @ForAll @IntRange(min = 2000, max = 2040) int year) {
    Season season = Season.startingIn(year);
    assertThat(Season.of(season.firstDay()), is(season));
    assertThat(Season.of(season.firstDay().plusDays(-1)), is(Season.startingIn(year - 1)));
  }

  @Test
  public void seasonTypes() {
    assertThat(SeasonType.parse("regular"), is(SeasonType.REGULAR));
    assertThat(SeasonType.parse("cup_final"), is(SeasonType.CUP_FINAL));
    assertThat(SeasonType.parse("playin"), is(SeasonType.PLAYIN));
    assertThat(SeasonType.parse("playoffs"), is(SeasonType.PLAYOFFS));
    assertThat(SeasonType.REGULAR.evaluated(), is(true));
    assertThat(SeasonType.CUP_FINAL.evaluated(), is(true));
    assertThat(SeasonType.PLAYIN.evaluated(), is(false));
    assertThat(SeasonType.PLAYOFFS.evaluated(), is(false));
    for (String text : new String[] {"REGULAR", "preseason", ""}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> SeasonType.parse(text));
      assertThat(
          e.getMessage(),
          containsString(
              "'" + text + "' is not a season type (regular, cup_final, playin, playoffs)"));
    }
  }
}
