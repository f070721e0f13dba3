package dev.tipoff.pipelines.launch;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import org.joda.time.Instant;
import org.junit.Test;

public class SlatesTest {
  /**
   * Half past eleven in the evening of the 14th in New York, where it is the 15th already in UTC.
   */
  private static final Instant LATE = Instant.parse("2026-01-15T04:30:00Z");

  private static SlateOptions options(String... args) {
    return Launcher.options(args, SlateOptions.class);
  }

  private static String refusal(SlateOptions options) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Slates.of(options)).getMessage());
  }

  @Test
  public void aNameIsADayInNewYork() {
    assertThat(Slates.day("today", LATE), is(GameDay.parse("2026-01-14")));
    assertThat(Slates.day("yesterday", LATE), is(GameDay.parse("2026-01-13")));
    assertThat(Slates.day("tomorrow", LATE), is(GameDay.parse("2026-01-15")));
    assertThat(Slates.day("today", LATE.plus(1_800_000)), is(GameDay.parse("2026-01-15")));
    assertThat(Slates.day("2025-03-09", LATE), is(GameDay.parse("2025-03-09")));
  }

  @Test
  public void aRangeHasBothEnds() {
    assertThat(
        Slates.of(options("--from=2025-01-10", "--to=2025-01-12")),
        is(SlateRange.of(GameDay.parse("2025-01-10"), GameDay.parse("2025-01-12"))));
    assertThat(
        Slates.of(options("--date=2025-01-10")), is(SlateRange.of(GameDay.parse("2025-01-10"))));
  }

  @Test
  public void whatIsNoSlateIsRefused() {
    assertThat(refusal(options()), containsString("say which slates: --date="));
    assertThat(refusal(options("--from=2025-01-10")), containsString("say which slates"));
    assertThat(
        refusal(options("--date=2025-01-10", "--to=2025-01-12")),
        containsString("say which slates"));
    assertThat(refusal(options("--date=tonight")), containsString("tonight"));
    assertThat(refusal(options("--date=2025-02-29")), containsString("2025-02-29"));
    assertThat(
        refusal(options("--from=2025-01-12", "--to=2025-01-10")), containsString("2025-01-12"));
  }
}
