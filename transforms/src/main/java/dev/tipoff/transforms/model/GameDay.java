package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.joda.time.DateTimeZone;
import org.joda.time.Instant;

/**
 * The date in America/New_York at a game's tip-off. All games of one day form a slate, and a slate
 * is a Beam window: see {@link #lastInstant()}.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GameDay implements Comparable<GameDay>, Serializable {
  /** The zone that NBA schedules are kept in. */
  public static final DateTimeZone ZONE = DateTimeZone.forID("America/New_York");

  /** Days since 1970-01-01. */
  public abstract long getEpochDay();

  @SchemaCreate
  public static GameDay ofEpochDay(long epochDay) {
    return new AutoValue_GameDay(epochDay);
  }

  public static GameDay of(LocalDate date) {
    return ofEpochDay(date.toEpochDay());
  }

  /** The slate that a game with this tip-off belongs to. */
  public static GameDay ofTip(Instant tip) {
    org.joda.time.LocalDate date = tip.toDateTime(ZONE).toLocalDate();
    return of(LocalDate.of(date.getYear(), date.getMonthOfYear(), date.getDayOfMonth()));
  }

  /**
   * Reads an ISO date such as {@code 2025-01-10}.
   *
   * @throws IllegalArgumentException if the text is not one
   */
  public static GameDay parse(String text) {
    try {
      return of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a date like 2025-01-10 (year-month-day)", e);
    }
  }

  public LocalDate date() {
    return LocalDate.ofEpochDay(getEpochDay());
  }

  public GameDay plusDays(long days) {
    return ofEpochDay(getEpochDay() + days);
  }

  public boolean isBefore(GameDay other) {
    return getEpochDay() < other.getEpochDay();
  }

  public boolean isAfter(GameDay other) {
    return getEpochDay() > other.getEpochDay();
  }

  /** The first instant of the day in New York. */
  public Instant firstInstant() {
    LocalDate date = date();
    return new org.joda.time.LocalDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
        .toDateTimeAtStartOfDay(ZONE)
        .toInstant();
  }

  /** The slate's last millisecond: the event time of every row of the slate. */
  public Instant lastInstant() {
    return plusDays(1).firstInstant().minus(1);
  }

  @Override
  public int compareTo(GameDay other) {
    return Long.compare(getEpochDay(), other.getEpochDay());
  }

  @Override
  public final String toString() {
    return date().toString();
  }
}
