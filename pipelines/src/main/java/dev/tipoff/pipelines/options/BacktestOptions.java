package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a backtest writes beside its tables. */
public interface BacktestOptions extends PlayedSlatesOptions, FormatOptions {
  @Description("Writes the metrics as JSON to this file")
  @Nullable String getMetrics();

  void setMetrics(@Nullable String metrics);

  @Description(
      "Writes one line a graded prediction as CSV to this file; chances of an over are given no"
          + " push")
  @Nullable String getPredictions();

  void setPredictions(@Nullable String predictions);
}
