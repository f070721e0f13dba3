package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.availability.RefuseStandIns;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.ComputeFeatures;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.FinishedGames;
import dev.tipoff.transforms.features.FinishedGamesView;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.InjuryReports;
import dev.tipoff.transforms.features.InjuryReportsView;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.features.ZoneHistory;
import dev.tipoff.transforms.features.ZoneHistoryView;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;

/** Phase 4: the features of everybody who is expected to play, from earlier slates only. */
public final class PrecomputePipeline {
  private PrecomputePipeline() {}

  public static void build(Pipeline pipeline, SlateRange slates, Services services) {
    Warehouse warehouse = services.warehouse();
    PCollection<GameContext> contexts =
        pipeline.apply("ReadContexts", warehouse.read(Tables.PLAYER_GAME_CONTEXT, slates));
    PCollectionView<LeagueHistory> league =
        pipeline
            .apply(
                "ReadGames",
                warehouse.read(Tables.PLAYER_GAMES, slates.history(KnownGames.CAREER_SEASONS)))
            .apply("League", LeagueHistoryView.create());
    List<PCollection<Failure>> failures = new ArrayList<>();
    PCollectionView<InjuryReports> reports =
        pipeline
            .apply("ReadReports", warehouse.read(AvailabilityTables.TEAM_INJURY_REPORTS, slates))
            .apply("KnownTeams", RefuseStandIns.ofTeams())
            .failuresTo(failures)
            .apply(
                "Reports",
                InjuryReportsView.of(
                    pipeline
                        .apply(
                            "ReadAvailability",
                            warehouse.read(AvailabilityTables.PLAYER_AVAILABILITY, slates))
                        .apply("KnownPlayers", RefuseStandIns.ofPlayers())
                        .failuresTo(failures)));
    PCollectionView<FinishedGames> finished =
        pipeline
            .apply("ReadSchedule", warehouse.read(Tables.SCHEDULE, slates.sinceSeasonStart()))
            .apply("Finished", FinishedGamesView.create());
    PCollectionView<ZoneHistory> zones =
        pipeline
            .apply("ReadZones", warehouse.query(Queries.zoneShots(slates.history())))
            .apply("Zones", ZoneHistoryView.create());
    SlateInputs inputs = SlateInputs.read(pipeline, Phase.PRECOMPUTE, slates, services, failures);
    PCollection<FeatureVector> features =
        contexts
            .apply("ComputeFeatures", ComputeFeatures.from(league, reports, zones, finished))
            .failuresTo(failures);
    RecordRun.of(
        inputs,
        List.of(
            features
                .apply("ReplaceFeatures", warehouse.replace(Tables.FEATURE_STORE, slates))
                .failuresTo(failures),
            StoreAnalyses.of(contexts, features, league, zones, warehouse, slates, failures),
            SlateQuality.of(
                contexts, features, PCollectionList.empty(pipeline), warehouse, slates, failures),
            StoreFailures.of(failures, warehouse)),
        services);
  }
}
