package dev.tipoff.io.secrets;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The name of a secret, never its value: {@code secret:ODDS_API_KEY}. It may be printed, stored and
 * stand in options and templates.
 */
public record SecretReference(String name) implements Serializable {
  private static final String SCHEME = "secret:";

  /** What Secret Manager takes as a name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,254}");

  public SecretReference {
    if (!NAME.matcher(name).matches()) {
      // What does not look like a name may be a value that somebody put in its place.
      throw new IllegalArgumentException(
          "a secret's name has letters, digits, - and _ and begins with a letter; this one, of "
              + name.length()
              + " characters, does not");
    }
  }

  /**
   * Reads {@code secret:NAME}.
   *
   * @throws IllegalArgumentException if the text is no reference; the message does not repeat it
   */
  public static SecretReference parse(String text) {
    if (!text.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "a secret is given by reference, such as secret:ODDS_API_KEY, and never by its value");
    }
    return new SecretReference(text.substring(SCHEME.length()));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return SCHEME + name;
  }
}
