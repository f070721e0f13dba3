package dev.tipoff.io.http;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.secrets.Secret;
import dev.tipoff.io.secrets.SecretReference;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Takes a call's secret out of all that the call brings back: sources repeat keys in error bodies
 * and in links to the next page, and these are kept. It knows a secret in all its {@link
 * SecretForms}.
 */
public final class Redaction {
  private static final Redaction NONE = new Redaction(ImmutableSet.of());

  /** A shorter value would be found by chance in bodies that do not have it. */
  private static final int SHORTEST = 8;

  /** The shortest start of a secret that is taken for one at the end of a body that was cut. */
  private static final int SHORTEST_START = 4;

  private static final CharMatcher VISIBLE = CharMatcher.inRange('!', '~');
  private static final Splitter PARTS = Splitter.on(CharMatcher.anyOf(":/@?&=#."));

  /** One character for each byte, the longest first. */
  private final ImmutableSet<String> forms;

  private Redaction(Set<String> forms) {
    this.forms =
        ImmutableSet.copyOf(
            forms.stream().sorted(Comparator.comparing(String::length).reversed()).toList());
  }

  /** For a call without a secret. */
  static Redaction none() {
    return NONE;
  }

  /**
   * For a call with a secret.
   *
   * @throws IllegalArgumentException if the value cannot stand in a request, or is too short to be
   *     told from other text; the message does not repeat it
   */
  public static Redaction of(SecretReference reference, Secret secret) {
    return new Redaction(SecretForms.of(checked(reference, secret)));
  }

  /**
   * For an address that is a secret, such as a webhook's: takes out each part of it too, since any
   * of them may come back alone.
   *
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static Redaction ofAddress(SecretReference reference, Secret secret) {
    String value = checked(reference, secret);
    Set<String> forms = new LinkedHashSet<>(SecretForms.of(value));
    for (String part : PARTS.split(value)) {
      if (part.length() >= SHORTEST) {
        forms.addAll(SecretForms.of(part));
      }
    }
    return new Redaction(forms);
  }

  private static String checked(SecretReference reference, Secret secret) {
    String value = secret.reveal();
    if (!VISIBLE.matchesAllOf(value)) {
      throw new IllegalArgumentException(
          "the value of " + reference + " has characters that a request cannot carry");
    }
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "the value of " + reference + " is shorter than " + SHORTEST + " characters");
    }
    return value;
  }

  /** Whether the text has the secret in it. */
  boolean isNeeded(@Nullable String text) {
    return text != null && forms.stream().anyMatch(text::contains);
  }

  /** Whether there is nothing to take out. */
  boolean isNone() {
    return forms.isEmpty();
  }

  /** The text with {@code ***} for the secret. */
  public String text(String text) {
    String safe = text;
    for (String form : forms) {
      safe = safe.replace(form, Secret.MASK);
    }
    return safe;
  }

  /**
   * The body with {@code ***} for the secret; itself if it has none.
   *
   * @param whole false for the start of a body, which may end within the secret
   */
  byte[] body(byte[] body, boolean whole) {
    String text = bytes(body);
    String safe = isNeeded(text) ? text(text) : text;
    if (!whole) {
      safe = withoutStartAtEnd(safe);
    }
    return safe.equals(text) ? body : safe.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String withoutStartAtEnd(String text) {
    for (String form : forms) {
      for (int length = form.length() - 1; length >= SHORTEST_START; length--) {
        if (text.endsWith(form.substring(0, length))) {
          return text.substring(0, text.length() - length) + Secret.MASK;
        }
      }
    }
    return text;
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
