package dev.tipoff.transforms.failure;

/** How urgently a person has to know, the least urgent first. */
public enum Severity {
  /** Good to know: it is in the log. */
  INFO,
  /** Look at it within the day. */
  WARNING,
  /** Look at it now: what is published is wrong, late or missing. */
  CRITICAL;

  /** A degree more urgent, if there is one. */
  public Severity next() {
    return this == INFO ? WARNING : CRITICAL;
  }
}
