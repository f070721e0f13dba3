package dev.tipoff.transforms.availability;

import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What somebody goes by for who of a team is out. */
public enum AvailabilityBasis {
  /** Nothing. */
  UNKNOWN,
  /** A report that was published before the game. */
  REPORT,
  /** What stands in for a report that nobody kept, inferred from comments after the game. */
  STAND_IN,
  /** Who turned out not to play. */
  HINDSIGHT;

  /** Its name in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The basis of one who has the report of a source.
   *
   * @param source as {@link TeamReport} names it; absent without a report
   */
  public static AvailabilityBasis of(@Nullable String source) {
    if (source == null) {
      return UNKNOWN;
    }
    return switch (source) {
      case HindsightAvailability.SOURCE -> HINDSIGHT;
      case InjuryStandIn.SOURCE -> STAND_IN;
      default -> REPORT;
    };
  }
}
