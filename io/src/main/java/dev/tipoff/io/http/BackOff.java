package dev.tipoff.io.http;

import com.google.common.collect.Comparators;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: anything from nothing to a bound that doubles with each
 * attempt ("full jitter"), so that callers who failed together do not come back together.
 *
 * @param base the bound after the first attempt
 * @param max the bound that is never passed
 */
record BackOff(Duration base, Duration max, RandomGenerator random) {
  private static final int MAX_DOUBLINGS = 20;

  /** The pause after an attempt that failed; attempts are counted from one. */
  Duration after(int attempt) {
    Duration doubled = base.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
    return Duration.ofNanos(random.nextLong(Comparators.min(doubled, max).toNanos() + 1));
  }
}
