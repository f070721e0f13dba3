package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.PrecomputeTables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.ZoneHistory;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.precompute.AnalyseShotZones;
import dev.tipoff.transforms.precompute.AnalyseTeamDefense;
import dev.tipoff.transforms.precompute.CachePlayers;
import dev.tipoff.transforms.precompute.WeighGame;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;

/** Stores what precompute works out of slates beside the feature store. */
final class StoreAnalyses {
  private final Warehouse warehouse;
  private final SlateRange slates;
  private final List<PCollection<Failure>> failures;

  private StoreAnalyses(
      Warehouse warehouse, SlateRange slates, List<PCollection<Failure>> failures) {
    this.warehouse = warehouse;
    this.slates = slates;
    this.failures = failures;
  }

  /**
   * Stores the four tables of {@link PrecomputeTables}.
   *
   * @param contexts who is expected
   * @param features what was made of them
   * @param failures what cannot be stored is added to these
   */
  static PCollection<StoredPartition> of(
      PCollection<GameContext> contexts,
      PCollection<FeatureVector> features,
      PCollectionView<LeagueHistory> league,
      PCollectionView<ZoneHistory> zones,
      Warehouse warehouse,
      SlateRange slates,
      List<PCollection<Failure>> failures) {
    StoreAnalyses store = new StoreAnalyses(warehouse, slates, failures);
    return PCollectionList.of(
            store.replace(
                "TeamDefense",
                PrecomputeTables.TEAM_DEFENSE_ZONES,
                contexts.apply("AnalyseTeamDefense", AnalyseTeamDefense.from(league, zones))))
        .and(
            store.replace(
                "ShotZones",
                PrecomputeTables.PLAYER_SHOT_ZONES,
                features.apply("AnalyseShotZones", AnalyseShotZones.from(zones))))
        .and(
            store.replace(
                "CompositeFactors",
                PrecomputeTables.PLAYER_COMPOSITE_FACTORS,
                features.apply("WeighGame", WeighGame.create())))
        .and(
            store.replace(
                "DailyCache",
                PrecomputeTables.PLAYER_DAILY_CACHE,
                features.apply("CachePlayers", CachePlayers.create())))
        .apply("AnalysisWrites", Flatten.pCollections());
  }

  private <T> PCollection<StoredPartition> replace(
      String name, Table<T> table, PCollection<T> rows) {
    return rows.apply("Replace" + name, warehouse.replace(table, slates)).failuresTo(failures);
  }
}
