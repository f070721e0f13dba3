package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.availability.RefuseStandIns;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.ComputeFeatures;
import dev.tipoff.transforms.features.FinishedGames;
import dev.tipoff.transforms.features.FinishedGamesView;
import dev.tipoff.transforms.features.InjuryReports;
import dev.tipoff.transforms.features.InjuryReportsView;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.features.ZoneHistory;
import dev.tipoff.transforms.features.ZoneHistoryView;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * What features are computed from, beside the game contexts: a read each, as side inputs.
 *
 * @param league box scores of four seasons
 * @param reports who is out
 * @param zones shots by zone of the season
 * @param finished the games that box scores must be there of
 */
record FeatureInputs(
    PCollectionView<LeagueHistory> league,
    PCollectionView<InjuryReports> reports,
    PCollectionView<ZoneHistory> zones,
    PCollectionView<FinishedGames> finished) {
  ComputeFeatures compute() {
    return ComputeFeatures.from(league, reports, zones, finished);
  }

  /** Reads it; an input that features must not be made from is a failure. */
  static FeatureInputs read(
      Pipeline pipeline,
      SlateRange slates,
      Warehouse warehouse,
      List<PCollection<Failure>> failures) {
    PCollectionView<LeagueHistory> league =
        pipeline
            .apply(
                "ReadGames",
                warehouse.read(Tables.PLAYER_GAMES, slates.history(KnownGames.CAREER_SEASONS)))
            .apply("League", LeagueHistoryView.create());
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
    return new FeatureInputs(league, reports, zones, finished);
  }
}
