package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a backtest writes beside its tables. */
public interface BacktestOptions extends PredictOptions {
  @Description("Writes the metrics as JSON to this file")
  @Nullable String getMetrics();

  void setMetrics(@Nullable String metrics);

  @Description("Writes one line a graded prediction as CSV to this file")
  @Nullable String getPredictions();

  void setPredictions(@Nullable String predictions);
}
