package dev.tipoff.pipelines.command;

import dev.tipoff.io.alerts.LocalhostCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.rules.ExternalResource;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * Everybody outside, each of whom repeats the secret that they get, and a folder with the secrets.
 * What this process trusts is theirs as long as they are up.
 */
final class EchoingServers implements TestRule {
  private static final Path LEAGUE =
      Path.of(System.getProperty("tipoff.root"), "test-data", "league");

  private final TemporaryFolder secrets = new TemporaryFolder();
  private final LocalhostCertificate certificate = new LocalhostCertificate();
  private EchoingWeb web;
  private EchoingMail mail;
  private SSLContext trusted;

  @Override
  public Statement apply(Statement base, Description description) {
    return RuleChain.outerRule(secrets)
        .around(certificate)
        .around(
            new ExternalResource() {
              @Override
              protected void before() throws IOException, NoSuchAlgorithmException {
                start();
              }

              @Override
              protected void after() {
                stop();
              }
            })
        .apply(base, description);
  }

  private void start() throws IOException, NoSuchAlgorithmException {
    trusted = SSLContext.getDefault();
    SSLContext.setDefault(certificate.context());
    web = EchoingWeb.start(LEAGUE);
    mail = EchoingMail.start(certificate.context());
    for (MarkedSecret secret : MarkedSecret.values()) {
      Path file = secrets.getRoot().toPath().resolve(secret.name());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, secret.valueAt(web.address()));
    }
  }

  private void stop() {
    web.close();
    SSLContext.setDefault(trusted);
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
        "--secretsFolder=" + secrets.getRoot(),
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
