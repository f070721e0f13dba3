package dev.tipoff.io.alerts;

import com.google.auto.value.AutoValue;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.Severity;
import java.time.Duration;

/**
 * Slack, by the incoming webhooks of four channels: one for warnings and one for critical alerts of
 * pipelines, and the same for what {@code watch} finds. A webhook's address is a secret.
 */
@AutoValue
public abstract class DeclaredSlack implements DeclaredChannel {
  private static final String WATCH = "watch";

  abstract SecretReference defaultWebhook();

  abstract SecretReference errorWebhook();

  abstract SecretReference monitoringErrorWebhook();

  abstract SecretReference monitoringWarningWebhook();

  abstract Runbook runbook();

  abstract Duration deadline();

  /** The webhooks by their usual names, and the runbook in the repository. */
  public static Builder builder() {
    return new AutoValue_DeclaredSlack.Builder()
        .setDefaultWebhook(new SecretReference("slack-webhook-default"))
        .setErrorWebhook(new SecretReference("slack-webhook-error"))
        .setMonitoringErrorWebhook(new SecretReference("slack-webhook-monitoring-error"))
        .setMonitoringWarningWebhook(new SecretReference("slack-webhook-monitoring-warning"))
        .setRunbook(Runbook.IN_REPOSITORY)
        .setDeadline(Deadline.ALERT);
  }

  @Override
  public final String id() {
    return "slack";
  }

  /** Whether it is a warning or critical. */
  @Override
  public final boolean takes(Alert alert) {
    return alert.getSeverity() != Severity.INFO;
  }

  /** Opens it; the webhooks' addresses are fetched when an alert needs them. */
  @Override
  public final AlertChannel open(Secrets secrets) {
    return new SlackChannel(this, secrets);
  }

  /** Where an alert goes. */
  final SecretReference webhook(Alert alert) {
    boolean isCritical = alert.getSeverity() == Severity.CRITICAL;
    if (alert.getPipeline().equals(WATCH)) {
      return isCritical ? monitoringErrorWebhook() : monitoringWarningWebhook();
    }
    return isCritical ? errorWebhook() : defaultWebhook();
  }

  /** Declares how Slack is reached. */
  @AutoValue.Builder
  public abstract static class Builder {
    /** For warnings of pipelines. */
    public abstract Builder setDefaultWebhook(SecretReference webhook);

    /** For critical alerts of pipelines. */
    public abstract Builder setErrorWebhook(SecretReference webhook);

    /** For critical alerts of {@code watch}. */
    public abstract Builder setMonitoringErrorWebhook(SecretReference webhook);

    /** For warnings of {@code watch}. */
    public abstract Builder setMonitoringWarningWebhook(SecretReference webhook);

    public abstract Builder setRunbook(Runbook runbook);

    /** For one alert, at most {@link Deadline#OUTSIDE_CALL}. */
    public abstract Builder setDeadline(Duration deadline);

    public abstract DeclaredSlack build();
  }
}
