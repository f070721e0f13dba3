package dev.tipoff.pipelines.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a team's players do on average in one matchup.
 *
 * @param means one for each shift, in the same order
 * @param points the team's
 */
record Expectation(List<Means> means, double points) {

  /**
   * Mean box score of a player, given that he plays.
   *
   * @param minutes expected, a night on the bench counting as none
   */
  record Means(Player player, double minutes, double points, double rebounds, double assists) {}

  static Expectation ofHome(Matchup matchup) {
    return of(matchup.home(), matchup.away(), matchup, true);
  }

  static Expectation ofAway(Matchup matchup) {
    return of(matchup.away(), matchup.home(), matchup, false);
  }

  private static Expectation of(
      List<Shift> own, List<Shift> theirs, Matchup matchup, boolean home) {
    double efficiency = home ? matchup.homeEfficiency() : matchup.awayEfficiency();
    double theirEfficiency = home ? matchup.awayEfficiency() : matchup.homeEfficiency();
    double plays = plays(own, efficiency, matchup.possessions());
    double load = load(own);
    double theirPlays = plays(theirs, theirEfficiency, matchup.possessions());
    double loose =
        plays * missed(own, efficiency) * Possession.OFFENSIVE_REBOUND
            + theirPlays * missed(theirs, theirEfficiency) * Possession.DEFENSIVE_REBOUND
            + theirPlays * perPlay(theirs, shift -> shift.player().shots().missedTrips());
    double boards = own.stream().mapToDouble(s -> s.minutes() * s.player().rebounding()).sum();
    List<Means> means = new ArrayList<>();
    double points = 0;
    for (Shift shift : own) {
      double mine = plays * shift.load() / load;
      double scored = mine * shift.player().shots().points(efficiency);
      double pull = shift.minutes() * shift.player().rebounding() / boards;
      means.add(
          new Means(
              shift.player(),
              shift.minutes(),
              scored / shift.playing(),
              loose * pull / shift.playing(),
              assists(shift, own, efficiency, plays / load) / shift.playing()));
      points += scored;
    }
    return new Expectation(List.copyOf(means), points);
  }

  private static double load(List<Shift> shifts) {
    return shifts.stream().mapToDouble(Shift::load).sum();
  }

  private static double plays(List<Shift> shifts, double efficiency, double possessions) {
    return possessions / (1 - missed(shifts, efficiency) * Possession.OFFENSIVE_REBOUND);
  }

  private static double missed(List<Shift> shifts, double efficiency) {
    return perPlay(shifts, shift -> shift.player().shots().misses(efficiency));
  }

  private static double perPlay(List<Shift> shifts, ToDoubleFunction<Shift> rate) {
    return shifts.stream().mapToDouble(s -> s.load() * rate.applyAsDouble(s)).sum() / load(shifts);
  }

  private static double assists(
      Shift passer, List<Shift> shifts, double efficiency, double playsPerLoad) {
    double all = shifts.stream().mapToDouble(s -> s.minutes() * s.player().passing()).sum();
    double mine = passer.minutes() * passer.player().passing();
    double assists = 0;
    for (Shift shooter : shifts) {
      if (shooter != passer) {
        double makes = playsPerLoad * shooter.load() * shooter.player().shots().makes(efficiency);
        double others = all - shooter.minutes() * shooter.player().passing();
        assists += makes * Possession.ASSISTED * mine / others;
      }
    }
    return assists;
  }
}
