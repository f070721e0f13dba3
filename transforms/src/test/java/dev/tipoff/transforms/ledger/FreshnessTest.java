package dev.tipoff.transforms.ledger;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import org.joda.time.Instant;
import org.junit.Test;

public class FreshnessTest {
  private static final Instant SUCCESS = Instant.parse("2031-01-10T12:00:00Z");
  private static final Duration CADENCE = Duration.ofHours(2);

  private static Freshness after(long millis, SourceStatus status) {
    return Freshness.of(status, CADENCE, SUCCESS.plus(millis));
  }

  @Test
  public void aSourceThatWasNotAskedIsNeitherFreshNorStale() {
    assertThat(after(0, null), is(Freshness.NEVER));
  }

  @Test
  public void aSuccessIsStaleOnceItIsOlderThanTheCadence() {
    SourceStatus status = SourceStatus.create("bp_events", 1, SUCCESS, SUCCESS);
    assertThat(after(CADENCE.toMillis(), status), is(Freshness.FRESH));
    assertThat(after(CADENCE.toMillis() + 1, status), is(Freshness.STALE));
  }

  @Test
  public void aSourceFailsIfItsLastScrapeDidHoweverRecentItsLastSuccess() {
    assertThat(
        after(2, SourceStatus.create("bp_events", 2, SUCCESS.plus(1), SUCCESS)),
        is(Freshness.FAILING));
    assertThat(after(2, SourceStatus.create("bp_events", 1, SUCCESS, null)), is(Freshness.FAILING));
  }
}
