package dev.tipoff.pipelines;

import dev.tipoff.io.scrape.Fetcher;
import dev.tipoff.io.scrape.ScrapeSettings;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.joda.time.Instant;

/** How the graph of each pipeline is built for one slate, to be looked at and not to be run. */
final class EveryPipeline {
  static final Instant AS_OF = Instant.parse("2025-11-04T22:00:00Z");

  private static final GameDay DAY = GameDay.parse("2025-11-04");
  private static final SlateRange SLATE = SlateRange.of(DAY);

  private final Path folder;

  private EveryPipeline(Path folder) {
    this.folder = folder;
  }

  /** Builds a pipeline with its services. */
  interface Build {
    void into(Pipeline pipeline, Services services);
  }

  /** Writes the files that some of them want to see first. */
  static EveryPipeline withFilesIn(Path folder) throws IOException {
    LeagueSimulator league = LeagueSimulator.of(9);
    league.writeHistory(folder.resolve("history"), DAY.date(), DAY.date());
    league.writeOdds(folder.resolve("archive"), DAY.date());
    return new EveryPipeline(folder);
  }

  /** By the pipeline's name, with the options that give it another graph. */
  Map<String, Build> builds() {
    ImportOptions files = TestWarehouse.options(ImportOptions.class);
    files.setPlayerGames(List.of(folder + "/history/player_games.csv.gz"));
    files.setDnp(List.of(folder + "/history/player_dnp.csv.gz"));
    files.setSchedule(List.of(folder + "/history/schedule.csv.gz"));
    files.setGameLines(List.of(folder + "/history/game_lines.csv.gz"));
    LoadRawOptions archive = TestWarehouse.options(LoadRawOptions.class);
    archive.setArchive(folder + "/archive");
    PredictOptions predict = TestWarehouse.options(PredictOptions.class);
    PublishOptions publish = TestWarehouse.options(PublishOptions.class);
    TrainOptions train = TestWarehouse.options(TrainOptions.class);
    Map<String, Build> builds = new LinkedHashMap<>();
    builds.put("import", (p, services) -> ImportPipeline.build(p, files, services));
    builds.put(
        "scrape",
        (p, services) ->
            ScrapePipeline.build(
                p,
                SLATE,
                Catalogue.load().named("oddsa_player_props"),
                ScrapeSettings.of(AS_OF, 400),
                archive.getArchive(),
                EveryPipeline::nobodyIsAsked,
                services));
    builds.put("load-raw", (p, services) -> LoadRawPipeline.build(p, SLATE, archive, services));
    builds.put("analytics", (p, services) -> AnalyticsPipeline.build(p, SLATE, services));
    builds.put("precompute", (p, services) -> PrecomputePipeline.build(p, SLATE, services));
    builds.put(
        "predict",
        (p, services) -> PredictPipeline.build(p, SLATE, AS_OF, AS_OF.plus(1), predict, services));
    PredictLiveOptions live = TestWarehouse.options(PredictLiveOptions.class);
    live.setSubscription("projects/some-project/subscriptions/moves");
    builds.put(
        "predict-live", (p, services) -> PredictLivePipeline.build(p, AS_OF, live, services));
    builds.put("grade", (p, services) -> GradePipeline.build(p, SLATE, services));
    builds.put("publish", (p, services) -> PublishPipeline.build(p, SLATE, publish, services));
    builds.put("verify", (p, services) -> VerifyPipeline.build(p, SLATE, services));
    builds.put("train", (p, services) -> TrainPipeline.build(p, DAY, "f00d", train, services));
    for (AvailabilityMode mode : AvailabilityMode.values()) {
      BacktestOptions backtest = TestWarehouse.options(BacktestOptions.class);
      backtest.setAvailability(mode.id());
      builds.put(
          "backtest --availability=" + mode.id(),
          (p, services) -> BacktestPipeline.build(p, SLATE, backtest, services));
    }
    return builds;
  }

  private static Fetcher nobodyIsAsked() {
    throw new IllegalStateException("the graph is not to be run");
  }
}
