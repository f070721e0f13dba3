package dev.tipoff.pipelines.command;

import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.Services;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

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

  /** All but the sources that the rows of a phase hang on, by name. */
  <T extends SlateOptions> Map<String, String> settings(T options, Class<T> type) {
    return RunSettings.of(options, type, ledger.codeVersion());
  }

  /** Runs a phase to its end, with its entries in the ledger. */
  <T extends SlateOptions> RunCounts run(
      Phase phase,
      T options,
      Class<T> type,
      @Nullable Instant asOf,
      BiConsumer<Pipeline, Services> build) {
    return ledger.run(
        phase.id(), slates.days(), asOf, why, options, settings(options, type), build);
  }
}
