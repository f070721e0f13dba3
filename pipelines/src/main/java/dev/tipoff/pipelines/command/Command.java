package dev.tipoff.pipelines.command;

import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.pipelines.launch.Ending;
import dev.tipoff.pipelines.launch.Logging;
import dev.tipoff.pipelines.launch.OptionNames;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.AlertTestOptions;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.AsOfOptions;
import dev.tipoff.pipelines.options.BackfillOptions;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.DemoOptions;
import dev.tipoff.pipelines.options.DigestOptions;
import dev.tipoff.pipelines.options.HealthOptions;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictCommandOptions;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.ReplayOptions;
import dev.tipoff.pipelines.options.ReportOptions;
import dev.tipoff.pipelines.options.RunOptions;
import dev.tipoff.pipelines.options.SchemaOptions;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.options.SourcesOptions;
import dev.tipoff.pipelines.options.TemplatesOptions;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.pipelines.options.WorkflowOptions;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** What {@code tipoff} can do. */
public enum Command {
  DEMO(
      "a made-up league night, all phases, into a fresh warehouse; prints the slate",
      "tipoff demo",
      () -> DemoOptions.class,
      DemoCommand::run),
  IMPORT(
      "loads history from CSV files",
      "tipoff import --playerGames=player_games.csv.gz --schedule=schedule.csv.gz",
      () -> ImportOptions.class,
      ImportCommand::run),
  SCRAPE(
      "phase 1: sources asked for slates, what they answer archived",
      "tipoff scrape --date=2025-01-10 --sources=oddsa_player_props,nbac_scoreboard_v2",
      () -> ScrapeOptions.class,
      ScrapeCommand::run),
  LOAD_RAW(
      "phase 2: bodies of the raw archive, parsed and stored",
      "tipoff load-raw --date=2025-01-10 --archive=archive",
      () -> LoadRawOptions.class,
      PhaseCommands::loadRaw),
  ANALYTICS(
      "phase 3: lines of known players, who is expected to play, who is out, and finished games",
      "tipoff analytics --date=2025-01-10",
      () -> AnalyticsOptions.class,
      PhaseCommands::analytics),
  PRECOMPUTE(
      "phase 4: features, from earlier slates only",
      "tipoff precompute --date=2025-01-10",
      () -> SlateOptions.class,
      PhaseCommands::precompute),
  PREDICT(
      "phase 5: every system's forecast of every lined player, as of a time",
      "tipoff predict --date=2025-01-10 --asOf=2025-01-10T22:00:00Z",
      () -> PredictCommandOptions.class,
      PredictCommand::run),
  PREDICT_LIVE(
      "phase 5 all evening: predicts anew whom a move of a line touches, within seconds",
      "tipoff predict-live --replay=moves.jsonl.gz --date=2025-01-10",
      () -> PredictLiveOptions.class,
      PredictLiveCommand::run),
  GRADE(
      "phase 6: what was published before the tip, held against the box scores",
      "tipoff grade --date=2025-01-10",
      () -> SlateOptions.class,
      PhaseCommands::grade),
  PUBLISH(
      "phase 6: the page of a slate",
      "tipoff publish --date=2025-01-10 --site=site",
      () -> PublishOptions.class,
      PhaseCommands::publish),
  RUN(
      "all phases of a slate, but for those of which nothing has changed; says why",
      "tipoff run --date=2025-01-10 --sources=oddsa_player_props,nbac_scoreboard_v2",
      () -> RunOptions.class,
      RunCommand::run),
  WORKFLOW(
      "sources at their time of day: decides whether it is, says why, asks and loads",
      "tipoff workflow betting_lines --date=2025-01-10; without a name it lists them",
      () -> WorkflowOptions.class,
      WorkflowCommand::run),
  SOURCES(
      "every source: provider, how often, how its scrapes have gone, what is left of a quota",
      "tipoff sources --warehouse=duckdb:tipoff.duckdb",
      () -> AsOfOptions.class,
      SourcesCommand::run),
  TRAIN(
      "learns from all slates up to one; what passes its gates predicts from then on",
      "tipoff train --through=2024-06-30 --modelDir=models",
      () -> TrainOptions.class,
      TrainCommand::run),
  BACKTEST(
      "predicts past slates with what was known before each tip, and measures",
      "tipoff backtest --from=2023-10-24 --to=2024-04-14 --metrics=metrics.json",
      () -> BacktestOptions.class,
      BacktestCommand::run),
  BACKFILL(
      "phases 3 to 6 of past slates, a season at a time: features stored, predictions measured",
      "tipoff backfill --from=2019-10-22 --to=2025-04-13 --modelDir=models",
      () -> BackfillOptions.class,
      BackfillCommand::run),
  VERIFY(
      "recomputes the features of slates from today's tables, and shows what was served otherwise",
      "tipoff verify --date=2025-01-10",
      () -> SlateOptions.class,
      VerifyCommand::run),
  REPLAY(
      "tries what failed again, in the phase that refused it; what does not fail any more is"
          + " resolved",
      "tipoff replay --code=STEP_FAULT --date=2025-01-10",
      () -> ReplayOptions.class,
      ReplayCommand::run),
  WATCH(
      "marks runs that died as failed; says what a slate lacks and which of its columns have moved",
      "tipoff watch --date=2025-01-10",
      () -> WatchOptions.class,
      WatchCommand::run),
  REPORT(
      "the runs of a slate: when, how long, what they read and wrote, and why",
      "tipoff report --date=2025-01-10",
      () -> ReportOptions.class,
      ReportCommand::run),
  HEALTH(
      "what is well: warehouse, runs, sources, model; exits 0 if healthy or degraded, 1 if"
          + " unhealthy",
      "tipoff health --modelDir=models, or tipoff health --serve=8080 to answer over HTTP",
      () -> HealthOptions.class,
      HealthCommand::run),
  DIGEST(
      "rows and an order-free digest of each table: equal digests, equal tables",
      "tipoff digest --table=nba_predictions.backtest_predictions --date=2025-01-10",
      () -> DigestOptions.class,
      DigestCommand::run),
  ALERT(
      "sends a real alert through one channel, to see that it arrives",
      "tipoff alert test --channel=slack --severity=critical",
      () -> AlertTestOptions.class,
      AlertCommand::run),
  SECRETS(
      "every secret in use, and whether it resolves; exits 1 if one that is needed does not",
      "tipoff secrets check --profile=production --secretsProject=my-project",
      () -> SourcesOptions.class,
      SecretsCommand::run),
  TEMPLATES(
      "writes the files of a deployment to Dataflow: template specs, launches, schedules",
      "tipoff templates --out=deployment --inProject=my-project --bucket=my-bucket"
          + " --image=HOST/tipoff@sha256:0f1e --templates=gs://my-templates/revisions/1",
      () -> TemplatesOptions.class,
      TemplatesCommand::run),
  SCHEMA(
      "the statements that make the warehouse; --apply runs them, --check looks for drift",
      "tipoff schema --check --warehouse=duckdb:tipoff.duckdb",
      () -> SchemaOptions.class,
      SchemaCommand::run);

