package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Who is told of failures, and how. Secrets are given by reference, never by value. */
public interface AlertOptions extends PipelineOptions {
  @Description(
      "What people are told of: auto (everything, but of a run over past slates only what is"
          + " critical), all, critical, off, or force (everything, and without the hourly limit)")
  @Default.String("auto")
  String getAlerts();

  void setAlerts(String alerts);

  @Description("The ways to people, with commas between: log, slack, mail, sentry")
  @Default.String("log")
  String getAlertChannels();

  void setAlertChannels(String alertChannels);

  @Description("Alerts of one kind that a channel gets in an hour; a digest tells of the others")
  @Default.Integer(5)
  int getAlertsPerHour();

  void setAlertsPerHour(int alertsPerHour);

  @Description("How long a channel may take for an alert, at most 60s")
  @Default.String("10s")
  String getAlertDeadline();

  void setAlertDeadline(String alertDeadline);

  @Description("The path or address of the runbook that alerts link to")
  @Default.String("docs/runbook.md")
  String getRunbook();

  void setRunbook(String runbook);

  @Description("Slack webhook for warnings of pipelines")
  @Default.String("secret:slack-webhook-default")
  String getSlackWebhook();

  void setSlackWebhook(String slackWebhook);

  @Description("Slack webhook for what is critical in pipelines")
  @Default.String("secret:slack-webhook-error")
  String getSlackErrorWebhook();

  void setSlackErrorWebhook(String slackErrorWebhook);

  @Description("Slack webhook for what watch finds that is critical")
  @Default.String("secret:slack-webhook-monitoring-error")
  String getSlackMonitoringErrorWebhook();

  void setSlackMonitoringErrorWebhook(String slackMonitoringErrorWebhook);

  @Description("Slack webhook for what else watch finds")
  @Default.String("secret:slack-webhook-monitoring-warning")
  String getSlackMonitoringWarningWebhook();

  void setSlackMonitoringWarningWebhook(String slackMonitoringWarningWebhook);

  @Description("The mail server that alerts are handed to")
  @Default.String("smtp-relay.brevo.com")
  String getSmtpHost();

  void setSmtpHost(String smtpHost);

  @Description("The port of the mail server")
  @Default.Integer(587)
  int getSmtpPort();

  void setSmtpPort(int smtpPort);

  @Description("How the mail server is spoken to: starttls (port 587) or tls (port 465)")
  @Default.String("starttls")
  String getSmtpSecurity();

  void setSmtpSecurity(String smtpSecurity);

  @Description("The user name at the mail server")
  @Nullable String getSmtpUser();

  void setSmtpUser(@Nullable String smtpUser);

  @Description("The password at the mail server")
  @Default.String("secret:brevo-smtp-password")
  String getSmtpPassword();

  void setSmtpPassword(String smtpPassword);

  @Description("The address that mails come from")
  @Nullable String getAlertFrom();

  void setAlertFrom(@Nullable String alertFrom);

  @Description("The addresses that mails go to, with commas between")
  @Default.String("")
  String getAlertTo();

  void setAlertTo(String alertTo);

  @Description("Sentry's address for events, its DSN")
  @Default.String("secret:sentry-dsn")
  String getSentryDsn();

  void setSentryDsn(String sentryDsn);

  @Description(
      "The part of the warnings that Sentry gets, from 0 to 1; it gets all that is critical")
  @Default.Double(1.0)
  double getSentrySampleRate();

  void setSentrySampleRate(double sentrySampleRate);

  @Description("Where this runs, for Sentry: development, staging or production")
  @Default.String("development")
  String getEnvironment();

  void setEnvironment(String environment);
}
