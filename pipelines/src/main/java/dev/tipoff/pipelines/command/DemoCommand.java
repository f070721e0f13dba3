package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.PlannedRuns;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.DemoOptions;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.RunOptions;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.pipelines.simulator.ProviderServer;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code demo}: a night of a made-up league, as it would go with real data. Yesterday is predicted
 * before its tips, then its results arrive and are graded; then tonight is predicted.
 */
final class DemoCommand {
  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final GameDay LAST_NIGHT = GameDay.parse("2026-01-13");
  private static final GameDay TONIGHT = GameDay.parse("2026-01-14");

  /** 17:00 in New York, after the afternoon's odds and before most tips. */
  private static final String CLOCK = "T22:00:00Z";

  private static final String NOON = "T17:00:00Z";

  private static final String BEFORE = "nbac_scoreboard_v2,oddsa_player_props,oddsa_game_lines";
  private static final String AFTER = "nbac_scoreboard_v2,nbac_player_boxscore";

  private static final int REQUESTS_PER_SECOND = 100;

  private static final long BACKTEST_DAYS = 7;
  private static final GameDay LEARNED = LAST_NIGHT.plusDays(-BACKTEST_DAYS - 1);

  /** A league of twelve weeks is soon learned. */
  private static final double LEARNING_RATE = 0.1;

  private final String[] args;
  private final Path folder;
  private final Path archive;
  private final LeagueSimulator league;
  private final RunLedger ledger;
  private final Report report;

  private DemoCommand(String[] args, DemoOptions options, RunLedger ledger, Report report) {
    this.args = args;
    this.folder = Path.of(options.getFolder());
    this.archive = folder.resolve("archive");
    this.league = LeagueSimulator.of(options.getSeed());
    this.ledger = ledger;
    this.report = report;
  }

