package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.TestWarehouse.Counts;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.Consensus;
import dev.tipoff.transforms.odds.MovingConsensus;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.prediction.LimitStakes;
import dev.tipoff.transforms.prediction.Predict;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.PredictionRequest;
import dev.tipoff.transforms.slate.SlateWindows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/**
 * Real moves of lines replayed at full speed: how many a second, and whether what is published at
 * the end is what a batch of the same lines comes to.
 *
 * <p>{@code LiveReplay DATA [SLATES]}: the folder with {@code player_points_line_moves.csv.gz} and
 * the history, and how many slates of it, all unless said.
 */
public final class LiveReplay {
  private static final int LATE_MINUTES = 9;
  private static final long SEED = 7;

  private LiveReplay() {}

  /** Prepares, replays twice and prints. */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    int most = args.length > 1 ? Integer.parseInt(args[1]) : Integer.MAX_VALUE;
    Path folder = Files.createTempDirectory("live-replay");
    Path moves = data.resolve("player_points_line_moves.csv.gz");
    TreeSet<String> days = new TreeSet<>();
    HistoryCsv.read(moves).rows().forEach(row -> days.add(row.get("date")));
    List<String> chosen = days.stream().limit(most).toList();
    SlateRange slates =
        SlateRange.of(
            GameDay.parse(chosen.get(0)), GameDay.parse(chosen.get(chosen.size() - 1)));
    LineMessages messages = LineMessages.ofMoves(moves, chosen::contains);
    System.out.printf(
        "%d slates, %,d messages%n", chosen.size(), messages.envelopes().size());

    TestWarehouse prepared = TestWarehouse.in(Files.createDirectory(folder.resolve("prepared")));
    prepared.importAll(data);
    prepared.loadRaw(slates, messages.archiveIn(folder.resolve("archive")));
    prepared.analytics(slates);
    prepared.precompute(slates);
    TestWarehouse inBatch = prepared.copyTo(folder.resolve("batch"));
    batch(inBatch, slates);
    Map<String, Prediction> expected = published(inBatch, slates);
    System.out.printf("batch: %,d predictions published%n", expected.size());

    compare("in order", prepared, messages, slates, folder, expected);
    compare(
        "doubled, up to " + LATE_MINUTES + " minutes late",
        prepared,
        messages.doubledAndLate(LATE_MINUTES, SEED),
        slates,
        folder,
        expected);
    compare("in order again, warm", prepared, messages, slates, folder, expected);
  }

  private static void compare(
      String name,
      TestWarehouse prepared,
      LineMessages messages,
      SlateRange slates,
      Path folder,
      Map<String, Prediction> expected)
      throws IOException {
    Path place = folder.resolve(name.replaceAll("\\W+", "-"));
    TestWarehouse live = prepared.copyTo(place);
    Path file = messages.writeTo(place.resolve("moves.jsonl.gz"));
    Runtime.getRuntime().gc();
    long start = System.nanoTime();
    Counts counts = live.predictLive(slates, file);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Prediction> found = published(live, slates);
    List<String> differing = new ArrayList<>();
    expected.forEach(
        (key, row) -> {
          if (!row.equals(found.get(key))) {
            differing.add(key);
          }
        });
    found.keySet().stream().filter(key -> !expected.containsKey(key)).forEach(differing::add);
    long moved = counts.get(MovingConsensus.COUNTERS, "moves");
    System.out.printf(
        "%s: %,d moves in %.1f s, %,.0f a second; %,d too late, %,d no news; %,d rows, %,d"
            + " published, %,d differ from the batch%n",
        name,
        moved,
        seconds,
        moved / seconds,
        counts.get(MovingConsensus.COUNTERS, "late"),
        counts.get(MovingConsensus.COUNTERS, "outdated"),
        counts.stored(Tables.PREDICTIONS),
        found.size(),
        differing.size());
    differing.stream()
        .limit(3)
        .forEach(
            key -> System.out.printf("  %s%n  %s%n", expected.get(key), found.get(key)));
  }

  /** All slates at once, each game as of the last moment before its tip. */
  private static void batch(TestWarehouse file, SlateRange slates) {
    Warehouse warehouse = DuckDbWarehouse.at(file.file().toString(), Duration.ofSeconds(10));
    PredictOptions options = TestWarehouse.options(PredictOptions.class);
    Pipeline pipeline = Pipeline.create(options);
    List<PCollection<Failure>> failures = new ArrayList<>();
    SlateSideInputs slate =
        SlateSideInputs.of(
            slates,
            pipeline.apply("ReadFeatures", warehouse.read(Tables.FEATURE_STORE, slates)),
            pipeline.apply("ReadContexts", warehouse.read(Tables.PLAYER_GAME_CONTEXT, slates)),
            pipeline
                .apply("ReadGames", warehouse.read(Tables.PLAYER_GAMES, slates.history()))
                .apply("Histories", LeagueHistoryView.create()));
    pipeline
        .apply("ReadLines", warehouse.read(Tables.PROP_LINES, slates))
        .apply("LineSlates", SlateWindows.by(PropLine::getGameDate))
        .apply("Consensus", Consensus.create().withDevig(PredictPipeline.devig(options)))
        .apply(
            "Requests",
            MapElements.into(TypeDescriptor.of(PredictionRequest.class))
                .via(PredictionRequest::of))
        .apply(
            "Predict",
            Predict.with(Systems.BLIND)
                .combinedSystems(Systems.COMBINED)
                .marketSystems(Systems.MARKET_AWARE)
                .policy(PredictPipeline.policy(options))
                .features(slate.features())
                .contexts(slate.contexts())
                .histories(slate.histories())
                .reasons(true)
                .build())
        .failuresTo(failures)
        .apply("LimitStakes", LimitStakes.of(options.getMaxStakePerGame()))
        .apply("UpsertPredictions", warehouse.upsert(Tables.PREDICTIONS));
    try (WarehouseAdmin admin = warehouse.admin()) {
      pipeline.run().waitUntilFinish();
    }
  }

  private static Map<String, Prediction> published(TestWarehouse warehouse, SlateRange slates) {
    Map<String, Prediction> rows = new TreeMap<>();
    for (Prediction row : warehouse.rows(Queries.currentPredictions(slates))) {
      rows.put(
          String.join(
              "|",
              row.getSystemId(),
              row.getGameId(),
              row.getPlayer().getId(),
              row.getMarket().id()),
          row.toBuilder().setAsOf(Instant.EPOCH).build());
    }
    return rows;
  }
}
