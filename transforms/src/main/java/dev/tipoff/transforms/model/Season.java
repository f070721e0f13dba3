package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.time.LocalDate;

/** An NBA season, named by the year it starts in: 2023 is "2023-24". */
@AutoValue
public abstract class Season implements Comparable<Season>, Serializable {
  private static final int OPENING_MONTH = 10;

  /** The 2019-20 season ended in October 2020 and the next began in December. */
  private static final LocalDate LATE_OPENING = LocalDate.of(2020, 12, 1);

  public abstract int startYear();

  public static Season startingIn(int year) {
    return new AutoValue_Season(year);
  }

  /** The season that a day belongs to; a summer day belongs to the season before it. */
  public static Season of(GameDay day) {
    LocalDate date = day.date();
    if (date.getYear() == LATE_OPENING.getYear()) {
      return startingIn(date.isBefore(LATE_OPENING) ? 2019 : 2020);
    }
    return startingIn(date.getMonthValue() >= OPENING_MONTH ? date.getYear() : date.getYear() - 1);
  }

  /**
   * Reads a label, {@code "2023-24"} for instance.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Season parse(String label) {
    if (label.matches("\\d{4}-\\d{2}")) {
      Season season = startingIn(Integer.parseInt(label.substring(0, 4)));
      if (season.label().equals(label)) {
        return season;
      }
    }
    throw new IllegalArgumentException("\"" + label + "\" is no season such as 2023-24");
  }

  /** The season so many years before. */
  public Season minus(int years) {
    return startingIn(startYear() - years);
  }

  /** No game of the season is played before this day. */
  public GameDay firstDay() {
    return GameDay.of(
        startYear() == LATE_OPENING.getYear()
            ? LATE_OPENING
            : LocalDate.of(startYear(), OPENING_MONTH, 1));
  }

  /** The day before the next season's first. */
  public GameDay lastDay() {
    return startingIn(startYear() + 1).firstDay().plusDays(-1);
  }

  public String label() {
    int end = (startYear() + 1) % 100;
    return startYear() + (end < 10 ? "-0" : "-") + end;
  }

  @Override
  public int compareTo(Season other) {
    return Integer.compare(startYear(), other.startYear());
  }

  @Override
  public final String toString() {
    return label();
  }
}
