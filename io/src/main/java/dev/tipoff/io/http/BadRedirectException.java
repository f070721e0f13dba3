package dev.tipoff.io.http;

/** Says why a redirect is not followed. */
final class BadRedirectException extends Exception {
  private static final long serialVersionUID = 1L;

  BadRedirectException(String message) {
    super(message);
  }
}