  static void run(String[] args, Report report) {
    DemoOptions options = Launcher.options(args, DemoOptions.class);
    Path folder = Path.of(options.getFolder());
    DemoFolder.empty(folder);
    Warehouse warehouse =
        DuckDbWarehouse.at(folder.resolve("tipoff.duckdb").toString(), Duration.ofSeconds(10));
    try (WarehouseAdmin admin = NamedWarehouse.open(warehouse)) {
      new DemoCommand(args, options, new RunLedger(warehouse, admin), report).play();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private void play() throws IOException {
    report.line("A made-up league, so that you see a night without any data of your own.%n");
    Path history = folder.resolve("history");
    league.writeHistory(history, OPENING.date(), LAST_NIGHT.plusDays(-1).date());
    load(history);

    report.line("%nModels learn from all games up to %s:", LEARNED);
    train();

    report.line("%nLast night, %s, before its tips, from the odds and the schedule:", LAST_NIGHT);
    scrape(LAST_NIGHT + CLOCK, BEFORE);
    predict();

    report.line("%nIts results arrive:");
    scrape(TONIGHT + NOON, AFTER);
    loadRaw();
    PhaseCommands.analytics(options(AnalyticsOptions.class), run(LAST_NIGHT));
    PhaseCommands.grade(options(SlateOptions.class), run(LAST_NIGHT));

    report.line("%nThe week before, afterwards, with what was known before each tip:");
    BacktestOptions backtest = options(BacktestOptions.class);
    backtest.setModelDir(in("models"));
    backtest.setAvailability("report");
    BacktestCommand.backtest(
        backtest,
        SlateRange.of(LAST_NIGHT.plusDays(-BACKTEST_DAYS), LAST_NIGHT),
        ledger,
        report,
        Market.POINTS);

    report.line("%nTonight, %s:", TONIGHT);
    try (ProviderServer providers = league.serveProviders(Instant.parse(TONIGHT + CLOCK))) {
      RunOptions all = options(RunOptions.class, providers);
      all.setSources(BEFORE);
      all.setAsOf(TONIGHT + CLOCK);
      all.setModelDir(in("models"));
      all.setSite(in("site"));
      RunCommand.run(all, run(TONIGHT));
      report.line(
          "%nAnd once more: nobody is asked again, and what has not changed is not made again.");
      RunCommand.run(all, run(TONIGHT));
    }
    live();
    report.line("%nTonight's features once more, from today's tables:");
    VerifyCommand.verify(options(SlateOptions.class), SlateRange.of(TONIGHT), ledger, report);
    report.line("%nWhen tonight's phases ran, how long, and why:");
    ReportCommand.cascade(SlateRange.of(TONIGHT), ledger.admin(), report);
    report.line(
        "%nWhat that takes on this machine, and what other ways of doing it would:"
            + " ./tipoff bench%n(more than an hour; ./tipoff bench start alone: three minutes).");
    watch();
    report.line("%nOpen %s in a browser.", folder.resolve("site/index.html").toUri());
  }

  /** Tonight's lines go on moving; the page then shows what was said last. */
  private void live() throws IOException {
    report.line(
        "%nUntil the tips lines go on moving. A stream predicts anew as they do; here an evening of"
            + " them is replayed at speed:");
    Path moves = folder.resolve("moves.jsonl.gz");
    league.writeMoves(moves, TONIGHT.date());
    PredictLiveOptions options = options(PredictLiveOptions.class);
    options.setDate(TONIGHT.toString());
    options.setReplay(moves.toString());
    options.setModelDir(in("models"));
    PredictLiveCommand.live(
        PlannedRuns.predictLive(options, org.joda.time.Instant.parse(TONIGHT + CLOCK)),
        ledger.warehouse(),
        options,
        report);
    PublishOptions page = options(PublishOptions.class);
    page.setSite(in("site"));
    PhaseCommands.publish(page, run(TONIGHT));
  }

  /** Finds what nobody did, which no run can report. */
  private void watch() {
    report.line(
        "%nThe next day nobody has asked for tonight's results. A watch finds it and tells people,"
            + " here in the log:");
    WatchOptions options = options(WatchOptions.class);
    options.setAsOf(TONIGHT.plusDays(1) + NOON);
    options.setModelDir(in("models"));
    try {
      WatchCommand.watch(options, SlateRange.of(TONIGHT), ledger.warehouse(), report);
    } catch (CommandFailedException e) {
      report.line("watch       %s", String.valueOf(e.getMessage()));
    }
  }

  private void load(Path files) {
    ImportOptions options = options(ImportOptions.class);
    options.setSchedule(file(files, "schedule"));
    options.setGameLines(file(files, "game_lines"));
    options.setPlayerGames(file(files, "player_games"));
    options.setDnp(file(files, "player_dnp"));
    ImportCommand.load(options, ledger, report);
  }

  /** The league is too young for two months of it to judge by. */
  private void train() {
    TrainOptions options = options(TrainOptions.class);
    options.setThrough(LEARNED.toString());
    options.setModelDir(in("models"));
    options.setPromote("always");
    options.setLearningRate(LEARNING_RATE);
    TrainCommand.train(options, ledger, report);
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  /** Asks the made-up providers about last night as they answer at a time. */
  private void scrape(String time, String sources) throws IOException {
    try (ProviderServer providers = league.serveProviders(Instant.parse(time))) {
      ScrapeCommand.scrape(
          sources,
          options(ScrapeOptions.class, providers),
          org.joda.time.Instant.parse(time),
          run(LAST_NIGHT));
    }
  }

  private void loadRaw() {
    LoadRawOptions raw = options(LoadRawOptions.class);
    raw.setArchive(archive.toString());
    PhaseCommands.loadRaw(raw, run(LAST_NIGHT));
  }

  private void predict() {
    SlateRun run = run(LAST_NIGHT);
    loadRaw();
    PhaseCommands.analytics(options(AnalyticsOptions.class), run);
    PhaseCommands.precompute(options(SlateOptions.class), run);
    PredictOptions predict = options(PredictOptions.class);
    predict.setAsOf(LAST_NIGHT + CLOCK);
    predict.setModelDir(in("models"));
    PredictCommand.predict(predict, run);
  }

  /** Options that ask the made-up providers, who want no key. */
  private <T extends ScrapeOptions> T options(Class<T> type, ProviderServer providers) {
    T options = options(type);
    options.setArchive(archive.toString());
    options.setProvidersAt(providers.address().toString());
    options.setOddsApiKey("");
    options.setRequestsPerSecond(REQUESTS_PER_SECOND);
    return options;
  }

  private SlateRun run(GameDay day) {
    return new SlateRun(SlateRange.of(day), ledger, report, "the demo");
  }

  private <T extends org.apache.beam.sdk.options.PipelineOptions> T options(Class<T> type) {
    return Launcher.options(args, DemoOptions.class).as(type);
  }

  private static List<String> file(Path folder, String name) {
    return List.of(folder.resolve(name + ".csv.gz").toString());
  }
}
