package dev.tipoff.pipelines.command;

import dev.tipoff.io.export.PublishedPredictions;
import dev.tipoff.io.terminal.SlateTable;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.PlannedRuns;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.options.PredictCommandOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import java.util.List;
import org.joda.time.Instant;

/** {@code predict}: phase 5 of slates, and what is published of them. */
final class PredictCommand {
  private static final int LINES_SHOWN = 10;

  private PredictCommand() {}

  static void run(String[] args, Report report) {
    PredictCommandOptions options = Launcher.options(args, PredictCommandOptions.class);
    OutputFormat format = OutputFormat.of(options);
    PhaseCommands.withWarehouse(
        options,
        Slates.of(options),
        format.forPeople(report),
        (all, run) -> {
          switch (format) {
            case TABLE -> predict(all, run);
            case CSV -> {
              store(all, run);
              report.data(PublishedPredictions.csv(published(run)));
            }
            case JSON -> {
              store(all, run);
              report.data(PublishedPredictions.json(run.slates(), published(run)));
            }
          }
        });
  }

  /** Predicts, and shows the best of a slate to people. */
  static void predict(PredictOptions options, SlateRun run) {
    SlateRange slates = run.slates();
    long stored = store(options, run);
    if (stored > 0 && slates.from().equals(slates.to())) {
      Report report = run.report();
      report.text(SlateTable.render(slates.from(), published(run), LINES_SHOWN, report.terminal()));
    }
  }

  private static List<Prediction> published(SlateRun run) {
    return run.ledger().admin().rows(Queries.currentPredictions(run.slates()));
  }

  /** Predicts, and says how many predictions there are of it. */
  private static long store(PredictOptions options, SlateRun run) {
    SlateRange slates = run.slates();
    Report report = run.report();
    PlannedRun planned = PlannedRuns.predict(options, slates, Instant.now());
    RunCounts counts = run.run(planned, options);
    long stored = counts.get("rows-stored", "nba_predictions.player_prop_predictions");
    long kept = counts.get("rows-kept", "nba_predictions.player_prop_predictions");
    report.line(
        "predict     %s as of %s: %,d predictions%s, %d data reads",
        slates,
        String.valueOf(planned.asOf()),
        stored,
        kept == 0 ? "" : String.format(" and %,d that were stored before and stand", kept),
        counts.get("warehouse", "reads"));
    report.failures(counts);
    if (counts.get("rows-read", "nba_analytics.player_prop_lines") == 0) {
      throw new NotReadyException(
          "no lines are known for " + slates + "; run load-raw or import, then analytics");
    }
    if (stored + kept == 0) {
      report.line("Nothing was predicted; what was published stands.");
    }
    return stored + kept;
  }
}
