package dev.tipoff.io.http;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.List;
import java.util.OptionalInt;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What came back for one request.
 *
 * @param head status and headers; absent if none came
 * @param bytes of the body as it was sent, what came of it
 * @param cause of a reply that is broken or late
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares replies, and a body is not copied.
record Reply(@Nullable ResponseInfo head, byte[] bytes, Ending ending, @Nullable Throwable cause) {
  /** How the body ended. */
  enum Ending {
    /** With its last byte. */
    WHOLE,
    /** By us, for its size. */
    CUT_OFF,
    /** By the connection's end, or it never began. */
    BROKEN,
    /** By us, for the time. */
    LATE
  }

  /** The headers that an answer keeps. */
  private static final ImmutableSet<String> KEPT =
      ImmutableSet.of(
          "content-encoding",
          "content-type",
          "date",
          "etag",
          "last-modified",
          "retry-after",
          "x-requests-last",
          "x-requests-remaining",
          "x-requests-used");

  OptionalInt status() {
    return head == null ? OptionalInt.empty() : OptionalInt.of(head.statusCode());
  }

  @Nullable String header(String name) {
    return head == null ? null : head.headers().firstValue(name).orElse(null);
  }

  /** The headers that are kept, by lower-case name. */
  ImmutableMap<String, String> keptHeaders(Redaction redaction) {
    ImmutableMap.Builder<String, String> kept = ImmutableMap.builder();
    for (String name : KEPT) {
      List<String> values = head == null ? List.of() : head.headers().allValues(name);
      if (!values.isEmpty()) {
        kept.put(name, redaction.text(String.join(", ", values)));
      }
    }
    return kept.buildOrThrow();
  }
}
