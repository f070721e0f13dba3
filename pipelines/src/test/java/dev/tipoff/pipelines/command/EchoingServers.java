package dev.tipoff.pipelines.command;

import dev.tipoff.pipelines.TrustedServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Everybody outside, each of whom repeats the secret that they get, and the secrets. */
final class EchoingServers extends TrustedServers {
  private static final Path LEAGUE =
      Path.of(System.getProperty("tipoff.root"), "test-data", "league");

  private EchoingWeb web;
  private EchoingMail mail;

  @Override
  protected void start() throws IOException {
    web = EchoingWeb.start(LEAGUE);
    mail = EchoingMail.start(certificate());
    for (MarkedSecret secret : MarkedSecret.values()) {
      secret(secret.name(), secret.valueAt(web.address()));
    }
  }

  @Override
  protected void stop() {
    web.close();
    try {
      mail.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EchoingWeb web() {
    return web;
  }

  EchoingMail mail() {
    return mail;
  }

  /** How each of them is reached and which secret it gets. */
  List<String> options() {
    return List.of(
        "--secretsFolder=" + secrets(),
        "--slackWebhook=secret:SLACK_WEBHOOK",
        "--slackErrorWebhook=secret:SLACK_WEBHOOK",
        "--slackMonitoringErrorWebhook=secret:SLACK_WEBHOOK",
        "--slackMonitoringWarningWebhook=secret:SLACK_WEBHOOK",
        "--sentryDsn=secret:SENTRY_DSN",
        "--smtpPassword=secret:SMTP_PASSWORD",
        "--smtpHost=localhost",
        "--smtpPort=" + mail.port(),
        "--smtpUser=tipoff",
        "--alertFrom=alerts@tipoff.example",
        "--alertTo=night@tipoff.example",
        "--alertChannels=log,slack,mail,sentry",
        "--alerts=all");
  }
}
