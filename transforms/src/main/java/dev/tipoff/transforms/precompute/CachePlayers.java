package dev.tipoff.transforms.precompute;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * A row of every vector of features, each value the vector's own.
 *
 * <p>Throws {@link java.util.NoSuchElementException} if a vector lacks a feature that is never
 * absent: such a vector is none of ours.
 */
public final class CachePlayers
    extends PTransform<PCollection<FeatureVector>, PCollection<PlayerDailyCache>> {
  private static final long serialVersionUID = 1L;

  private CachePlayers() {}

  public static CachePlayers create() {
    return new CachePlayers();
  }

  @Override
  public PCollection<PlayerDailyCache> expand(PCollection<FeatureVector> vectors) {
    return vectors.apply(
        "Cache", MapElements.into(TypeDescriptor.of(PlayerDailyCache.class)).via(CachePlayers::of));
  }

  static PlayerDailyCache of(FeatureVector vector) {
    return PlayerDailyCache.builder()
        .setGameDate(vector.getGameDate())
        .setGameId(vector.getGameId())
        .setPlayer(vector.getPlayer())
        .setPointsMeanLast5(Column.of(vector, Feature.POINTS_MEAN_LAST_5))
        .setPointsMeanLast10(Column.of(vector, Feature.POINTS_MEAN_LAST_10))
        .setPointsMeanSeason(Column.of(vector, Feature.POINTS_MEAN_SEASON))
        .setPointsSdLast10(Column.of(vector, Feature.POINTS_SD_LAST_10))
        .setMinutesMeanLast10(Column.of(vector, Feature.MINUTES_MEAN_LAST_10))
        .setUsageRateLast10(Column.of(vector, Feature.USAGE_RATE_LAST_10))
        .setTrueShootingLast10(Column.of(vector, Feature.TRUE_SHOOTING_LAST_10))
        .setGamesSeason(count(vector, Feature.GAMES_SEASON))
        .setTeamPace(Column.of(vector, Feature.TEAM_PACE))
        .setTeamOffensiveRating(Column.of(vector, Feature.TEAM_OFFENSIVE_RATING))
        .setDaysRest(Column.count(vector, Feature.DAYS_REST))
        .setGamesLast7Days(count(vector, Feature.GAMES_LAST_7_DAYS))
        .setGamesLast14Days(count(vector, Feature.GAMES_LAST_14_DAYS))
        .setMinutesLast7Days(always(vector, Feature.MINUTES_LAST_7_DAYS))
        .setMinutesLast14Days(always(vector, Feature.MINUTES_LAST_14_DAYS))
        .setBackToBacksLast14Days(count(vector, Feature.BACK_TO_BACKS_LAST_14_DAYS))
        .setPaintShareOfShots(Column.of(vector, Feature.PAINT_SHARE_OF_SHOTS))
        .setMidRangeShareOfShots(Column.of(vector, Feature.MID_RANGE_SHARE_OF_SHOTS))
        .setThreesShareOfShots(Column.of(vector, Feature.THREES_SHARE_OF_SHOTS_LAST_10))
        .setAssistedShareOfMakes(Column.of(vector, Feature.ASSISTED_SHARE_OF_MAKES))
        .build();
  }

  private static double always(FeatureVector vector, Feature feature) {
    return vector.get(feature).orElseThrow();
  }

  private static int count(FeatureVector vector, Feature feature) {
    return (int) always(vector, feature);
  }
}
