package dev.tipoff.io.http;

import com.google.common.base.Stopwatch;
import com.google.common.collect.Comparators;
import java.time.Duration;

/** The time that a call has in all. Runs from its making. */
final class Budget {
  private final Duration total;
  private final Stopwatch running = Stopwatch.createStarted();

  Budget(Duration total) {
    this.total = total;
  }

  Duration spent() {
    return running.elapsed();
  }

  /** What is left, or nothing. */
  Duration left() {
    return Comparators.max(Duration.ZERO, total.minus(spent()));
  }

  /** What is left, but no more than that. */
  Duration atMost(Duration limit) {
    return Comparators.min(limit, left());
  }
}
