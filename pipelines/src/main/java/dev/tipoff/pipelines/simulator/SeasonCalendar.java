package dev.tipoff.pipelines.simulator;

import dev.tipoff.pipelines.simulator.Fixtures.Fixture;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Deals the season's fixtures out to its days. No team plays twice a day or three days running. */
final class SeasonCalendar {
  static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 21);
  static final LocalDate LAST_DAY = LocalDate.of(2026, 4, 12);
  private static final LocalDate BREAK_START = LocalDate.of(2026, 2, 13);
  private static final LocalDate BREAK_END = LocalDate.of(2026, 2, 18);
  private static final Set<MonthDay> HOLIDAYS = Set.of(MonthDay.of(11, 27), MonthDay.of(12, 24));
  private static final int MOST_GAMES = 14;
  private static final Map<DayOfWeek, Double> WEEK =
      new EnumMap<>(
          Map.of(
              DayOfWeek.MONDAY, 8.0,
              DayOfWeek.TUESDAY, 7.0,
              DayOfWeek.WEDNESDAY, 10.5,
              DayOfWeek.THURSDAY, 4.5,
              DayOfWeek.FRIDAY, 10.5,
              DayOfWeek.SATURDAY, 7.5,
              DayOfWeek.SUNDAY, 7.5));

  private final Dice dice;
  private final List<Fixture> left = new ArrayList<>(Fixtures.season());
  private final TreeMap<LocalDate, List<Fixture>> days = new TreeMap<>();
  private final TreeMap<LocalDate, Set<Franchise>> busy = new TreeMap<>();
  private final Map<Set<Franchise>, LocalDate> lastMet = new HashMap<>();

  private SeasonCalendar(Dice dice) {
    this.dice = dice;
    for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
      days.put(day, new ArrayList<>());
      busy.put(day, EnumSet.noneOf(Franchise.class));
    }
  }

  /** Days in order, each with its games; a day without games is there with none. */
  static Map<LocalDate, List<Fixture>> of(long seed) {
    SeasonCalendar calendar = new SeasonCalendar(Dice.of(seed, "calendar"));
    double appetiteLeft = calendar.days.keySet().stream().mapToDouble(SeasonCalendar::games).sum();
    for (LocalDate day : calendar.days.keySet()) {
      double appetite = games(day);
      if (appetite > 0) {
        int target =
            calendar.dice.round(
                calendar.left.size() * appetite / appetiteLeft * calendar.dice.factor(0.2));
        calendar.fill(day, day.equals(FIRST_DAY) ? 2 : Math.min(target, MOST_GAMES));
        appetiteLeft -= appetite;
      }
    }
    calendar.placeLeftovers();
    return calendar.days;
  }

  private static double games(LocalDate day) {
    boolean starBreak = !day.isBefore(BREAK_START) && !day.isAfter(BREAK_END);
    if (starBreak || HOLIDAYS.contains(MonthDay.from(day))) {
      return 0;
    }
    if (MonthDay.from(day).equals(MonthDay.of(12, 25))) {
      return 5;
    }
    return day.equals(LAST_DAY) ? MOST_GAMES : WEEK.getOrDefault(day.getDayOfWeek(), 7.0);
  }

  private void fill(LocalDate day, int target) {
    Map<Franchise, Double> need = new EnumMap<>(Franchise.class);
    for (Franchise team : Franchise.values()) {
      need.put(team, dice.normal(0, 1.0) - (playsOn(team, day.minusDays(1)) ? 1.8 : 0));
    }
    for (Fixture fixture : left) {
      need.merge(fixture.home(), 1.0, Double::sum);
      need.merge(fixture.away(), 1.0, Double::sum);
    }
    Map<Fixture, Double> urgency = new HashMap<>();
    for (Fixture fixture : left) {
      urgency.computeIfAbsent(
          fixture,
          f ->
              need.getOrDefault(f.home(), 0.0)
                  + need.getOrDefault(f.away(), 0.0)
                  + dice.normal(0, 0.5)
                  - (metLately(f, day) ? 6 : 0));
    }
    List<Fixture> candidates = new ArrayList<>(new LinkedHashSet<>(left));
    candidates.sort(Comparator.comparingDouble((Fixture f) -> -urgency.getOrDefault(f, 0.0)));
    for (Fixture fixture : candidates) {
      if (gamesOn(day).size() >= target) {
        break;
      }
      if (fits(fixture, day)) {
        place(fixture, day);
      }
    }
  }

  private void placeLeftovers() {
    for (Fixture fixture : List.copyOf(left)) {
      for (LocalDate day : days.descendingKeySet()) {
        if (games(day) > 0 && gamesOn(day).size() < MOST_GAMES && fits(fixture, day)) {
          place(fixture, day);
          break;
        }
      }
    }
  }

  private void place(Fixture fixture, LocalDate day) {
    left.remove(fixture);
    gamesOn(day).add(fixture);
    teamsOn(day).add(fixture.home());
    teamsOn(day).add(fixture.away());
    lastMet.put(EnumSet.of(fixture.home(), fixture.away()), day);
  }

  private boolean metLately(Fixture fixture, LocalDate day) {
    LocalDate met = lastMet.get(EnumSet.of(fixture.home(), fixture.away()));
    return met != null && ChronoUnit.DAYS.between(met, day) < 9;
  }

  private boolean fits(Fixture fixture, LocalDate day) {
    return fits(fixture.home(), day) && fits(fixture.away(), day);
  }

  private boolean fits(Franchise team, LocalDate day) {
    boolean dayBefore = playsOn(team, day.minusDays(1));
    boolean dayAfter = playsOn(team, day.plusDays(1));
    return !playsOn(team, day)
        && !(dayBefore && dayAfter)
        && !(dayBefore && playsOn(team, day.minusDays(2)))
        && !(dayAfter && playsOn(team, day.plusDays(2)));
  }

  private boolean playsOn(Franchise team, LocalDate day) {
    return teamsOn(day).contains(team);
  }

  private Set<Franchise> teamsOn(LocalDate day) {
    return busy.getOrDefault(day, Set.of());
  }

  private List<Fixture> gamesOn(LocalDate day) {
    return days.computeIfAbsent(day, none -> new ArrayList<>());
  }
}
