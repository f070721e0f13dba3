package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableList;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.transforms.analytics.EnrichContexts;
import dev.tipoff.transforms.analytics.ExpectPlayers;
import dev.tipoff.transforms.analytics.ExpectTeams;
import dev.tipoff.transforms.availability.ResolveAvailability;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.ComputeFeatures;
import dev.tipoff.transforms.features.FinishedGamesView;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.InjuryReports;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.features.ZoneHistory;
import dev.tipoff.transforms.features.ZoneHistoryView;
import dev.tipoff.transforms.grading.Grade;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.Consensus;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.ResolveLines;
import dev.tipoff.transforms.prediction.LimitStakes;
import dev.tipoff.transforms.prediction.Predict;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.RequestEveryMarket;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.systems.Baseline;
import dev.tipoff.transforms.systems.BlindSystems;
import dev.tipoff.transforms.systems.MarketLine;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.systems.SystemKind;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.joda.time.Duration;

/**
 * Every player's every game of a range of slates, predicted with what was known before each tip,
 * graded and measured beside the baselines and the market. It fills tables of its own and never
 * touches what was published.
 */
public final class BacktestPipeline {
  private BacktestPipeline() {}

  public static void build(
      Pipeline pipeline, SlateRange slates, BacktestOptions options, Services services) {
    Warehouse warehouse = services.warehouse();
    List<PCollection<Failure>> failures = new ArrayList<>();
    SlateRange career =
        SlateRange.of(slates.history(KnownGames.CAREER_SEASONS).from(), slates.to());

    PCollection<PlayerGame> games =
        pipeline.apply("ReadGames", warehouse.read(Tables.PLAYER_GAMES, career));
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
            .apply("Registry", Combine.globally(new BuildPlayerRegistry()).asSingletonView());
    PCollectionTuple resolved =
        pipeline
            .apply("ReadRawLines", warehouse.query(Queries.rawPropLines(slates)))
            .apply("ResolveLines", new ResolveLines(players, schedule, gameLines));
    failures.add(resolved.get(ResolveLines.FAILURES));
    PCollection<PropLine> all = resolved.get(ResolveLines.RESOLVED);
    Duration lead = lead(options);
    PCollection<PropLine> lines =
        all.apply(
            "KnownLines",
            Filter.by(line -> !line.getSnapshotTime().isAfter(line.getTipTime().minus(lead))));
    PCollectionView<LeagueHistory> league = games.apply("League", LeagueHistoryView.create());
    List<PCollection<Failure>> reportFailures = new ArrayList<>();
    PCollectionView<InjuryReports> reports =
        BacktestAvailability.of(
                AvailabilityMode.parse(options.getAvailability()),
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
    SlateSideInputs slate =
        SlateSideInputs.of(
            slates,
            contexts
                .apply(
                    "ComputeFeatures",
                    ComputeFeatures.from(
                        league,
                        reports,
                        zones,
                        season.apply("Finished", FinishedGamesView.create())))
                .failuresTo(failures),
            contexts,
            league);
    Consensus consensus = Consensus.create().withDevig(PredictPipeline.devig(options));

    PCollection<Prediction> predictions =
        contexts
            .apply("RequestSlates", SlateWindows.by(GameContext::getGameDate))
            .apply(
                "Requests",
                RequestEveryMarket.with(
                    slates,
                    lines
                        .apply("LineSlates", SlateWindows.by(PropLine::getGameDate))
                        .apply("Consensus", consensus)))
            .apply(
                "Predict",
                Predict.with(systems())
                    .marketSystems(ImmutableList.of(MarketLine.MEDIAN))
                    .policy(PredictPipeline.policy(options))
                    .lead(lead)
                    .features(slate.features())
                    .contexts(slate.contexts())
                    .histories(slate.histories())
                    .build())
            .failuresTo(failures)
            .apply("LimitStakes", LimitStakes.of(options.getMaxStakePerGame()));
    Grade grade = Grade.against(slates, games);
    if (lead.isLongerThan(Duration.ZERO)) {
      grade =
          grade.withClosing(
              all.apply("ClosingSlates", SlateWindows.by(PropLine::getGameDate))
                  .apply("Closing", consensus));
    }
    PCollection<GradedPrediction> graded =
        predictions.apply("Grade", grade).apply("Unwindow", Window.into(new GlobalWindows()));

    PCollection<GradedPrediction> own =
        graded.apply("OwnGrades", Filter.by(row -> isOwn(row.getKind())));
    PCollection<StoredPartition> stored =
        own.apply("ReplacePredictions", warehouse.replace(Tables.BACKTEST_PREDICTIONS, slates))
            .failuresTo(failures);
    BacktestFiles.write(graded, own, failures, slates, options);
    List<PCollection<Failure>> kept = worthKeeping(failures);
    kept.addAll(reportFailures);
    RecordRun.withoutInputs(List.of(stored, StoreFailures.of(kept, warehouse)), services);
  }

  /**
   * @throws IllegalArgumentException unless the option is a time that is not negative
   */
  private static Duration lead(BacktestOptions options) {
    try {
      java.time.Duration lead = java.time.Duration.parse(options.getLead());
      if (!lead.isNegative()) {
        return Duration.millis(lead.toMillis());
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(notALead(options), e);
    }
    throw new IllegalArgumentException(notALead(options));
  }

  private static String notALead(BacktestOptions options) {
    return "--lead=" + options.getLead() + " is no time before the tip, such as PT6H";
  }

  /** The systems that predict, and the baselines to hold them against. */
  private static List<PredictionSystem> systems() {
    return ImmutableList.<PredictionSystem>builder()
        .addAll(BlindSystems.all())
        .add(Baseline.values())
        .build();
  }

  private static boolean isOwn(SystemKind kind) {
    return kind == SystemKind.BLIND || kind == SystemKind.MARKET_AWARE;
  }

  /** Every player begins every season without history: counted in the metrics, not stored. */
  private static List<PCollection<Failure>> worthKeeping(List<PCollection<Failure>> failures) {
    List<PCollection<Failure>> kept = new ArrayList<>();
    for (PCollection<Failure> step : failures) {
      kept.add(
          step.apply(
              "Keep" + kept.size(),
              Filter.by(failure -> failure.getCode() != FailureCode.NO_HISTORY)));
    }
    return kept;
  }
}
