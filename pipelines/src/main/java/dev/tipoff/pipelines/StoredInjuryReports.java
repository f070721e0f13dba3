package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.availability.PlayerAvailability;
import dev.tipoff.transforms.availability.RefuseStandIns;
import dev.tipoff.transforms.availability.ResolveAvailability;
import dev.tipoff.transforms.availability.TeamReport;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.InjuryReports;
import dev.tipoff.transforms.features.InjuryReportsView;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Who is out of the games of the slates, as reports say before their tips: resolved, stored, and to
 * be looked up.
 *
 * @param reports what can be looked up of every team
 * @param stored what is written
 */
record StoredInjuryReports(
    PCollectionView<InjuryReports> reports, List<PCollection<StoredPartition>> stored) {
  /**
   * Reads what the slates' reports list, and stores what {@link ResolveAvailability} makes of it.
   */
  static StoredInjuryReports of(
      Pipeline pipeline,
      ResolveAvailability resolve,
      SlateRange slates,
      Warehouse warehouse,
      List<PCollection<Failure>> failures) {
    PCollectionTuple resolved =
        pipeline
            .apply("ReadInjuries", warehouse.read(FeedTables.INJURIES, slates))
            .apply("ResolveAvailability", resolve);
    failures.add(resolved.get(ResolveAvailability.FAILURES));
    PCollection<PlayerAvailability> players =
        resolved
            .get(ResolveAvailability.PLAYERS)
            .apply("KnownPlayers", RefuseStandIns.ofPlayers())
            .failuresTo(failures);
    PCollection<TeamReport> teams =
        resolved
            .get(ResolveAvailability.TEAMS)
            .apply("KnownTeams", RefuseStandIns.ofTeams())
            .failuresTo(failures);
    return new StoredInjuryReports(
        teams.apply("Reports", InjuryReportsView.of(players)),
        List.of(
            players
                .apply(
                    "ReplaceAvailability",
                    warehouse.replace(AvailabilityTables.PLAYER_AVAILABILITY, slates))
                .failuresTo(failures),
            teams
                .apply(
                    "ReplaceReports",
                    warehouse.replace(AvailabilityTables.TEAM_INJURY_REPORTS, slates))
                .failuresTo(failures)));
  }
}
