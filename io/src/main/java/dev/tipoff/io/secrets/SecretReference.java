package dev.tipoff.io.secrets;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The name of a secret, never its value: {@code secret:ODDS_API_KEY}, or {@code
 * secret:ODDS_API_KEY@7} for one version of it. It may be printed, stored and stand in options and
 * templates.
 *
 * @param version {@value #LATEST} or a number. Only Secret Manager has several versions; other
 *     places give the one that they have
 */
public record SecretReference(String name, String version) implements Serializable {
  /** The version that is in force when the secret is fetched. */
  public static final String LATEST = "latest";

  private static final String SCHEME = "secret:";
  private static final char PIN = '@';

  /** What Secret Manager takes as a name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,254}");

  private static final Pattern VERSION = Pattern.compile(LATEST + "|[1-9][0-9]{0,8}");

  public SecretReference {
    if (!NAME.matcher(name).matches()) {
      // What does not look like a name may be a value that somebody put in its place.
      throw new IllegalArgumentException(
          "a secret's name has letters, digits, - and _ and begins with a letter; this one, of "
              + name.length()
              + " characters, does not");
    }
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException(
          "what follows "
              + PIN
              + " in a reference to a secret is the number of a version, or "
              + LATEST);
    }
  }

  /** The latest version of a secret. */
  public SecretReference(String name) {
    this(name, LATEST);
  }

  /**
   * Reads {@code secret:NAME} or {@code secret:NAME@VERSION}.
   *
   * @throws IllegalArgumentException if the text is no reference; the message does not repeat it
   */
  public static SecretReference parse(String text) {
    if (!text.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "a secret is given by reference, such as secret:ODDS_API_KEY, and never by its value");
    }
    String name = text.substring(SCHEME.length());
    int pin = name.indexOf(PIN);
    return pin < 0
        ? new SecretReference(name)
        : new SecretReference(name.substring(0, pin), name.substring(pin + 1));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return SCHEME + name + (version.equals(LATEST) ? "" : PIN + version);
  }
}
