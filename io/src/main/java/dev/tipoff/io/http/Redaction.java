package dev.tipoff.io.http;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.secrets.Secret;
import dev.tipoff.io.secrets.SecretReference;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Takes a call's secret out of all that the call brings back: sources repeat keys in error bodies
 * and in links to the next page, and these are kept.
 */
final class Redaction {
  private static final Redaction NONE = new Redaction(ImmutableSet.of());

  /** A shorter value would be found by chance in bodies that do not have it. */
  private static final int SHORTEST_IN_BODY = 8;

  private static final CharMatcher VISIBLE = CharMatcher.inRange('!', '~');

  /** As it is, and as a query has it. */
  private final ImmutableSet<String> values;

  private Redaction(ImmutableSet<String> values) {
    this.values = values;
  }

  /** For a call without a secret. */
  static Redaction none() {
    return NONE;
  }

  /**
   * For a call with a secret.
   *
   * @throws IllegalArgumentException if the value cannot stand in a request; the message does not
   *     repeat it
   */
  static Redaction of(SecretReference reference, Secret secret) {
    String value = secret.reveal();
    if (!VISIBLE.matchesAllOf(value)) {
      throw new IllegalArgumentException(
          "the value of " + reference + " has characters that a request cannot carry");
    }
    return new Redaction(ImmutableSet.of(value, HttpCall.escaped(value)));
  }

  /** Whether the text has the secret in it. */
  boolean isNeeded(@Nullable String text) {
    return text != null && values.stream().anyMatch(text::contains);
  }

  /** The text with {@code ***} for the secret. */
  String text(String text) {
    String safe = text;
    for (String value : values) {
      safe = safe.replace(value, Secret.MASK);
    }
    return safe;
  }

  /** The body with {@code ***} for the secret; itself if it has none. */
  byte[] body(byte[] body) {
    if (values.stream().anyMatch(value -> value.length() < SHORTEST_IN_BODY)) {
      return body;
    }
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return isNeeded(text) ? text(text).getBytes(StandardCharsets.ISO_8859_1) : body;
  }
}
