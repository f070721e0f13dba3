package dev.tipoff.pipelines.launch;

import dev.tipoff.pipelines.options.AsOfOptions;
import org.joda.time.Instant;

/** The as-of time of a command line. */
public final class AsOf {
  private AsOf() {}

  /** The time that the options give, or now. */
  public static Instant of(AsOfOptions options) {
    String text = options.getAsOf();
    return text == null ? Instant.now() : parse(text);
  }

  /**
   * @throws IllegalArgumentException if the text is no time with its zone
   */
  public static Instant parse(String text) {
    try {
      return Instant.ofEpochMilli(java.time.OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(
          "--asOf=" + text + " is no time with its zone, such as 2025-01-10T22:00:00Z", e);
    }
  }
}
