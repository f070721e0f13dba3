package dev.tipoff.io.http;

/** Says why a body's bytes are no text in the charset that they claim. */
public final class UndecodableTextException extends Exception {
  private static final long serialVersionUID = 1L;

  UndecodableTextException(String message) {
    super(message);
  }
}
