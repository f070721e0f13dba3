package dev.tipoff.io.odds;

/** Says what makes a body unusable and where. */
final class BadBodyException extends Exception {
  BadBodyException(String message) {
    super(message);
  }
}
