package dev.tipoff.transforms.model;

import static java.time.temporal.ChronoUnit.MICROS;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/**
 * A time in microseconds, which is what a TIMESTAMP of the warehouse holds, of the years 1 to 9999
 * in UTC. Event times are Joda instants, in milliseconds; this is for times that need more.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ExactTime implements Comparable<ExactTime>, Serializable {
  private static final long MIN = micros(Instant.parse("0001-01-01T00:00:00Z"));
  private static final long MAX = micros(Instant.parse("9999-12-31T23:59:59.999999Z"));

  /** Microseconds since 1970-01-01T00:00:00Z. */
  public abstract long getEpochMicros();

  /**
   * @throws IllegalArgumentException if the year is not within 1 to 9999
   */
  @SchemaCreate
  public static ExactTime ofEpochMicros(long epochMicros) {
    Preconditions.checkArgument(
        epochMicros >= MIN && epochMicros <= MAX,
        "%s microseconds since 1970 are not within the years 1 to 9999",
        epochMicros);
    return new AutoValue_ExactTime(epochMicros);
  }

  /**
   * @throws IllegalArgumentException if the time has a fraction of a microsecond, or the year is
   *     not within 1 to 9999
   */
  public static ExactTime of(Instant time) {
    Preconditions.checkArgument(
        time.getNano() % 1_000 == 0, "%s has a fraction of a microsecond", time);
    try {
      return ofEpochMicros(micros(time));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(time + " is not within the years 1 to 9999", e);
    }
  }

  /**
   * Reads a time such as {@code 2025-01-10T22:00:00.123456Z}.
   *
   * @throws IllegalArgumentException if the text is not one, or is one that {@link #of} refuses
   */
  public static ExactTime parse(String text) {
    try {
      return of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a time like 2025-01-10T22:00:00.123456Z", e);
    }
  }

  public Instant instant() {
    return Instant.EPOCH.plus(getEpochMicros(), MICROS);
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }

  @Override
  public int compareTo(ExactTime other) {
    return Long.compare(getEpochMicros(), other.getEpochMicros());
  }

  @Override
  public final String toString() {
    return instant().toString();
  }
}
