package dev.tipoff.io.bigdataball;

import dev.tipoff.io.history.CsvRow;
import dev.tipoff.transforms.feed.ShotZone;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where a shot is taken: tenths of feet from the basket that is shot at, across the court and along
 * it into the court, and feet from a corner of the whole court.
 *
 * @param acrossFeet of 50; absent where the file does not say
 * @param alongFeet of 94; absent where the file does not say
 */
record CourtPlace(
    double across, double along, @Nullable Double acrossFeet, @Nullable Double alongFeet) {
  private static final double WIDTH = 50;
  private static final double LENGTH = 94;

  // The lines of an NBA court seen from the centre of the basket, which is 5.25 feet from the
  // baseline: an arc of 4 feet, a lane 16 feet wide and 19 long, the half-court line at 47 feet,
  // and the three-point line, whose straight parts, 22 feet away, meet its arc of 23.75.
  private static final double RESTRICTED = 40;
  private static final double LANE_HALF = 80;
  private static final double LANE_END = 137.5;
  private static final double STRAIGHT_END = 89.5;
  private static final double HALF_COURT = 417.5;

  /**
   * @throws IllegalArgumentException if the row does not say where, or says a place off the court
   */
  static CourtPlace read(CsvRow row) {
    return new CourtPlace(
        row.number("original_x", -260, 260),
        row.number("original_y", -60, 900),
        row.optionalNumber("converted_x", -1, WIDTH + 1),
        row.optionalNumber("converted_y", -1, LENGTH + 1));
  }

  /** The zone of a shot for two or three points. */
  ShotZone zone(int value) {
    if (value == 3) {
      if (along > HALF_COURT) {
        return ShotZone.BACKCOURT;
      }
      return along <= STRAIGHT_END ? ShotZone.CORNER_THREE : ShotZone.ABOVE_BREAK_THREE;
    }
    if (Math.hypot(across, along) <= RESTRICTED) {
      return ShotZone.RESTRICTED_AREA;
    }
    return Math.abs(across) <= LANE_HALF && along <= LANE_END ? ShotZone.PAINT : ShotZone.MID_RANGE;
  }

  /** Percent of the court's length. */
  @Nullable Double alongPercent() {
    return percent(alongFeet, LENGTH);
  }

  /** Percent of the court's width. */
  @Nullable Double acrossPercent() {
    return percent(acrossFeet, WIDTH);
  }

  private static @Nullable Double percent(@Nullable Double feet, double of) {
    return feet == null ? null : (Double) (feet / of * 100);
  }
}
