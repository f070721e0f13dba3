package dev.tipoff.io.archive;

/** Says why a file of the archive cannot be used. */
public final class BadEnvelopeException extends Exception {
  BadEnvelopeException(String message) {
    super(message);
  }
}
