package dev.tipoff.transforms.feed;

/** Where on the court a shot is taken from. */
public enum ShotZone {
  /** Within the arc under the basket. */
  RESTRICTED_AREA,
  /** In the lane, outside the restricted area. */
  PAINT,
  /** Any other two-point shot. */
  MID_RANGE,
  /** A three beside the straight part of the line. */
  CORNER_THREE,
  /** Any other three from the front court. */
  ABOVE_BREAK_THREE,
  /** From behind the half-court line. */
  BACKCOURT
}
