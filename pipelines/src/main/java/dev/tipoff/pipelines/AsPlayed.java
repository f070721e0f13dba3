package dev.tipoff.pipelines;

import com.google.auto.value.AutoValue;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.analytics.EnrichContexts;
import dev.tipoff.transforms.analytics.ExpectPlayers;
import dev.tipoff.transforms.analytics.ExpectTeams;
import dev.tipoff.transforms.availability.ResolveAvailability;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.ComputeFeatures;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.FinishedGamesView;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.InjuryReports;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.features.ZoneHistory;
import dev.tipoff.transforms.features.ZoneHistoryView;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.ResolveLines;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.joda.time.Duration;

/**
 * Every player's every game of a range of slates, with what was known before each tip: what a
 * backtest predicts and what models learn from.
 */
@AutoValue
abstract class AsPlayed {
  abstract SlateRange slates();

  /** Box scores of the slates and of the seasons before that features look back on. */
  abstract PCollection<PlayerGame> games();

  /** Lines of the slates that were seen as long before the tip as asked for. */
  abstract PCollection<PropLine> lines();

  /** All lines of the slates. */
  abstract PCollection<PropLine> allLines();

  abstract PCollection<GameContext> contexts();

  abstract PCollection<FeatureVector> features();

  abstract PCollectionView<LeagueHistory> league();

  /** What a prediction of the slates may look up. */
  SlateSideInputs sideInputs() {
    return SlateSideInputs.of(slates(), features(), contexts(), league());
  }

  /**
   * Reads it.
   *
   * @param lead how long before the tip lines and reports must have been seen
   * @param failures of all that is not about who is out
   * @param reportFailures of the reports on who is out
   */
  static AsPlayed read(
      Pipeline pipeline,
      SlateRange slates,
      AvailabilityMode availability,
      Duration lead,
      Warehouse warehouse,
      List<PCollection<Failure>> failures,
      List<PCollection<Failure>> reportFailures) {
    PCollection<PlayerGame> games =
        pipeline.apply(
            "ReadGames",
            warehouse.read(
                Tables.PLAYER_GAMES,
                SlateRange.of(slates.history(KnownGames.CAREER_SEASONS).from(), slates.to())));
    PCollection<PlayerDnp> dnps =
        pipeline.apply("ReadDnps", warehouse.read(Tables.PLAYER_DNP, slates.sinceSeasonStart()));
    PCollection<ScheduledGame> season =
        pipeline.apply("ReadSchedule", warehouse.read(Tables.SCHEDULE, slates.sinceSeasonStart()));
    PCollection<ScheduledGame> schedule =
        season.apply("OfSlates", Filter.by(game -> slates.contains(game.getGameDate())));
    PCollection<GameLine> gameLines =
        pipeline.apply("ReadGameLines", warehouse.read(Tables.GAME_LINES, slates));
    PCollectionView<PlayerRegistry> players =
        pipeline
            .apply("ReadRegistry", warehouse.query(Queries.playerRegistry()))
            .apply("Registry", CombinedView.of(new BuildPlayerRegistry()));
    PCollectionTuple resolved =
        pipeline
            .apply("ReadRawLines", warehouse.query(Queries.rawPropLines(slates)))
            .apply("ResolveLines", new ResolveLines(players, schedule, gameLines));
    failures.add(resolved.get(ResolveLines.FAILURES));
    PCollection<PropLine> allLines = resolved.get(ResolveLines.RESOLVED);
    PCollection<PropLine> lines =
        allLines.apply(
            "KnownLines",
            Filter.by(line -> !line.getSnapshotTime().isAfter(line.getTipTime().minus(lead))));
    PCollectionView<LeagueHistory> league = games.apply("League", LeagueHistoryView.create());
    PCollectionView<InjuryReports> reports =
        BacktestAvailability.of(
                availability,
                slates,
                games,
                dnps,
                ResolveAvailability.with(players, schedule, resolved.get(ResolveLines.TIPS))
                    .lead(lead),
                warehouse,
                reportFailures)
            .view();
    PCollectionView<ZoneHistory> zones =
        pipeline
            .apply("ReadZones", warehouse.query(Queries.zoneShots(slates.history())))
            .apply("Zones", ZoneHistoryView.create());
    PCollection<GameContext> contexts =
        schedule
            .apply("ExpectPlayers", ExpectPlayers.of(slates, games, dnps, lines).asPlayed())
            .failuresTo(failures)
            .apply(
                "EnrichContexts",
                EnrichContexts.with(
                    season.apply("ExpectTeams", ExpectTeams.of(slates, gameLines)),
                    lines,
                    league,
                    reports));
    PCollection<FeatureVector> features =
        contexts
            .apply(
                "ComputeFeatures",
                ComputeFeatures.from(
                    league, reports, zones, season.apply("Finished", FinishedGamesView.create())))
            .failuresTo(failures);
    return new AutoValue_AsPlayed(slates, games, lines, allLines, contexts, features, league);
  }
}
