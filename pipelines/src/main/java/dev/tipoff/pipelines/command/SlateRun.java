package dev.tipoff.pipelines.command;

import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.RunSettings;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Some slates, of which phases are run.
 *
 * @param slates the slates
 * @param why the reason to run, for the ledger
 */
record SlateRun(SlateRange slates, RunLedger ledger, Report report, String why) {
  SlateRun because(String reason) {
    return new SlateRun(slates, ledger, report, reason);
  }

  SlateRun of(SlateRange others) {
    return new SlateRun(others, ledger, report, why);
  }

  /** Runs a pipeline to its end, with its entries in the ledger. */
  RunCounts run(PlannedRun planned, PipelineOptions options) {
    return ledger.run(planned, why, options);
  }

  /** All but the sources that the rows of a phase hang on, by name. */
  Map<String, String> settings(SlateOptions options, Class<?> type) {
    return RunSettings.of(options, type, ledger.codeVersion());
  }
}
