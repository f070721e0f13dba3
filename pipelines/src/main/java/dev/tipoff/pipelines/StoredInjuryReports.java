package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.availability.RefuseStandIns;
import dev.tipoff.transforms.availability.ResolveAvailability;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Who is out of the games of the slates, as reports say before their tips, resolved and stored.
 *
 * @param players what is written of players
 * @param teams what is written of teams
 */
record StoredInjuryReports(
    PCollection<StoredPartition> players, PCollection<StoredPartition> teams) {
  /**
   * Reads what the slates' reports list, and stores what {@link ResolveAvailability} makes of it.
   */
  static StoredInjuryReports of(
      Pipeline pipeline,
      ResolveAvailability resolve,
      SlateRange slates,
      Warehouse warehouse,
      List<PCollection<Failure>> failures) {
    PCollectionTuple reports =
        pipeline
            .apply("ReadInjuries", warehouse.read(FeedTables.INJURIES, slates))
            .apply("ResolveAvailability", resolve);
    failures.add(reports.get(ResolveAvailability.FAILURES));
    return new StoredInjuryReports(
        reports
            .get(ResolveAvailability.PLAYERS)
            .apply("KnownPlayers", RefuseStandIns.ofPlayers())
            .failuresTo(failures)
            .apply(
                "ReplaceAvailability",
                warehouse.replace(AvailabilityTables.PLAYER_AVAILABILITY, slates))
            .failuresTo(failures),
        reports
            .get(ResolveAvailability.TEAMS)
            .apply("KnownTeams", RefuseStandIns.ofTeams())
            .failuresTo(failures)
            .apply(
                "ReplaceReports", warehouse.replace(AvailabilityTables.TEAM_INJURY_REPORTS, slates))
            .failuresTo(failures));
  }
}
