package dev.tipoff.transforms.systems;

import java.util.Locale;

/** What a system is allowed to know of the line. */
public enum SystemKind {
  /** Never sees the line. */
  BLIND,
  /** May use the line as an input. */
  MARKET_AWARE,
  /** A point forecast to compare with. */
  BASELINE,
  /** The market's own line. */
  MARKET;

  /** The kind's name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
