package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.availability.HindsightAvailability;
import dev.tipoff.transforms.availability.PlayerAvailability;
import dev.tipoff.transforms.availability.ResolveAvailability;
import dev.tipoff.transforms.availability.TeamReport;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.InjuryReports;
import dev.tipoff.transforms.features.InjuryReportsView;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * What a backtest takes as known of who is out before each game of its slates.
 *
 * @param players what is known of players
 * @param teams which teams anything is known of
 */
record BacktestAvailability(
    PCollection<PlayerAvailability> players, PCollection<TeamReport> teams) {
  /**
   * Builds the steps of a mode. {@link AvailabilityMode#REPORT} reads two tables more, the others
   * none.
   *
   * @param games box scores, of earlier slates too
   * @param dnps who was listed and did not play, likewise
   * @param resolve how real reports are resolved
   */
  static BacktestAvailability of(
      AvailabilityMode mode,
      SlateRange slates,
      PCollection<PlayerGame> games,
      PCollection<PlayerDnp> dnps,
      ResolveAvailability resolve,
      Warehouse warehouse,
      List<PCollection<Failure>> failures) {
    Pipeline pipeline = games.getPipeline();
    return switch (mode) {
      case UNKNOWN ->
          new BacktestAvailability(
              pipeline.apply(
                  "NoAvailability", Create.empty(AvailabilityTables.PLAYER_AVAILABILITY.coder())),
              pipeline.apply(
                  "NoReports", Create.empty(AvailabilityTables.TEAM_INJURY_REPORTS.coder())));
      case REPORT -> {
        PCollectionTuple reports =
            pipeline
                .apply("ReadInjuries", warehouse.read(FeedTables.INJURIES, slates))
                .apply(
                    "ResolveAvailability",
                    resolve.admitting(
                        pipeline.apply(
                            "ReadStandIns",
                            warehouse.read(AvailabilityTables.INJURY_STAND_INS, slates)),
                        absentOf(slates, dnps)));
        failures.add(reports.get(ResolveAvailability.FAILURES));
        yield new BacktestAvailability(
            reports.get(ResolveAvailability.PLAYERS), reports.get(ResolveAvailability.TEAMS));
      }
      case HINDSIGHT -> {
        PCollectionTuple known =
            absentOf(slates, dnps).apply("Hindsight", HindsightAvailability.of(slates, games));
        yield new BacktestAvailability(
            known.get(HindsightAvailability.PLAYERS), known.get(HindsightAvailability.TEAMS));
      }
    };
  }

  /** What can be looked up of every team. */
  PCollectionView<InjuryReports> view() {
    return teams().apply("Reports", InjuryReportsView.of(players()));
  }

  private static PCollection<PlayerDnp> absentOf(SlateRange slates, PCollection<PlayerDnp> dnps) {
    return dnps.apply("AbsentOfSlates", Filter.by(row -> slates.contains(row.getGameDate())));
  }
}
