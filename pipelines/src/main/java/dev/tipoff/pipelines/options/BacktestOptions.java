package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a backtest may know, and what it writes beside its tables. */
public interface BacktestOptions extends PredictOptions {
  @Description(
      "What is known of who is out before a game: unknown (nothing), report (the reports of the"
          + " time; where nobody kept one, the official comments on who did not play stand in for"
          + " it) or hindsight (who did not play). Results are labelled with it")
  @Default.String("unknown")
  String getAvailability();

  void setAvailability(String availability);

  @Description(
      "How long before the tip bets are placed, such as PT6H: lines and reports are known until then,"
          + " and bets are held against where the market closed. Lines of whole games have no time"
          + " and are used as they are")
  @Default.String("PT0S")
  String getLead();

  void setLead(String lead);

  @Description("Writes the metrics as JSON to this file")
  @Nullable String getMetrics();

  void setMetrics(@Nullable String metrics);

  @Description("Writes one line a graded prediction as CSV to this file")
  @Nullable String getPredictions();

  void setPredictions(@Nullable String predictions);
}
