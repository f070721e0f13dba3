package dev.tipoff.pipelines;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.tipoff.io.alerts.SmtpFront;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** A Slack, a Sentry and a mail server with TLS, and the secrets that they want. */
public final class AlertServers extends TrustedServers {
  public static final String PASSWORD = "mail-password-8d1f";
  private static final String USER = "tipoff";

  private final WireMockServer web =
      new WireMockServer(options().dynamicPort().bindAddress("localhost"));
  private final GreenMail mails = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private SmtpFront front;

  @Override
  protected void start() throws IOException {
    web.start();
    mails.start();
    mails.setUser(USER, PASSWORD);
    front = SmtpFront.startTls(certificate(), mails.getSmtp().getPort());
    for (String level : List.of("default", "error", "monitoring-error", "monitoring-warning")) {
      secret("slack-webhook-" + level, webhook(level));
    }
    secret("sentry-dsn", web.baseUrl().replace("://", "://0123456789abcdef@") + "/42");
    secret("brevo-smtp-password", PASSWORD);
    reset();
  }

  @Override
  protected void stop() {
    stopMail();
    mails.stop();
    web.stop();
  }

  /** The address of one of Slack's webhooks. */
  public String webhook(String level) {
    return web.baseUrl() + "/services/T0/B0/" + level + "-webhook";
  }

  /** Options that send everything here. */
  public String[] commandLine(String... others) {
    String[] own = {
      "--alertChannels=log,slack,mail,sentry",
      "--secretsFolder=" + secrets(),
      "--smtpHost=localhost",
      "--smtpPort=" + front.port(),
      "--smtpUser=" + USER,
      "--alertFrom=alerts@tipoff.example",
      "--alertTo=night@tipoff.example,day@tipoff.example",
      "--environment=test"
    };
    String[] all = Arrays.copyOf(others, others.length + own.length);
    System.arraycopy(own, 0, all, others.length, own.length);
    return all;
  }

  /** All are well and have got nothing. */
  public void reset() {
    web.resetAll();
    answer("/services/.*", aResponse().withStatus(200).withBody("ok"));
    answer("/api/.*", aResponse().withStatus(200).withBody("{}"));
    try {
      mails.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What Slack or Sentry says to everything. */
  public void answer(String path, ResponseDefinitionBuilder answer) {
    web.stubFor(any(urlMatching(path)).willReturn(answer));
  }

  /** The mail server is gone. */
  public void stopMail() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void startMail() throws IOException {
    front = SmtpFront.startTls(certificate(), mails.getSmtp().getPort());
  }

  /** The bodies that Slack got at a webhook, {@code error} for instance. */
  public List<String> slack(String level) {
    return bodies("/services/T0/B0/" + level + "-webhook");
  }

  public List<String> sentry() {
    return bodies("/api/42/envelope/");
  }

  private List<String> bodies(String path) {
    return web.findAll(anyRequestedFor(urlMatching(path))).stream()
        .map(request -> request.getBodyAsString())
        .toList();
  }

  public List<MimeMessage> mails() {
    return List.of(mails.getReceivedMessages());
  }

  /** How many mails there are of each alert: each of them has one for each recipient. */
  public static String alertOf(MimeMessage mail) {
    try {
      return String.join(",", mail.getHeader("X-Tipoff-Alert"));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
