package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which channel to try. */
public interface AlertTestOptions extends AlertOptions, SecretsOptions {
  @Description("The channel to try: log, slack, mail or sentry")
  @Nullable String getChannel();

  void setChannel(@Nullable String channel);

  @Description("How urgent the alert is: info, warning or critical")
  @Default.String("critical")
  String getSeverity();

  void setSeverity(String severity);

  @Description("Logs what happens on standard error")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean verbose);
}
