package dev.tipoff.io.site;

import java.io.IOException;

/**
 * A site cannot be reached. The message says what was to be done with which file of it, and why.
 */
public final class SiteException extends IOException {
  private static final long serialVersionUID = 1L;

  SiteException(String message, IOException cause) {
    super(message, cause);
  }
}
