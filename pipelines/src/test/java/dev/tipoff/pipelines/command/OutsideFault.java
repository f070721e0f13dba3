package dev.tipoff.pipelines.command;

import java.util.Locale;

/** What can be wrong with the other side. */
enum OutsideFault {
  /** Nobody listens, or the file may not be opened. */
  REFUSED,
  /** It takes the connection, or holds the file, and says nothing. */
  HANG,
  /** It says a byte now and then, without end. */
  TRICKLE,
  /** It says in its own protocol that it is out of order. */
  ERROR,
  /** Its bytes are of no protocol of its own. */
  GARBAGE,
  /** A gateway on the way answers well, with a page of its own. */
  PAGE;

  /** Whether a file can be so. */
  boolean isOfFilesToo() {
    return this != TRICKLE && this != PAGE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
