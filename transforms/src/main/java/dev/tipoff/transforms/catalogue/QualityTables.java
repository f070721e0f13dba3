package dev.tipoff.transforms.catalogue;

import dev.tipoff.transforms.features.FeatureDifference;
import dev.tipoff.transforms.profile.ColumnProfile;
import dev.tipoff.transforms.profile.SlateCoverage;
import dev.tipoff.transforms.tables.Table;
import java.util.List;

/** What is known of the quality of whole slates. */
public final class QualityTables {
  public static final Table<ColumnProfile> COLUMN_PROFILES =
      Table.computed(
              "nba_orchestration.column_profiles",
              ColumnProfile.class,
              "What each column of the game context and the feature store holds on each slate")
          .partitionedBy("game_date", ColumnProfile::getGameDate)
          .keyedBy("game_date", "table_name", "column_name")
          .clusteredBy("table_name", "column_name");

  public static final Table<SlateCoverage> SLATE_COVERAGE =
      Table.computed(
              "nba_orchestration.slate_coverage",
              SlateCoverage.class,
              "How many of a slate's expected players have features")
          .partitionedBy("game_date", SlateCoverage::getGameDate)
          .keyedBy("game_date", "stage");

  public static final Table<FeatureDifference> FEATURE_DIFFERENCES =
      Table.computed(
              "nba_orchestration.feature_differences",
              FeatureDifference.class,
              "What the feature store holds otherwise than verify has last recomputed it")
          .partitionedBy("game_date", FeatureDifference::getGameDate)
          .keyedBy("game_id", "player", "feature");

  private QualityTables() {}

  static List<Table<?>> all() {
    return List.of(COLUMN_PROFILES, SLATE_COVERAGE, FEATURE_DIFFERENCES);
  }
}
