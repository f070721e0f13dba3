package dev.tipoff.pipelines;

import java.util.Locale;

/** What a backtest knows of who is out before a game; its results are labelled with it. */
public enum AvailabilityMode {
  /** Nothing. */
  UNKNOWN,
  /** The reports of the time, and where nobody kept one what stands in for it. */
  REPORT,
  /** Who turned out not to play: the most that a report could tell. */
  HINDSIGHT;

  /** How options and files name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode of an id.
   *
   * @throws IllegalArgumentException if no mode is called so
   */
  public static AvailabilityMode parse(String text) {
    return Choice.of("availability", text, AvailabilityMode.class);
  }
}
