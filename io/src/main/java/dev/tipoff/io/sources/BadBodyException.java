package dev.tipoff.io.sources;

/** Says what makes a body, or an entry of one, unusable and where. */
public final class BadBodyException extends Exception {
  public BadBodyException(String message) {
    super(message);
  }
}
