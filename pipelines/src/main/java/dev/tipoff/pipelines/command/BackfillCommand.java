package dev.tipoff.pipelines.command;

import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.BackfillOptions;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code backfill}: phases 3 to 6 of past slates. What is predicted after the tip goes where {@code
 * backtest} keeps it, and never among what was published; how good it was, {@code backtest} says.
 *
 * <p>A season is done before the next begins: a graph holds all that it has read until its end, so
 * that a single one of many seasons would need as many times the memory. A season that nothing is
 * known of is said to be, and the others are done.
 */
final class BackfillCommand {
  private BackfillCommand() {}

  static void run(String[] args, Report report) {
    PhaseCommands.withWarehouse(args, BackfillOptions.class, report, BackfillCommand::backfill);
  }

  private static void backfill(BackfillOptions options, SlateRun run) {
    List<NotReadyException> notReady = new ArrayList<>();
    List<SlateRange> seasons = run.slates().bySeason();
    for (SlateRange season : seasons) {
      try {
        season(options, run.of(season));
      } catch (NotReadyException e) {
        if (seasons.size() == 1) {
          throw e;
        }
        run.report().line("backfill    %s: not ready, %s", season, String.valueOf(e.getMessage()));
        notReady.add(e);
      }
    }
    if (notReady.size() == seasons.size()) {
      throw notReady.get(0);
    }
  }

  private static void season(BackfillOptions options, SlateRun run) {
    Cascade cascade = new Cascade(options, "", run);
    cascade.step(Phase.ANALYTICS, AnalyticsOptions.class, PhaseCommands::analytics);
    cascade.step(Phase.PRECOMPUTE, SlateOptions.class, PhaseCommands::precompute);
    RunCounts predicted =
        BacktestCommand.predict(
            options.as(BacktestOptions.class), run.slates(), run.ledger(), run.report());
    run.report().failures(predicted);
  }
}
