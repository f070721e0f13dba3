package dev.tipoff.io.http;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one attempt at a call brought.
 *
 * @param fault of one that failed
 * @param isTransient whether another attempt may bring something else
 * @param pause until the next attempt; absent if there is to be none
 */
record Attempt(
    HttpAnswer.Outcome outcome,
    OptionalInt status,
    ImmutableMap<String, String> headers,
    HttpBody body,
    @Nullable HttpFault fault,
    boolean isTransient,
    @Nullable Duration pause) {

  /** One that brought a body, or the word that there is none. */
  static Attempt good(
      HttpAnswer.Outcome outcome, int status, ImmutableMap<String, String> headers, HttpBody body) {
    return new Attempt(outcome, OptionalInt.of(status), headers, body, null, false, null);
  }

  /** One that failed with what came back, if anything did. */
  static Attempt failed(
      OptionalInt status,
      ImmutableMap<String, String> headers,
      HttpBody body,
      HttpFault fault,
      boolean isTransient) {
    return new Attempt(
        HttpAnswer.Outcome.FAILED,
        status,
        headers,
        body.start(BodyReader.ERROR_LIMIT),
        fault,
        isTransient,
        null);
  }

  /** One for which nothing went out. */
  static Attempt refused(HttpFault fault) {
    return failed(OptionalInt.empty(), ImmutableMap.of(), HttpBody.EMPTY, fault, false);
  }

  /** The same, to be followed by another. */
  Attempt again(Duration in) {
    return new Attempt(outcome, status, headers, body, fault, isTransient, in);
  }

  /** The same, to be followed by none. */
  Attempt last() {
    return new Attempt(outcome, status, headers, body, fault, isTransient, null);
  }

  /** The same, with the time that the source gave for coming back. */
  Attempt until(Instant retryAt) {
    HttpFault dated = fault == null ? null : new HttpFault(fault.code(), fault.message(), retryAt);
    return new Attempt(outcome, status, headers, body, dated, isTransient, pause);
  }
}