  private final String summary;
  private final String example;

  @SuppressWarnings("ImmutableEnumChecker") // Lambdas without state.
  private final Supplier<Class<?>> options;

  @SuppressWarnings("ImmutableEnumChecker") // As above.
  private final Action action;

  /** Does the work; the options' classes load only then. */
  private interface Action {
    void run(String[] args, Report report);
  }

  Command(String summary, String example, Supplier<Class<?>> options, Action action) {
    this.summary = summary;
    this.example = example;
    this.options = options;
    this.action = action;
  }

  /** The command's name on the command line, {@code load-raw} for instance. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Runs a command line without colour.
   *
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return CommandLine.run(args, out, err, Terminal.plain());
  }

  int run(String[] args, Report report, PrintStream err) {
    if (Arrays.asList(args).contains("--help")) {
      report.text(help());
      return Ending.DONE.code();
    }
    Logging.set(Arrays.stream(args).anyMatch(arg -> arg.matches("--verbose(=true)?")));
    String hint = String.format("try: %s, or tipoff %s --help", example, id());
    return Ending.of(id(), hint, () -> action.run(args, report), err).code();
  }

  /** What it does, in a line. */
  String summary() {
    return summary;
  }

  /** A command line of it. */
  String example() {
    return example;
  }

  private String help() {
    return String.format(
        "tipoff %s: %s%n%nexample: %s%n%noptions:%n%s%nExit codes: 0 done, 1 failed, 2 wrong usage,"
            + " 3 not ready, 4 warehouse busy.%n",
        id(), summary, example, OptionNames.help(options.get()));
  }
}
