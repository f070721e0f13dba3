package dev.tipoff.io.models;

/** A model that is missing, is not the one that was stored, or that this code cannot ask. */
public final class BadModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadModelException(String message) {
    super(message);
  }

  BadModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
