package dev.tipoff.transforms.features;

import java.util.function.ToIntFunction;

/** A part of the court that shots are counted by; heaves from behind half court are in none. */
public enum Zone {
  /** The lane, the restricted area among it. */
  PAINT(ZoneShots::getPaintAttempts, ZoneShots::getPaintMakes),
  /** Two points from outside the lane. */
  MID_RANGE(ZoneShots::getMidRangeAttempts, ZoneShots::getMidRangeMakes),
  /** Three points from the front court. */
  THREE(ZoneShots::getThreeAttempts, ZoneShots::getThreeMakes);

  private final ToIntFunction<ZoneShots> attempts;
  private final ToIntFunction<ZoneShots> makes;

  Zone(ToIntFunction<ZoneShots> attempts, ToIntFunction<ZoneShots> makes) {
    this.attempts = attempts;
    this.makes = makes;
  }

  int attempts(ZoneShots shots) {
    return attempts.applyAsInt(shots);
  }

  int makes(ZoneShots shots) {
    return makes.applyAsInt(shots);
  }
}
