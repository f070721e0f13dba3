package dev.tipoff.pipelines.command;

import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.BackfillOptions;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.SlateRange;

/**
 * {@code backfill}: phases 3 to 6 of past slates. What is predicted after the tip goes where {@code
 * backtest} keeps it, and never among what was published; how good it was, {@code backtest} says.
 *
 * <p>A season is done before the next begins: a graph holds all that it has read until its end, so
 * that a single one of many seasons would need as many times the memory.
 */
final class BackfillCommand {
  private BackfillCommand() {}

  static void run(String[] args, Report report) {
    PhaseCommands.withWarehouse(args, BackfillOptions.class, report, BackfillCommand::backfill);
  }

  private static void backfill(BackfillOptions options, SlateRun run) {
    for (SlateRange season : run.slates().bySeason()) {
      SlateRun ofSeason = run.of(season);
      Cascade cascade = new Cascade(options, "", ofSeason);
      cascade.step(Phase.ANALYTICS, AnalyticsOptions.class, PhaseCommands::analytics);
      cascade.step(Phase.PRECOMPUTE, SlateOptions.class, PhaseCommands::precompute);
      BacktestCommand.predict(
          options.as(BacktestOptions.class), season, run.ledger(), run.report());
    }
  }
}
