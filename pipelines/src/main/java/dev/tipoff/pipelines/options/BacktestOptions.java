package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a backtest writes beside its tables, and what it tries. */
public interface BacktestOptions extends PlayedSlatesOptions, FormatOptions {
  @Description("Writes the metrics as JSON to this file")
  @Nullable String getMetrics();

  void setMetrics(@Nullable String metrics);

  @Description(
      "Writes one line a graded prediction as CSV to this file; chances of an over are given no"
          + " push")
  @Nullable String getPredictions();

  void setPredictions(@Nullable String predictions);

  @Description(
      "How much the market's line counts beside a blind forecast, 0 to 1, instead of what past"
          + " lines say: tests on one feed a weight that was learned on another")
  @Nullable Double getLineWeight();

  void setLineWeight(@Nullable Double lineWeight);

  @Description(
      "Trains the models on what somebody else did in another game of the season. There is nothing"
          + " to learn from that: if they forecast better than a season's mean all the same, the"
          + " harness leaks")
  @Default.Boolean(false)
  boolean getPermuteTargets();

  void setPermuteTargets(boolean permuteTargets);
}
