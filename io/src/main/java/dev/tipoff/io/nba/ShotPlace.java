package dev.tipoff.io.nba;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.feed.ShotZone;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where a shot of the play-by-play was taken from. The zone is the area that the source names. If
 * it names none that fits the shot's points, the zone is measured on the court; without a place on
 * the court it is told by the distance.
 *
 * @param distance feet from the basket; absent where the source does not say
 * @param x percent of the court's length; absent where the source does not say
 * @param y percent of the court's width; absent where the source does not say
 */
record ShotPlace(ShotZone zone, @Nullable Double distance, @Nullable Double x, @Nullable Double y) {
  private static final ImmutableMap<String, ShotZone> AREAS =
      ImmutableMap.of(
          "Restricted Area", ShotZone.RESTRICTED_AREA,
          "In The Paint (Non-RA)", ShotZone.PAINT,
          "Mid-Range", ShotZone.MID_RANGE,
          "Left Corner 3", ShotZone.CORNER_THREE,
          "Right Corner 3", ShotZone.CORNER_THREE,
          "Above the Break 3", ShotZone.ABOVE_BREAK_THREE,
          "Backcourt", ShotZone.BACKCOURT);

  // The court in feet.
  private static final double LENGTH = 94;
  private static final double WIDTH = 50;
  private static final double BASKET = 5.25;
  private static final double RESTRICTED = 4;
  private static final double LANE_LENGTH = 19;
  private static final double LANE_SIDE = 8;
  private static final double CORNER = 14;

  /** From a distance alone: about where the lane ends on the way out. */
  private static final double LANE_DEPTH = 8;

  static ShotPlace read(BodyNode action, boolean three, ParsedRows rows) throws BadBodyException {
    Double distance = action.numberOrNone("shotDistance");
    Double x = action.numberOrNone("x");
    Double y = action.numberOrNone("y");
    ShotZone named = named(action, three, rows);
    if (named != null) {
      return new ShotPlace(named, distance, x, y);
    }
    if (x != null && y != null) {
      return new ShotPlace(measured(x, y, distance, three), distance, x, y);
    }
    if (distance == null) {
      throw new BadBodyException("at " + action.path() + ": nothing says where the shot is from");
    }
    return new ShotPlace(told(action, distance, three), distance, x, y);
  }

  private static @Nullable ShotZone named(BodyNode action, boolean three, ParsedRows rows)
      throws BadBodyException {
    String area = action.textOrNone("area");
    if (area == null) {
      return null;
    }
    ShotZone zone = AREAS.get(area);
    if (zone == null) {
      rows.drift("/game/actions/[]/area", "an area that nobody knows");
      return null;
    }
    return isOfThrees(zone) == three || zone == ShotZone.BACKCOURT ? zone : null;
  }

  private static boolean isOfThrees(ShotZone zone) {
    return zone == ShotZone.CORNER_THREE || zone == ShotZone.ABOVE_BREAK_THREE;
  }

  /** By the basket that agrees best with the distance; without one, the nearer basket. */
  private static ShotZone measured(double x, double y, @Nullable Double distance, boolean three) {
    double along = x * LENGTH / 100;
    double aside = Math.abs(y - 50) * WIDTH / 100;
    double left = Math.hypot(along - BASKET, aside);
    double right = Math.hypot(LENGTH - along - BASKET, aside);
    boolean isLeft =
        distance == null ? left <= right : Math.abs(left - distance) <= Math.abs(right - distance);
    double depth = isLeft ? along : LENGTH - along;
    if (three) {
      if (depth > LENGTH / 2) {
        return ShotZone.BACKCOURT;
      }
      return depth <= CORNER ? ShotZone.CORNER_THREE : ShotZone.ABOVE_BREAK_THREE;
    }
    if ((isLeft ? left : right) <= RESTRICTED) {
      return ShotZone.RESTRICTED_AREA;
    }
    return depth <= LANE_LENGTH && aside <= LANE_SIDE ? ShotZone.PAINT : ShotZone.MID_RANGE;
  }

  private static ShotZone told(BodyNode action, double distance, boolean three)
      throws BadBodyException {
    if (!three) {
      if (distance <= RESTRICTED) {
        return ShotZone.RESTRICTED_AREA;
      }
      return distance <= LANE_DEPTH ? ShotZone.PAINT : ShotZone.MID_RANGE;
    }
    if (distance > LENGTH / 2 - BASKET) {
      return ShotZone.BACKCOURT;
    }
    String detail = action.textOrNone("areaDetail");
    boolean corner = detail != null && (detail.endsWith(" Left") || detail.endsWith(" Right"));
    return corner ? ShotZone.CORNER_THREE : ShotZone.ABOVE_BREAK_THREE;
  }
}
