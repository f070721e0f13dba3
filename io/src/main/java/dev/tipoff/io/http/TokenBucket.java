package dev.tipoff.io.http;

import com.google.common.base.Ticker;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Turns, so many a second in the long run and so many at once after a pause: in any time {@code t}
 * there are at most {@code burst + t * rate}.
 */
final class TokenBucket {
  private final long interval;
  private final long depth;
  private final Ticker ticker;

  /** When the bucket would be full, were no more taken: the later, the fewer tokens it has. */
  @GuardedBy("this")
  private long fullAt;

  TokenBucket(double perSecond, int burst, Ticker ticker) {
    this.interval = Math.max(1, (long) Math.ceil(TimeUnit.SECONDS.toNanos(1) / perSecond));
    this.depth = interval * burst;
    this.ticker = ticker;
    this.fullAt = ticker.read();
  }

  /**
   * Takes a turn, of the future if there is none now.
   *
   * @return how long to wait for it; empty if that is longer than the limit, and none is taken
   */
  synchronized Optional<Duration> take(Duration limit) {
    long now = ticker.read();
    long next = Math.max(now, fullAt) + interval;
    Duration wait = Duration.ofNanos(Math.max(0, next - now - depth));
    if (wait.compareTo(limit) > 0) {
      return Optional.empty();
    }
    fullAt = next;
    return Optional.of(wait);
  }
}
