package dev.tipoff.transforms.travel;

import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where games are played.
 *
 * @param latitude degrees north
 * @param longitude degrees east, negative in America
 */
public record Arena(String city, double latitude, double longitude, ZoneId zone)
    implements Serializable {
  private static final double EARTH_RADIUS_MILES = 3_958.8;
  private static final int SECONDS_OF_HOUR = 3_600;

  /** Miles along the great circle, by the haversine formula. */
  public double milesTo(Arena other) {
    double south = Math.toRadians(latitude);
    double north = Math.toRadians(other.latitude);
    double haversine =
        square(Math.sin((north - south) / 2))
            + Math.cos(south)
                * Math.cos(north)
                * square(Math.sin(Math.toRadians(other.longitude - longitude) / 2));
    return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }

  /** Hours that clocks there are ahead of those here on a day; negative to the west. */
  public int hoursAhead(Arena other, GameDay day) {
    return (other.offset(day).getTotalSeconds() - offset(day).getTotalSeconds()) / SECONDS_OF_HOUR;
  }

  private ZoneOffset offset(GameDay day) {
    return day.date().atTime(LocalTime.NOON).atZone(zone).getOffset();
  }

  private static double square(double value) {
    return value * value;
  }
}
