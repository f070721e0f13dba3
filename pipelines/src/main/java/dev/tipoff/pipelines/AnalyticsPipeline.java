package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.analytics.EnrichContexts;
import dev.tipoff.transforms.analytics.ExpectPlayers;
import dev.tipoff.transforms.analytics.ExpectTeams;
import dev.tipoff.transforms.analytics.SummariseGames;
import dev.tipoff.transforms.analytics.UpcomingTeamContext;
import dev.tipoff.transforms.availability.ResolveAvailability;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.CoverNames;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.odds.ResolveLines;
import dev.tipoff.transforms.odds.UnresolvedName;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Phase 3: lines of known players in known games, who is expected to play for whom, who is reported
 * to be out, and what happened in the games that are played.
 */
public final class AnalyticsPipeline {
  private AnalyticsPipeline() {}

  public static void build(Pipeline pipeline, SlateRange slates, Services services) {
    build(pipeline, slates, null, services);
  }

  /**
   * Builds the graph.
   *
   * @param asOf no later injury report goes in; absent if only the tips say what is too late
   */
  public static void build(
      Pipeline pipeline, SlateRange slates, @Nullable Instant asOf, Services services) {
    Warehouse warehouse = services.warehouse();
    SlateRange known = slates.sinceSeasonStart();
    List<PCollection<Failure>> failures = new ArrayList<>();
    SlateInputs inputs = SlateInputs.read(pipeline, Phase.ANALYTICS, slates, services, failures);

    PCollectionView<PlayerRegistry> players =
        pipeline
            .apply("ReadRegistry", warehouse.query(Queries.playerRegistry()))
            .apply("Registry", CombinedView.of(new BuildPlayerRegistry()));
    PCollection<ScheduledGame> season =
        pipeline.apply("ReadSchedule", warehouse.read(Tables.SCHEDULE, known));
    PCollection<ScheduledGame> schedule =
        season.apply("OfSlates", Filter.by(game -> slates.contains(game.getGameDate())));
    PCollection<GameLine> gameLines =
        pipeline.apply("ReadGameLines", warehouse.read(Tables.GAME_LINES, slates));
    PCollection<RawPropLine> rawLines =
        pipeline.apply("ReadRawLines", warehouse.query(Queries.rawPropLines(slates)));
    PCollection<PlayerGame> games =
        pipeline.apply("ReadGames", warehouse.read(Tables.PLAYER_GAMES, known));
    PCollection<PlayerDnp> dnps =
        pipeline.apply("ReadDnps", warehouse.read(Tables.PLAYER_DNP, known));
    PCollection<FeedShot> shots =
        pipeline.apply("ReadShots", warehouse.read(FeedTables.SHOTS, slates));

    PCollectionTuple resolved =
        rawLines.apply("ResolveLines", new ResolveLines(players, schedule, gameLines));
    failures.add(resolved.get(ResolveLines.FAILURES));
    PCollection<PropLine> lines = resolved.get(ResolveLines.RESOLVED);
    PCollection<UnresolvedName> names =
        resolved
            .get(ResolveLines.NAMES)
            .apply("CoverNames", CoverNames.create())
            .failuresTo(failures);
    StoredInjuryReports injuries =
        StoredInjuryReports.of(
            pipeline,
            ResolveAvailability.with(players, schedule, resolved.get(ResolveLines.TIPS)).asOf(asOf),
            slates,
            warehouse,
            failures);
    PCollection<UpcomingTeamContext> teams =
        season.apply("ExpectTeams", ExpectTeams.of(slates, gameLines));
    PCollection<GameContext> contexts =
        schedule
            .apply("ExpectPlayers", ExpectPlayers.of(slates, games, dnps, lines))
            .failuresTo(failures)
            .apply(
                "EnrichContexts",
                EnrichContexts.with(
                        teams,
                        lines,
                        games.apply("League", LeagueHistoryView.create()),
                        injuries.reports())
                    .asOf(asOf));
    PCollectionTuple summaries =
        schedule.apply("SummariseGames", SummariseGames.of(slates, games, dnps, shots));
    failures.add(summaries.get(SummariseGames.FAILURES));

    List<PCollection<StoredPartition>> stored = new ArrayList<>(injuries.stored());
    stored.add(
        lines
            .apply("ReplaceLines", warehouse.replace(Tables.PROP_LINES, slates))
            .failuresTo(failures));
    stored.add(
        names
            .apply("ReplaceNames", warehouse.replace(Tables.UNRESOLVED_NAMES, slates))
            .failuresTo(failures));
    stored.add(
        contexts
            .apply("ReplaceContexts", warehouse.replace(Tables.PLAYER_GAME_CONTEXT, slates))
            .failuresTo(failures));
    stored.add(
        teams
            .apply("ReplaceTeams", warehouse.replace(Tables.TEAM_GAME_CONTEXT, slates))
            .failuresTo(failures));
    stored.add(
        summaries
            .get(SummariseGames.PLAYERS)
            .apply("ReplacePlayers", warehouse.replace(Tables.PLAYER_GAME_SUMMARY, slates))
            .failuresTo(failures));
    stored.add(
        summaries
            .get(SummariseGames.OFFENSES)
            .apply("ReplaceOffenses", warehouse.replace(Tables.TEAM_OFFENSE_GAME_SUMMARY, slates))
            .failuresTo(failures));
    stored.add(
        summaries
            .get(SummariseGames.DEFENSES)
            .apply("ReplaceDefenses", warehouse.replace(Tables.TEAM_DEFENSE_GAME_SUMMARY, slates))
            .failuresTo(failures));
    RecordRun.of(inputs, stored, failures, services);
  }
}
