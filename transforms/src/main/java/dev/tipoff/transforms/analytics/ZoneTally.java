package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.ShotZone;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Shots by where they were taken from. A heave from behind half court is in no zone.
 *
 * @param paint from the lane, the restricted area among it
 * @param midRange any other for two points
 * @param three for three from the front court
 * @param assistedMakes from anywhere that went in off a pass
 */
record ZoneTally(Count paint, Count midRange, Count three, int assistedMakes) {
  private static final Set<ShotZone> PAINT = EnumSet.of(ShotZone.RESTRICTED_AREA, ShotZone.PAINT);
  private static final Set<ShotZone> MID_RANGE = EnumSet.of(ShotZone.MID_RANGE);
  private static final Set<ShotZone> THREE =
      EnumSet.of(ShotZone.CORNER_THREE, ShotZone.ABOVE_BREAK_THREE);

  /** How many shots, and how many of them went in. */
  record Count(int attempts, int makes) {}

  static ZoneTally of(Collection<FeedShot> shots) {
    int assisted = 0;
    for (FeedShot shot : shots) {
      assisted += shot.getMade() && shot.getAssistedBy() != null ? 1 : 0;
    }
    return new ZoneTally(
        count(shots, PAINT), count(shots, MID_RANGE), count(shots, THREE), assisted);
  }

  private static Count count(Collection<FeedShot> shots, Set<ShotZone> zones) {
    int attempts = 0;
    int makes = 0;
    for (FeedShot shot : shots) {
      if (zones.contains(shot.getZone())) {
        attempts++;
        makes += shot.getMade() ? 1 : 0;
      }
    }
    return new Count(attempts, makes);
  }
}
