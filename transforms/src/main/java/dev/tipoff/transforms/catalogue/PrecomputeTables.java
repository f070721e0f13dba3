package dev.tipoff.transforms.catalogue;

import dev.tipoff.transforms.precompute.PlayerCompositeFactors;
import dev.tipoff.transforms.precompute.PlayerDailyCache;
import dev.tipoff.transforms.precompute.PlayerShotZoneAnalysis;
import dev.tipoff.transforms.precompute.TeamDefenseZoneAnalysis;
import dev.tipoff.transforms.tables.Table;
import java.util.List;

/** The tables that precompute fills beside the feature store. */
public final class PrecomputeTables {
  public static final Table<TeamDefenseZoneAnalysis> TEAM_DEFENSE_ZONES =
      Table.computed(
              "nba_precompute.team_defense_zone_analysis",
              TeamDefenseZoneAnalysis.class,
              "What the teams of a slate allowed in their latest 15 games, by zone and by box scores")
          .partitionedBy("game_date", TeamDefenseZoneAnalysis::getGameDate)
          .keyedBy("game_date", "team");

  public static final Table<PlayerShotZoneAnalysis> PLAYER_SHOT_ZONES =
      Table.computed(
              "nba_precompute.player_shot_zone_analysis",
              PlayerShotZoneAnalysis.class,
              "Where players shot from in their latest 10 and 20 games, and how well")
          .partitionedBy("game_date", PlayerShotZoneAnalysis::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player");

  public static final Table<PlayerCompositeFactors> PLAYER_COMPOSITE_FACTORS =
      Table.computed(
              "nba_precompute.player_composite_factors",
              PlayerCompositeFactors.class,
              "Freshness, zone mismatch, pace and usage scores of players, and their sum")
          .partitionedBy("game_date", PlayerCompositeFactors::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player");

  public static final Table<PlayerDailyCache> PLAYER_DAILY_CACHE =
      Table.computed(
              "nba_precompute.player_daily_cache",
              PlayerDailyCache.class,
              "Features of players that are asked for most, as in the feature store")
          .partitionedBy("game_date", PlayerDailyCache::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player");

  private PrecomputeTables() {}

  public static List<Table<?>> all() {
    return List.of(
        TEAM_DEFENSE_ZONES, PLAYER_SHOT_ZONES, PLAYER_COMPOSITE_FACTORS, PLAYER_DAILY_CACHE);
  }
}
