package dev.tipoff.io.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

/** {@link RetryAfter}. */
public class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2031-01-10T22:00:00Z");

  private static Optional<Duration> parse(String text) {
    return RetryAfter.parse(text, NOW);
  }

  @Test
  public void seconds() {
    assertThat(parse("120"), is(Optional.of(Duration.ofMinutes(2))));
    assertThat(parse(" 0 "), is(Optional.of(Duration.ZERO)));
    assertThat(parse("9999999999"), is(Optional.of(Duration.ofSeconds(9_999_999_999L))));
  }

  @Test
  public void aDate() {
    assertThat(parse("Fri, 10 Jan 2031 22:01:30 GMT"), is(Optional.of(Duration.ofSeconds(90))));
    assertThat(
        "one that has passed",
        parse("Fri, 10 Jan 2031 21:00:00 GMT"),
        is(Optional.of(Duration.ZERO)));
  }

  @Test
  public void neither() {
    for (String text : new String[] {"", "soon", "-5", "1.5", "99999999999", "2031-01-10"}) {
      assertThat(text, parse(text), is(Optional.empty()));
    }
  }
}
