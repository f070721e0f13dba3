package dev.tipoff.pipelines.launch;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.DeclaredChannel;
import dev.tipoff.io.alerts.DeclaredLog;
import dev.tipoff.io.alerts.DeclaredMail;
import dev.tipoff.io.alerts.DeclaredSentry;
import dev.tipoff.io.alerts.DeclaredSlack;
import dev.tipoff.io.alerts.Runbook;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.pipelines.options.AlertOptions;
import dev.tipoff.pipelines.options.SecretsOptions;
import dev.tipoff.transforms.model.GameDay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads from the options who is told of failures. */
public final class Alerting {
  /** What only ever looks back. */
  private static final ImmutableSet<String> OF_THE_PAST =
      ImmutableSet.of("backtest", "import", "train", "verify");

  private Alerting() {}

  /**
   * Who is told of what a run fails at; empty if nobody is. A run over several slates, or one that
   * only looks back, tells of what is critical, unless the options say another.
   *
   * @throws IllegalArgumentException if an option has a wrong value or one is missing
   */
  public static Optional<AlertSettings> of(
      PipelineOptions options, String pipeline, List<GameDay> slates) {
    AlertOptions how = options.as(AlertOptions.class);
    AlertSettings all = of(options);
    return switch (how.getAlerts()) {
      case "off" -> Optional.empty();
      case "all" -> Optional.of(all);
      case "critical" -> Optional.of(all.criticalOnly());
      case "force" -> Optional.of(all.forced());
      case "auto" ->
          Optional.of(
              OF_THE_PAST.contains(pipeline) || slates.size() > 1 ? all.criticalOnly() : all);
      default ->
          throw new IllegalArgumentException(
              "--alerts=" + how.getAlerts() + " is none of auto, all, critical, off and force");
    };
  }

  /** Who is told of everything. */
  public static AlertSettings of(PipelineOptions options) {
    AlertOptions how = options.as(AlertOptions.class);
    return AlertSettings.of(
            channels(how).stream().map(channel -> channel(channel, how)).toList(),
            options.as(SecretsOptions.class).getSecretsAccess())
        .withPerHour(how.getAlertsPerHour());
  }

  /** The names of the channels that are switched on. */
  public static List<String> channels(AlertOptions how) {
    return Splitter.on(',')
        .trimResults()
        .omitEmptyStrings()
        .splitToStream(how.getAlertChannels())
        .distinct()
        .toList();
  }

  private static DeclaredChannel channel(String name, AlertOptions how) {
    Runbook runbook = new Runbook(how.getRunbook());
    Duration deadline = Deadline.parse("alertDeadline", how.getAlertDeadline());
    return switch (name) {
      case "log" -> new DeclaredLog(runbook);
      case "slack" ->
          DeclaredSlack.builder()
              .setDefaultWebhook(SecretReference.parse(how.getSlackWebhook()))
              .setErrorWebhook(SecretReference.parse(how.getSlackErrorWebhook()))
              .setMonitoringErrorWebhook(
                  SecretReference.parse(how.getSlackMonitoringErrorWebhook()))
              .setMonitoringWarningWebhook(
                  SecretReference.parse(how.getSlackMonitoringWarningWebhook()))
              .setRunbook(runbook)
              .setDeadline(deadline)
              .build();
      case "mail" ->
          DeclaredMail.builder(
                  needed("smtpUser", how.getSmtpUser()),
                  needed("alertFrom", how.getAlertFrom()),
                  Splitter.on(',')
                      .trimResults()
                      .omitEmptyStrings()
                      .splitToList(needed("alertTo", how.getAlertTo())))
              .setHost(how.getSmtpHost())
              .setPort(how.getSmtpPort())
              .setSecurity(security(how.getSmtpSecurity()))
              .setPassword(SecretReference.parse(how.getSmtpPassword()))
              .setRunbook(runbook)
              .setDeadline(deadline)
              .build();
      case "sentry" ->
          DeclaredSentry.builder(CodeVersion.ofThisCode(), how.getEnvironment())
              .setDsn(SecretReference.parse(how.getSentryDsn()))
              .setSampleRate(how.getSentrySampleRate())
              .setRunbook(runbook)
              .setDeadline(deadline)
              .build();
      default ->
          throw new IllegalArgumentException(
              "--alertChannels has '" + name + "', which is none of log, slack, mail and sentry");
    };
  }

  private static String needed(String option, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("mail needs --" + option);
    }
    return value;
  }

  private static DeclaredMail.Security security(String text) {
    return switch (text) {
      case "starttls" -> DeclaredMail.Security.STARTTLS;
      case "tls" -> DeclaredMail.Security.IMPLICIT_TLS;
      default ->
          throw new IllegalArgumentException(
              "--smtpSecurity=" + text + " is neither starttls nor tls");
    };
  }
}
