package dev.tipoff.io.http;

import com.google.common.base.Ticker;
import java.time.Duration;

/** Time that passes when a test says so. */
final class FakeTicker extends Ticker {
  private long nanos = Long.MAX_VALUE / 4;

  @Override
  public long read() {
    return nanos;
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }
}
