package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.TeamCode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A third of the league by points allowed per 100 possessions. */
public enum DefenceTier {
  STRONG,
  AVERAGE,
  WEAK;

  /** How far apart two tiers are: 0 to 2. */
  public int distance(DefenceTier other) {
    return Math.abs(ordinal() - other.ordinal());
  }

  /** The tier of each team with five games or more. */
  static Map<TeamCode, DefenceTier> of(Function<TeamCode, TeamHistory> games) {
    Map<TeamCode, Double> ratings = new EnumMap<>(TeamCode.class);
    for (TeamCode team : TeamCode.values()) {
      TeamHistory played = games.apply(team);
      if (played.size() >= Opposition.MIN_GAMES) {
        ratings.put(team, played.per100(TeamGame::pointsAllowed, TeamGame::possessionsAllowed));
      }
    }
    List<TeamCode> ranked =
        ratings.keySet().stream().sorted(Comparator.comparing(ratings::get)).toList();
    Map<TeamCode, DefenceTier> tiers = new EnumMap<>(TeamCode.class);
    for (int rank = 0; rank < ranked.size(); rank++) {
      tiers.put(ranked.get(rank), values()[rank * values().length / ranked.size()]);
    }
    return tiers;
  }
}
