package dev.tipoff.io.http;

import java.time.Duration;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of every request that goes out. Any number of threads may tell it at once. */
public interface CallLog {
  /**
   * A request is about to go out.
   *
   * @param attempt the request's number in its call, from one
   */
  void started(HttpCall call, int attempt);

  /**
   * A request has ended: its last byte came, or it was given up.
   *
   * @param status of the response; empty if there was none
   * @param took from sending to the end
   */
  void ended(HttpCall call, int attempt, OptionalInt status, Duration took);

  /** One that logs at debug and does nothing else. */
  static CallLog debug() {
    Logger log = LoggerFactory.getLogger(CallLog.class);
    return new CallLog() {
      @Override
      public void started(HttpCall call, int attempt) {
        log.debug("{}, attempt {}", call, attempt);
      }

      @Override
      public void ended(HttpCall call, int attempt, OptionalInt status, Duration took) {
        log.debug("{}, attempt {}: {} in {} ns", call, attempt, status, took.toNanos());
      }
    };
  }
}
