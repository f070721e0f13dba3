package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The slates from one day to another, both included. */
@AutoValue
public abstract class SlateRange implements Serializable {
  public abstract GameDay from();

  public abstract GameDay to();

  /**
   * The slates between two days.
   *
   * @throws IllegalArgumentException if the range ends before it begins
   */
  public static SlateRange of(GameDay from, GameDay to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the range ends on " + to + ", before it begins on " + from);
    }
    return new AutoValue_SlateRange(from, to);
  }

  public static SlateRange of(GameDay day) {
    return of(day, day);
  }

  public boolean contains(GameDay day) {
    return !day.isBefore(from()) && !day.isAfter(to());
  }

  public List<GameDay> days() {
    return LongStream.rangeClosed(from().getEpochDay(), to().getEpochDay())
        .mapToObj(GameDay::ofEpochDay)
        .toList();
  }

  /** The range cut where a season ends: a part of it a season, in their order. */
  public List<SlateRange> bySeason() {
    List<SlateRange> parts = new ArrayList<>();
    GameDay first = from();
    while (!to().isBefore(first)) {
      GameDay last = Season.of(first).lastDay();
      parts.add(of(first, to().isBefore(last) ? to() : last));
      first = last.plusDays(1);
    }
    return List.copyOf(parts);
  }

  /** From the first day of the range's first season to its last slate. */
  public SlateRange sinceSeasonStart() {
    return of(Season.of(from()).firstDay(), to());
  }

  /** From the first day of the range's first season to the day before its last slate. */
  public SlateRange history() {
    GameDay start = Season.of(from()).firstDay();
    GameDay end = to().plusDays(-1);
    return of(start, end.isBefore(start) ? start : end);
  }

  /** From so many seasons before the range's first to the day before its last slate. */
  public SlateRange history(int seasonsBefore) {
    return of(Season.of(from()).minus(seasonsBefore).firstDay(), history().to());
  }

  @Override
  public final String toString() {
    return from().equals(to()) ? from().toString() : from() + " to " + to();
  }
}
