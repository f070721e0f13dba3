package dev.tipoff.pipelines;

import com.google.auto.value.AutoValue;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.GatherRows;
import dev.tipoff.transforms.grouping.LatestView;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.slate.SlateMapView;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PeriodicImpulse;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** What a stream looks up: who plays whom, and {@link SlateSideInputs}. */
@AutoValue
abstract class LiveSideInputs {
  abstract PCollectionView<PlayerRegistry> players();

  abstract PCollectionView<List<ScheduledGame>> schedule();

  abstract PCollectionView<List<GameLine>> gameLines();

  abstract SlateSideInputs slate();

  /** Reads them once, for slates that are known and over. */
  static LiveSideInputs once(Pipeline pipeline, SlateRange slates, Warehouse warehouse) {
    return new AutoValue_LiveSideInputs(
        pipeline
            .apply("ReadRegistry", warehouse.query(Queries.playerRegistry()))
            .apply("Registry", CombinedView.of(new BuildPlayerRegistry())),
        pipeline
            .apply("ReadSchedule", warehouse.read(Tables.SCHEDULE, slates))
            .apply("Schedule", CombinedView.list()),
        pipeline
            .apply("ReadGameLines", warehouse.read(Tables.GAME_LINES, slates))
            .apply("GameLines", CombinedView.list()),
        SlateSideInputs.of(
            slates,
            pipeline.apply("ReadFeatures", warehouse.read(Tables.FEATURE_STORE, slates)),
            pipeline.apply("ReadContexts", warehouse.read(Tables.PLAYER_GAME_CONTEXT, slates)),
            pipeline
                .apply("ReadGames", warehouse.read(Tables.PLAYER_GAMES, slates.history()))
                .apply("Histories", LeagueHistoryView.create())));
  }

  /**
   * Reads them again and again: of the slates of today and tomorrow, and of the histories that lead
   * up to them.
   *
   * @param since when it is read first
   */
  static LiveSideInputs again(
      Pipeline pipeline, Instant since, Duration every, Warehouse warehouse) {
    PCollection<SlateRange> rounds =
        pipeline
            .apply(
                "Rounds",
                PeriodicImpulse.create()
                    .startAt(since.minus(every))
                    .withInterval(every)
                    .applyWindowing())
            .apply(
                "Slates",
                MapElements.into(TypeDescriptor.of(SlateRange.class)).via(LiveSideInputs::ahead))
            .setCoder(SerializableCoder.of(SlateRange.class));
    PCollection<FeatureVector> features =
        rounds.apply("ReadFeatures", warehouse.readEach(Tables.FEATURE_STORE));
    PCollection<GameContext> contexts =
        rounds.apply("ReadContexts", warehouse.readEach(Tables.PLAYER_GAME_CONTEXT));
    return new AutoValue_LiveSideInputs(
        rounds
            .apply("ReadRegistry", warehouse.queryEach(Queries.playerRegistry()))
            .apply("Registry", LatestView.of(new BuildPlayerRegistry(), rounds)),
        rounds
            .apply("ReadSchedule", warehouse.readEach(Tables.SCHEDULE))
            .apply("Schedule", LatestView.list(rounds)),
        rounds
            .apply("ReadGameLines", warehouse.readEach(Tables.GAME_LINES))
            .apply("GameLines", LatestView.list(rounds)),
        new AutoValue_SlateSideInputs(
            features.apply(
                "FeaturesOfSlate",
                SlateMapView.latest(
                    rounds,
                    FeatureVector::getGameDate,
                    row -> PlayerGameKey.of(row.getGameId(), row.getPlayer()))),
            contexts.apply(
                "ContextsOfSlate",
                SlateMapView.latest(
                    rounds,
                    GameContext::getGameDate,
                    row -> PlayerGameKey.of(row.getGameId(), row.getPlayer()))),
            rounds
                .apply(
                    "History",
                    MapElements.into(TypeDescriptor.of(SlateRange.class)).via(SlateRange::history))
                .setCoder(SerializableCoder.of(SlateRange.class))
                .apply("ReadGames", warehouse.readEach(Tables.PLAYER_GAMES))
                .apply(
                    "Histories",
                    LatestView.of(
                        new GatherRows<>(LeagueHistory.class, LeagueHistory::new), rounds))));
  }

  private static SlateRange ahead(Instant now) {
    GameDay today = GameDay.ofTip(now);
    return SlateRange.of(today, today.plusDays(1));
  }
}
