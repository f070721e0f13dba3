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
import dev.tipoff.transforms.grouping.LookUp;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMapView;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PeriodicImpulse;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** What a stream looks up: who plays whom, and what every prediction may look up. */
@AutoValue
abstract class LiveSideInputs {
  abstract LookUp<PlayerRegistry> players();

  abstract LookUp<List<ScheduledGame>> schedule();

  abstract LookUp<List<GameLine>> gameLines();

  abstract LookUp<SlateMap<PlayerGameKey, FeatureVector>> features();

  abstract LookUp<SlateMap<PlayerGameKey, GameContext>> contexts();

  abstract LookUp<LeagueHistory> histories();

  /** Reads them once, for slates that are known and over. */
  static LiveSideInputs once(Pipeline pipeline, SlateRange slates, Warehouse warehouse) {
    SlateSideInputs slate =
        SlateSideInputs.of(
            slates,
            pipeline.apply("ReadFeatures", warehouse.read(Tables.FEATURE_STORE, slates)),
            pipeline.apply("ReadContexts", warehouse.read(Tables.PLAYER_GAME_CONTEXT, slates)),
            pipeline
                .apply("ReadGames", warehouse.read(Tables.PLAYER_GAMES, slates.history()))
                .apply("Histories", LeagueHistoryView.create()));
    return new AutoValue_LiveSideInputs(
        LookUp.of(
            pipeline
                .apply("ReadRegistry", warehouse.query(Queries.playerRegistry()))
                .apply("Registry", CombinedView.of(new BuildPlayerRegistry()))),
        LookUp.of(
            pipeline
                .apply("ReadSchedule", warehouse.read(Tables.SCHEDULE, slates))
                .apply("Schedule", CombinedView.list())),
        LookUp.of(
            pipeline
                .apply("ReadGameLines", warehouse.read(Tables.GAME_LINES, slates))
                .apply("GameLines", CombinedView.list())),
        LookUp.of(slate.features()),
        LookUp.of(slate.contexts()),
        LookUp.of(slate.histories()));
  }

  /** What they are made of, in the global window: when these are there, so are the look-ups. */
  List<PCollection<?>> contents() {
    List<PCollection<?>> contents = new ArrayList<>();
    for (LookUp<?> each :
        List.of(players(), schedule(), gameLines(), features(), contexts(), histories())) {
      contents.add(unwindowed(each.view().getPCollection(), "Contents" + contents.size()));
    }
    return contents;
  }

  private static <T> PCollection<T> unwindowed(PCollection<T> rows, String name) {
    return rows.apply(name, Window.into(new GlobalWindows()));
  }

  /**
   * Reads them again and again: of the slates of today and tomorrow, and of the histories that lead
   * up to them.
   *
   * @param since when it is read first
   */
  static LiveSideInputs again(
      Pipeline pipeline, Instant since, Duration every, Warehouse warehouse) {
    return again(
        pipeline.apply(
            "Rounds",
            PeriodicImpulse.create()
                .startAt(since.minus(every))
                .withInterval(every)
                .applyWindowing()),
        warehouse);
  }

  /**
   * Reads them at some instants.
   *
   * @param instants each in a window of its own
   */
  static LiveSideInputs again(PCollection<Instant> instants, Warehouse warehouse) {
    PCollection<SlateRange> rounds =
        instants
            .apply(
                "Slates",
                MapElements.into(TypeDescriptor.of(SlateRange.class)).via(LiveSideInputs::ahead))
            .setCoder(SerializableCoder.of(SlateRange.class));
    PCollection<SlateRange> histories =
        rounds
            .apply(
                "History",
                MapElements.into(TypeDescriptor.of(SlateRange.class)).via(SlateRange::history))
            .setCoder(SerializableCoder.of(SlateRange.class));
    return new AutoValue_LiveSideInputs(
        LookUp.newest(
            rounds
                .apply("ReadRegistry", warehouse.queryEach(Queries.playerRegistry()))
                .apply("Registry", LatestView.of(new BuildPlayerRegistry(), rounds))),
        LookUp.newest(
            rounds
                .apply("ReadSchedule", warehouse.readEach(Tables.SCHEDULE))
                .apply("Schedule", LatestView.list(rounds))),
        LookUp.newest(
            rounds
                .apply("ReadGameLines", warehouse.readEach(Tables.GAME_LINES))
                .apply("GameLines", LatestView.list(rounds))),
        LookUp.newest(
            rounds
                .apply("ReadFeatures", warehouse.readEach(Tables.FEATURE_STORE))
                .apply(
                    "FeaturesOfSlate",
                    SlateMapView.latest(
                        rounds,
                        FeatureVector::getGameDate,
                        row -> PlayerGameKey.of(row.getGameId(), row.getPlayer())))),
        LookUp.newest(
            rounds
                .apply("ReadContexts", warehouse.readEach(Tables.PLAYER_GAME_CONTEXT))
                .apply(
                    "ContextsOfSlate",
                    SlateMapView.latest(
                        rounds,
                        GameContext::getGameDate,
                        row -> PlayerGameKey.of(row.getGameId(), row.getPlayer())))),
        LookUp.newest(
            histories
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
