package dev.tipoff.io.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.Test;

/** {@link TokenBucket}. */
public class TokenBucketTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final FakeTicker ticker = new FakeTicker();

  private static Optional<Duration> millis(long millis) {
    return Optional.of(Duration.ofMillis(millis));
  }

  @Test
  public void afterABurstTurnsKeepTheirDistance() {
    TokenBucket bucket = new TokenBucket(10, 3, ticker);
    for (int i = 0; i < 3; i++) {
      assertThat(bucket.take(LONG), is(millis(0)));
    }
    assertThat(bucket.take(LONG), is(millis(100)));
    assertThat(bucket.take(LONG), is(millis(200)));
    ticker.pass(Duration.ofMillis(250));
    assertThat(bucket.take(LONG), is(millis(50)));
  }

  @Test
  public void aPauseFillsItNoFurtherThanItsDepth() {
    TokenBucket bucket = new TokenBucket(10, 2, ticker);
    ticker.pass(LONG);
    assertThat(bucket.take(LONG), is(millis(0)));
    assertThat(bucket.take(LONG), is(millis(0)));
    assertThat(bucket.take(LONG), is(millis(100)));
  }

  @Test
  public void whoWillNotWaitTakesNothing() {
    TokenBucket bucket = new TokenBucket(10, 1, ticker);
    assertThat(bucket.take(Duration.ZERO), is(millis(0)));
    assertThat(bucket.take(Duration.ofMillis(99)), is(Optional.empty()));
    assertThat(bucket.take(Duration.ofMillis(100)), is(millis(100)));
  }

  @Property
  void inAnyTimeThereAreNoMoreThanBurstAndRate(
      @ForAll @IntRange(min = 1, max = 10) int burst,
      @ForAll @IntRange(min = 1, max = 50) int rate,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 300) Integer> pauses) {
    TokenBucket bucket = new TokenBucket(rate, burst, ticker);
    List<Long> turns = new ArrayList<>();
    for (int pause : pauses) {
      ticker.pass(Duration.ofMillis(pause));
      turns.add(ticker.read() + bucket.take(LONG).orElseThrow().toNanos());
    }
    for (int first = 0; first < turns.size(); first++) {
      for (int last = first; last < turns.size(); last++) {
        double seconds = (turns.get(last) - turns.get(first)) / 1e9;
        assertThat(last - first + 1.0, is(lessThanOrEqualTo(burst + seconds * rate + 1e-6)));
      }
    }
  }
}
