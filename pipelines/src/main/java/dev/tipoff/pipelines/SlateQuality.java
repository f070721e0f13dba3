package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.QualityTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.profile.CheckColumns;
import dev.tipoff.transforms.profile.CheckCoverage;
import dev.tipoff.transforms.profile.ColumnProfile;
import dev.tipoff.transforms.profile.ColumnRule;
import dev.tipoff.transforms.profile.DeclaredColumns;
import dev.tipoff.transforms.profile.PlayerStanding;
import dev.tipoff.transforms.profile.ProfileColumns;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Judges whole slates of features: what their columns hold, and how many of the expected players
 * have any. What is found is stored whatever it is; what is wrong is a failure beside it.
 */
final class SlateQuality {
  private static final ColumnRule CONTEXT_COLUMNS =
      DeclaredColumns.of(Tables.PLAYER_GAME_CONTEXT)
          .allowingConstant("season", "season_type", "back_to_back")
          .allowingConstant("line_book", "line_time", "report_source", "report_time")
          .allowingConstant("spread", "total", "travel_miles", "time_zones_crossed")
          .allowingConstant("injury_status", "injury_reason", "teammates_out");

  private final Warehouse warehouse;
  private final SlateRange slates;
  private final List<PCollection<Failure>> failures;

  private SlateQuality(
      Warehouse warehouse, SlateRange slates, List<PCollection<Failure>> failures) {
    this.warehouse = warehouse;
    this.slates = slates;
    this.failures = failures;
  }

  /**
   * Stores the profiles and the coverage of the slates.
   *
   * @param contexts who is expected
   * @param features what was made of them
   * @param refused of whom nothing was made for a stated reason; possibly no collection at all
   * @param failures what is found to be wrong is added to these
   */
  static PCollection<StoredPartition> of(
      PCollection<GameContext> contexts,
      PCollection<FeatureVector> features,
      PCollectionList<PlayerStanding> refused,
      Warehouse warehouse,
      SlateRange slates,
      List<PCollection<Failure>> failures) {
    SlateQuality quality = new SlateQuality(warehouse, slates, failures);
    return PCollectionList.of(quality.storeProfiles(contexts, features))
        .and(quality.storeCoverage(contexts, features, refused))
        .apply("QualityWrites", Flatten.pCollections());
  }

  private PCollection<StoredPartition> storeProfiles(
      PCollection<GameContext> contexts, PCollection<FeatureVector> features) {
    return PCollectionList.of(
            profile("Contexts", Tables.PLAYER_GAME_CONTEXT, contexts, CONTEXT_COLUMNS))
        .and(profile("Features", Tables.FEATURE_STORE, features, new FeatureColumns()))
        .apply("Profiles", Flatten.pCollections())
        .apply("ReplaceProfiles", warehouse.replace(QualityTables.COLUMN_PROFILES, slates))
        .failuresTo(failures);
  }

  private <T> PCollection<ColumnProfile> profile(
      String name, Table<T> table, PCollection<T> rows, ColumnRule rule) {
    PCollection<ColumnProfile> profiles = rows.apply("Profile" + name, ProfileColumns.of(table));
    failures.add(profiles.apply("CheckColumnsOf" + name, CheckColumns.of(rule)));
    return profiles;
  }

  private PCollection<StoredPartition> storeCoverage(
      PCollection<GameContext> contexts,
      PCollection<FeatureVector> features,
      PCollectionList<PlayerStanding> refused) {
    TypeDescriptor<PlayerStanding> standing = TypeDescriptor.of(PlayerStanding.class);
    return refused
        .and(
            contexts.apply(
                "Expected",
                MapElements.into(standing)
                    .via(
                        row ->
                            PlayerStanding.expected(
                                row.getGameDate(),
                                row.getGameId(),
                                row.getPlayer(),
                                row.getPlayerName()))))
        .and(
            features.apply(
                "Found",
                MapElements.into(standing)
                    .via(
                        row ->
                            PlayerStanding.found(
                                row.getGameDate(), row.getGameId(), row.getPlayer()))))
        .apply("Standings", Flatten.pCollections())
        .apply("CheckCoverage", CheckCoverage.of("features"))
        .failuresTo(failures)
        .apply("ReplaceCoverage", warehouse.replace(QualityTables.SLATE_COVERAGE, slates))
        .failuresTo(failures);
  }
}
