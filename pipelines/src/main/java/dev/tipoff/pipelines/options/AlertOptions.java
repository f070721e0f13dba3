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
  @Parameter(label = "What people are told of", matches = "auto|all|critical|off|force")
  String getAlerts();

  void setAlerts(String alerts);

  @Description("The ways to people, with commas between: log, slack, mail, sentry")
  @Default.String("log")
  @Parameter(
      label = "Ways to people",
      matches = "(log|slack|mail|sentry)(\\s*,\\s*(log|slack|mail|sentry))*|")
  String getAlertChannels();

  void setAlertChannels(String alertChannels);

  @Description("Alerts of one kind that a channel gets in an hour; a digest tells of the others")
  @Default.Integer(5)
  @Parameter(label = "Alerts of a kind in an hour", matches = "\\d+", type = Parameter.Type.NUMBER)
  int getAlertsPerHour();

  void setAlertsPerHour(int alertsPerHour);

  @Description("How long a channel may take for an alert, at most 60s")
  @Default.String("10s")
  @Parameter(label = "Patience with a channel", matches = "[1-9]\\d{0,5}[smh]")
  String getAlertDeadline();

  void setAlertDeadline(String alertDeadline);

  @Description("The path or address of the runbook that alerts link to")
  @Default.String("docs/runbook.md")
  @Parameter(label = "Runbook")
  String getRunbook();

  void setRunbook(String runbook);

  @Description("Slack webhook for warnings of pipelines")
  @Default.String("secret:slack-webhook-default")
  @Parameter(label = "Slack webhook for warnings", matches = "secret:[A-Za-z0-9_-]+")
  String getSlackWebhook();

  void setSlackWebhook(String slackWebhook);

  @Description("Slack webhook for what is critical in pipelines")
  @Default.String("secret:slack-webhook-error")
  @Parameter(label = "Slack webhook for errors", matches = "secret:[A-Za-z0-9_-]+")
  String getSlackErrorWebhook();

  void setSlackErrorWebhook(String slackErrorWebhook);

  @Description("Slack webhook for what watch finds that is critical")
  @Default.String("secret:slack-webhook-monitoring-error")
  @Parameter(label = "Slack webhook for errors of monitoring", matches = "secret:[A-Za-z0-9_-]+")
  String getSlackMonitoringErrorWebhook();

  void setSlackMonitoringErrorWebhook(String slackMonitoringErrorWebhook);

  @Description("Slack webhook for what else watch finds")
  @Default.String("secret:slack-webhook-monitoring-warning")
  @Parameter(label = "Slack webhook for warnings of monitoring", matches = "secret:[A-Za-z0-9_-]+")
  String getSlackMonitoringWarningWebhook();

  void setSlackMonitoringWarningWebhook(String slackMonitoringWarningWebhook);

  @Description("The mail server that alerts are handed to")
  @Default.String("smtp-relay.brevo.com")
  @Parameter(label = "Mail server", matches = "[A-Za-z0-9.-]+")
  String getSmtpHost();

  void setSmtpHost(String smtpHost);

  @Description("The port of the mail server")
  @Default.Integer(587)
  @Parameter(label = "Port of the mail server", matches = "\\d{1,5}", type = Parameter.Type.NUMBER)
  int getSmtpPort();

  void setSmtpPort(int smtpPort);

  @Description("How the mail server is spoken to: starttls (port 587) or tls (port 465)")
  @Default.String("starttls")
  @Parameter(label = "Security of the mail server", matches = "starttls|tls")
  String getSmtpSecurity();

  void setSmtpSecurity(String smtpSecurity);

  @Description("The user name at the mail server")
  @Parameter(label = "User at the mail server")
  @Nullable String getSmtpUser();

  void setSmtpUser(@Nullable String smtpUser);

  @Description("The password at the mail server")
  @Default.String("secret:brevo-smtp-password")
  @Parameter(label = "Password at the mail server", matches = "secret:[A-Za-z0-9_-]+")
  String getSmtpPassword();

  void setSmtpPassword(String smtpPassword);

  @Description("The address that mails come from")
  @Parameter(label = "Sender of mails", matches = "[^@\\s]+@[^@\\s]+")
  @Nullable String getAlertFrom();

  void setAlertFrom(@Nullable String alertFrom);

  @Description("The addresses that mails go to, with commas between")
  @Default.String("")
  @Parameter(label = "Receivers of mails", matches = "([^@,\\s]+@[^@,\\s]+(\\s*,\\s*)?)*")
  String getAlertTo();

  void setAlertTo(String alertTo);

  @Description("Sentry's address for events, its DSN")
  @Default.String("secret:sentry-dsn")
  @Parameter(label = "Sentry's DSN", matches = "secret:[A-Za-z0-9_-]+")
  String getSentryDsn();

  void setSentryDsn(String sentryDsn);

  @Description(
      "The part of the warnings that Sentry gets, from 0 to 1; it gets all that is critical")
  @Default.Double(1.0)
  @Parameter(
      label = "Part of the warnings for Sentry",
      matches = "0|1|[01]?\\.\\d+|1\\.0+",
      type = Parameter.Type.NUMBER)
  double getSentrySampleRate();

  void setSentrySampleRate(double sentrySampleRate);

  @Description("Where this runs, for Sentry: development, staging or production")
  @Default.String("development")
  @Parameter(label = "Environment", matches = "development|staging|production")
  String getEnvironment();

  void setEnvironment(String environment);
}
