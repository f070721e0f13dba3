package dev.tipoff.transforms.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.Assert.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Test;

public class GameDayTest {
  private static Duration length(String day) {
    return new Duration(
        GameDay.parse(day).firstInstant(), GameDay.parse(day).lastInstant().plus(1));
  }

  @Test
  public void aLateTipBelongsToTheDayInNewYork() {
    assertThat(
        GameDay.ofTip(Instant.parse("2031-01-11T03:30:00Z")), is(GameDay.parse("2031-01-10")));
    assertThat(
        GameDay.ofTip(Instant.parse("2031-01-11T04:59:59.999Z")), is(GameDay.parse("2031-01-10")));
    assertThat(
        GameDay.ofTip(Instant.parse("2031-01-11T05:00:00Z")), is(GameDay.parse("2031-01-11")));
    assertThat(
        GameDay.ofTip(Instant.parse("2024-03-11T04:00:00Z")), is(GameDay.parse("2024-03-11")));
    assertThat(
        GameDay.ofTip(Instant.parse("2024-11-04T04:59:00Z")), is(GameDay.parse("2024-11-03")));
  }

  @Test
  public void aDayHas23Or25HoursWhenTheClocksChange() {
    assertThat(length("2024-03-09"), is(Duration.standardHours(24)));
    assertThat(length("2024-03-10"), is(Duration.standardHours(23)));
    assertThat(length("2024-11-03"), is(Duration.standardHours(25)));
  }

  @Test
  public void whatIsNoDateIsNamed() {
    for (String text : new String[] {"", "10.01.2025", "2025-1-10", "2025-02-29", "20250110"}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> GameDay.parse(text));
      assertThat(e.getMessage(), containsString("'" + text + "' is not a date like 2025-01-10"));
    }
  }

  @Test
  public void daysAreOrdered() {
    GameDay day = GameDay.parse("2030-12-31");
    assertThat(day.plusDays(1), is(GameDay.parse("2031-01-01")));
    assertThat(day.isBefore(day.plusDays(1)), is(true));
    assertThat(day.isBefore(day), is(false));
    assertThat(day.isAfter(day.plusDays(-1)), is(true));
    assertThat(day.isAfter(day), is(false));
    assertThat(day, is(lessThan(day.plusDays(1))));
    assertThat(day, is(comparesEqualTo(GameDay.ofEpochDay(day.getEpochDay()))));
  }

  @Property(tries = 300)
  void textAndEpochDaysSayTheSame(@ForAll @LongRange(min = 0, max = 40_000) long epochDay) {
    GameDay day = GameDay.ofEpochDay(epochDay);
    assertThat(GameDay.parse(day.toString()), is(day));
    assertThat(GameDay.of(day.date()), is(day));
    assertThat(day.lastInstant().plus(1), is(day.plusDays(1).firstInstant()));
  }
}
