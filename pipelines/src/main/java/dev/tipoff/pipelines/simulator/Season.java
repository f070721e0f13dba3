package dev.tipoff.pipelines.simulator;

import dev.tipoff.pipelines.simulator.League.Strength;
import java.time.temporal.ChronoUnit;

/**
 * Everything about one seed's season that is settled before its games: clubs, days, health, form.
 */
final class Season {
  static final String NAME = "2025-26";
  static final String TYPE = "regular";

  private static final double HOME_EDGE = 0.017;
  private static final double TIRED = 0.991;

  private final long seed;
  private final League league;
  private final SeasonSchedule schedule;
  private final Availability availability;
  private final Form form;

  private Season(long seed, League league) {
    this.seed = seed;
    this.league = league;
    this.schedule = SeasonSchedule.of(seed);
    this.availability = Availability.of(seed, league);
    this.form = Form.of(seed, league);
  }

  static Season of(long seed) {
    return new Season(seed, League.of(seed));
  }

  long seed() {
    return seed;
  }

  League league() {
    return league;
  }

  SeasonSchedule schedule() {
    return schedule;
  }

  Availability availability() {
    return availability;
  }

  /** The game as it will be played, or as it looks in the afternoon without the late news. */
  Matchup matchup(ScheduledGame game, boolean lateNewsToo) {
    int day = (int) ChronoUnit.DAYS.between(SeasonCalendar.FIRST_DAY, game.date());
    Strength home = league.strength(game.home());
    Strength away = league.strength(game.away());
    return new Matchup(
        game,
        Rotation.of(
            league.roster(game.home()),
            availability.out(game.home(), game.homeGame(), lateNewsToo),
            form,
            day),
        Rotation.of(
            league.roster(game.away()),
            availability.out(game.away(), game.awayGame(), lateNewsToo),
            form,
            day),
        home.pace() + away.pace() - League.MEAN_PACE,
        home.offence() * away.defence() * (1 + HOME_EDGE) * (game.homeTired() ? TIRED : 1),
        away.offence() * home.defence() * (1 - HOME_EDGE) * (game.awayTired() ? TIRED : 1));
  }

  SimulatedGame played(ScheduledGame game) {
    return SimulatedGame.play(
        matchup(game, true), Dice.of(seed, "game", game.date().toEpochDay(), game.number()));
  }
}
