package dev.tipoff.pipelines.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
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

  static final double MEAN_PACE = 100.8;
  private static final double MEAN_POINTS_PER_PLAY = 1.013;
  private static final double OFFENCE_SPREAD = 0.032;
  private static final double DEFENCE_SPREAD = 0.028;
  private static final double PACE_SPREAD = 1.6;

  private final Map<Franchise, Roster> rosters = new EnumMap<>(Franchise.class);
  private final Map<Franchise, Strength> strengths = new EnumMap<>(Franchise.class);

  private League() {}

  static League of(long seed) {
    League league = new League();
    PlayerNames names = new PlayerNames();
    for (Franchise team : Franchise.values()) {
      league.rosters.put(team, Roster.of(seed, team, names));
    }
    double[] offence = spread(seed, "offence", OFFENCE_SPREAD);
    double[] defence = spread(seed, "defence", DEFENCE_SPREAD);
    double[] pace = spread(seed, "pace", PACE_SPREAD);
    for (Franchise team : Franchise.values()) {
      int i = team.ordinal();
      double level = MEAN_POINTS_PER_PLAY / pointsPerPlay(league.roster(team));
      league.strengths.put(
          team, new Strength(level * (1 + offence[i]), 1 + defence[i], MEAN_PACE + pace[i]));
    }
    return league;
  }

  /** A normal deviation for each club, all of them adding up to 0. */
  private static double[] spread(long seed, String purpose, double deviation) {
    double[] values = new double[Franchise.values().length];
    Dice dice = Dice.of(seed, purpose);
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = dice.normal(0, deviation);
      total += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= total / values.length;
    }
    return values;
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
