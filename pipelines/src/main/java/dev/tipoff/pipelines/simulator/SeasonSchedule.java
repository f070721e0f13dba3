package dev.tipoff.pipelines.simulator;

import dev.tipoff.pipelines.simulator.Fixtures.Fixture;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every game of the season in the order of days and, within a day, of tip-offs. */
final class SeasonSchedule {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final List<ScheduledGame> games;
  private final Map<Franchise, List<LocalDate>> days = new EnumMap<>(Franchise.class);

  private SeasonSchedule(List<ScheduledGame> games) {
    this.games = List.copyOf(games);
    for (Franchise team : Franchise.values()) {
      days.put(team, new ArrayList<>());
    }
    for (ScheduledGame game : games) {
      playedOn(game.home()).add(game.date());
      playedOn(game.away()).add(game.date());
    }
  }

  static SeasonSchedule of(long seed) {
    Map<Franchise, List<LocalDate>> before = new EnumMap<>(Franchise.class);
    for (Franchise team : Franchise.values()) {
      before.put(team, new ArrayList<>());
    }
    List<ScheduledGame> games = new ArrayList<>();
    Map<LocalDate, List<Fixture>> calendar = SeasonCalendar.of(seed);
    for (Map.Entry<LocalDate, List<Fixture>> day : calendar.entrySet()) {
      List<ScheduledGame> slate = new ArrayList<>();
      for (Fixture fixture : day.getValue()) {
        slate.add(scheduled(seed, day.getKey(), fixture, before));
      }
      slate.sort((a, b) -> a.tip().compareTo(b.tip()));
      for (ScheduledGame game : slate) {
        games.add(numbered(games.size() + 1, game));
        playedOn(before, game.home()).add(game.date());
        playedOn(before, game.away()).add(game.date());
      }
    }
    return new SeasonSchedule(games);
  }

  private static ScheduledGame scheduled(
      long seed, LocalDate date, Fixture fixture, Map<Franchise, List<LocalDate>> before) {
    Dice dice =
        Dice.of(seed, "tip", date.toEpochDay(), fixture.home().ordinal(), fixture.away().ordinal());
    Instant tip = date.atTime(tipTime(date, fixture.home(), dice)).atZone(NEW_YORK).toInstant();
    String eventId = String.format(Locale.ROOT, "%016x%016x", dice.bits(), dice.bits());
    List<LocalDate> home = playedOn(before, fixture.home());
    List<LocalDate> away = playedOn(before, fixture.away());
    return new ScheduledGame(
        0,
        date,
        fixture.home(),
        fixture.away(),
        tip,
        eventId,
        home.size(),
        away.size(),
        home.contains(date.minusDays(1)),
        away.contains(date.minusDays(1)));
  }

  private static ScheduledGame numbered(int number, ScheduledGame game) {
    return new ScheduledGame(
        number,
        game.date(),
        game.home(),
        game.away(),
        game.tip(),
        game.eventId(),
        game.homeGame(),
        game.awayGame(),
        game.homeTired(),
        game.awayTired());
  }

  private static LocalTime tipTime(LocalDate date, Franchise home, Dice dice) {
    DayOfWeek day = date.getDayOfWeek();
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    boolean christmas = MonthDay.from(date).equals(MonthDay.of(12, 25));
    if (christmas || (weekend && dice.chance(day == DayOfWeek.SUNDAY ? 0.35 : 0.2))) {
      int hour = Math.max(12, home.eveningTipHour() - 6 + dice.below(3) - 1);
      return LocalTime.of(hour, dice.chance(0.5) ? 10 : 40);
    }
    boolean late = home.eveningTipHour() < 21 && dice.chance(0.35);
    return LocalTime.of(home.eveningTipHour(), late ? 40 : 10);
  }

  private static List<LocalDate> playedOn(Map<Franchise, List<LocalDate>> days, Franchise team) {
    return days.computeIfAbsent(team, none -> new ArrayList<>());
  }

  private List<LocalDate> playedOn(Franchise team) {
    return playedOn(days, team);
  }

  /** Days on which a team plays, in order. */
  List<LocalDate> daysOf(Franchise team) {
    return List.copyOf(playedOn(team));
  }

  List<ScheduledGame> games() {
    return games;
  }

  /** Games from one day to another, both included. */
  List<ScheduledGame> between(LocalDate from, LocalDate to) {
    return games.stream()
        .filter(game -> !game.date().isBefore(from) && !game.date().isAfter(to))
        .toList();
  }
}
