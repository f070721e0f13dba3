package dev.tipoff.pipelines.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The 30 clubs of one seed: who plays for them and how good and fast they are. */
final class League {
  /**
   * What a club adds to its games.
   *
   * @param offence factor on its own shooting
   * @param defence factor on its opponents' shooting
   * @param pace possessions a game
   */
  record Strength(double offence, double defence, double pace) {}

  static final double MEAN_PACE = 100.0;

  private final Map<Franchise, Roster> rosters = new EnumMap<>(Franchise.class);
  private final Map<Franchise, Strength> strengths = new EnumMap<>(Franchise.class);

  private League() {}

  static League of(long seed) {
    League league = new League();
    PlayerNames names = new PlayerNames();
    for (Franchise team : Franchise.values()) {
      league.rosters.put(team, Roster.of(seed, team, names));
    }
    Map<Franchise, Double> shooting = new HashMap<>();
    league.rosters.forEach((team, roster) -> shooting.put(team, pointsPerPlay(roster)));
    double mean = shooting.values().stream().sorted().mapToDouble(d -> d).average().orElse(1);
    for (Franchise team : Franchise.values()) {
      Dice dice = Dice.of(seed, "strength", team.ordinal());
      double level = mean / shooting.getOrDefault(team, mean);
      league.strengths.put(
          team,
          new Strength(
              level * dice.normal(1, 0.026), dice.normal(1, 0.024), dice.normal(MEAN_PACE, 1.8)));
    }
    return league;
  }

  private static double pointsPerPlay(Roster roster) {
    double points = 0;
    double plays = 0;
    for (Player player : roster.players()) {
      double load = player.minutes() * player.usage();
      points += load * player.shots().points(1);
      plays += load;
    }
    return points / plays;
  }

  Roster roster(Franchise team) {
    return known(rosters, team);
  }

  Strength strength(Franchise team) {
    return known(strengths, team);
  }

  List<Player> players() {
    List<Player> players = new ArrayList<>();
    rosters.values().forEach(roster -> players.addAll(roster.players()));
    return players;
  }

  private static <T> T known(Map<Franchise, T> values, Franchise team) {
    T value = values.get(team);
    if (value == null) {
      throw new IllegalStateException("no such club: " + team);
    }
    return value;
  }
}
