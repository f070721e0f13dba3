package dev.tipoff.io.alerts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.arrayWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import com.google.common.base.Strings;
import com.icegreen.greenmail.junit.GreenMailRule;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.tipoff.io.http.RawServer;
import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.Severity;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;

/** {@link DeclaredMail} and what it sends. */
public class MailChannelTest {
  private static final String USER = "relay-user";
  private static final String PASSWORD = "Zt0p-mail-word";

  @ClassRule public static final LocalhostCertificate LOCALHOST = new LocalhostCertificate();

  @Rule public final GreenMailRule server = new GreenMailRule(ServerSetupTest.SMTP.dynamicPort());

  @Before
  public void addUser() {
    server.setUser(USER, PASSWORD);
  }

  private static DeclaredMail.Builder declared(int port) {
    return DeclaredMail.builder(
            USER, "Tipoff <alerts@tipoff.example>", List.of("a@example.org", "b@example.org"))
        .setHost("localhost")
        .setPort(port);
  }

  private static Secrets secrets(String password) {
    return new EnvironmentSecrets(Map.of("BREVO_SMTP_PASSWORD", password));
  }

  private static AlertChannel open(DeclaredMail declared, Secrets secrets) {
    return new MailChannel(
        declared, new SmtpRelay(declared, LOCALHOST.context().getSocketFactory()), secrets);
  }

  private static void send(DeclaredMail.Builder declared, Alert alert) throws UnsentAlertException {
    try (AlertChannel channel = open(declared.build(), secrets(PASSWORD))) {
      channel.send(alert);
    }
  }

  private static String reason(DeclaredMail.Builder declared, Secrets secrets) {
    return reason(open(declared.build(), secrets));
  }

  private static String reason(AlertChannel opened) {
    try (AlertChannel channel = opened) {
      String reason =
          assertThrows(
                  UnsentAlertException.class,
                  () -> channel.send(TestedAlerts.alert(Severity.CRITICAL)))
              .getMessage();
      assertThat(reason, startsWith("mail: "));
      return reason;
    }
  }

  private static String reason(DeclaredMail.Builder declared) {
    return reason(declared, secrets(PASSWORD));
  }

  /** The mail that an alert becomes. */
  private MimeMessage mail(Alert alert) throws Exception {
    try (SmtpFront front = SmtpFront.startTls(LOCALHOST.context(), server.getSmtp().getPort())) {
      send(declared(front.port()), alert);
    }
    return server.getReceivedMessages()[0];
  }

  private static String part(MimeMessage mail, int index) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
  }

  @Test
  public void aMailIsTextAndHtml() throws Exception {
    MimeMessage mail =
        mail(
            TestedAlerts.builder(Severity.CRITICAL)
                .setStep("Łuczak's <b>step</b>")
                .setSamples("<script>&\"quoted\"")
                .build());
    assertThat(
        mail.getSubject(),
        is(
            "[Tipoff CRITICAL] 1,234 BAD_ROW in load-raw, step Łuczak's <b>step</b>,"
                + " slate 2026-01-15 to 2026-01-16"));
    assertThat(mail.getFrom()[0].toString(), is("Tipoff <alerts@tipoff.example>"));
    assertThat(mail.getHeader("X-Tipoff-Alert"), is(arrayContaining(TestedAlerts.ID)));
    assertThat(mail.getMessageID(), is("<" + TestedAlerts.ID + "@tipoff.example>"));
    assertThat(mail.getContentType(), startsWith("multipart/alternative"));
    String text = part(mail, 0).replace("\r\n", "\n");
    assertThat(text, startsWith("CRITICAL: 1,234 BAD_ROW in load-raw, step Łuczak's <b>step</b>"));
    assertThat(
        text,
        allOf(
            containsString("\nFailures: 1,234\nCode: BAD_ROW\nPipeline: load-raw\n"),
            containsString("\nRun: run-7\nFirst: 2026-01-15T20:30:00.000Z\n"),
            containsString("\n<script>&\"quoted\"\n"),
            containsString("\nWhat to do: docs/runbook.md#bad_row\n"),
            containsString("\nAlert " + TestedAlerts.ID)));
    String html = part(mail, 1);
    assertThat(
        html,
        allOf(
            containsString("border-left: 6px solid #FF0000"),
            containsString("<h2 style=\"color: #FF0000\">CRITICAL: 1,234 BAD_ROW"),
            containsString("step Łuczak&#39;s &lt;b&gt;step&lt;/b&gt;"),
            containsString("<pre>&lt;script&gt;&amp;&quot;quoted&quot;</pre>"),
            containsString("<td>1,234</td>"),
            containsString("What to do: docs/runbook.md#bad_row"),
            containsString(TestedAlerts.ID)));
    assertThat(html, allOf(not(containsString("<script>")), not(containsString("<b>"))));
  }

  @Test
  public void eachSeverityHasItsColour() throws Exception {
    assertThat(part(mail(TestedAlerts.alert(Severity.INFO)), 1), containsString("solid #0000FF"));
    server.purgeEmailFromAllMailboxes();
    assertThat(
        part(mail(TestedAlerts.alert(Severity.WARNING)), 1), containsString("solid #FFA500"));
  }

  @Test
  public void tlsMayBeImplicit() throws Exception {
    try (SmtpFront front = SmtpFront.implicitTls(LOCALHOST.context(), server.getSmtp().getPort())) {
      send(
          declared(front.port())
              .setSecurity(DeclaredMail.Security.IMPLICIT_TLS)
              .setRunbook(new Runbook("https://docs.example/runbook")),
          TestedAlerts.alert(Severity.CRITICAL));
    }
    assertThat(server.getReceivedMessages(), is(arrayWithSize(2)));
    assertThat(
        part(server.getReceivedMessages()[0], 1),
        containsString("<a href=\"https://docs.example/runbook#bad_row\">"));
  }

  @Test
  public void criticalAlertsMayHaveRecipientsOfTheirOwn() throws Exception {
    try (SmtpFront front = SmtpFront.startTls(LOCALHOST.context(), server.getSmtp().getPort())) {
      DeclaredMail.Builder declared =
          declared(front.port()).setCriticalRecipients(List.of("duty@example.org"));
      send(declared, TestedAlerts.alert(Severity.CRITICAL));
      assertThat(recipients(), is(List.of("duty@example.org")));
      server.purgeEmailFromAllMailboxes();
      send(declared, TestedAlerts.alert(Severity.WARNING));
      assertThat(recipients(), is(List.of("a@example.org", "b@example.org")));
    }
  }

  private List<String> recipients() throws Exception {
    return Arrays.stream(server.getReceivedMessages()[0].getRecipients(RecipientType.TO))
        .map(Object::toString)
        .toList();
  }

  @Test
  public void noTextBeginsAHeaderOrALine() throws Exception {
    MimeMessage mail =
        mail(
            TestedAlerts.builder(Severity.CRITICAL)
                .setStep(
                    "x\r\nBcc: c@example.org\r\n\r\n<p>body</p>\u2028" + Strings.repeat("y", 300))
                .setRunId("r\nCode: OTHER")
                .build());
    assertThat(mail.getHeader("Bcc"), is(nullValue()));
    assertThat(
        mail.getSubject(),
        startsWith(
            "[Tipoff CRITICAL] 1,234 BAD_ROW in load-raw, step x Bcc: c@example.org <p>body</p> y"));
    assertThat(mail.getSubject().length(), is(lessThanOrEqualTo(200)));
    assertThat(mail.getAllRecipients(), is(arrayWithSize(2)));
    assertThat(part(mail, 0), containsString("\nRun: r Code: OTHER"));
  }

  @Test
  public void withoutTlsNothingIsSent() {
    assertThat(
        reason(declared(server.getSmtp().getPort())), containsString("STARTTLS is required"));
    assertThat(server.getReceivedMessages(), is(arrayWithSize(0)));
  }

  @Test
  public void toAnotherThanTheHostNothingIsSent() throws Exception {
    try (SmtpFront implicit =
            SmtpFront.implicitTls(LOCALHOST.context(), server.getSmtp().getPort());
        SmtpFront explicit = SmtpFront.startTls(LOCALHOST.context(), server.getSmtp().getPort())) {
      for (DeclaredMail.Builder declared :
          List.of(
              declared(implicit.port()).setSecurity(DeclaredMail.Security.IMPLICIT_TLS),
              declared(explicit.port()))) {
        assertThat(
            "nobody knows its certificate",
            reason(declared.build().open(secrets(PASSWORD))),
            containsString("unable to find valid certification path"));
        assertThat(
            "its certificate is of localhost",
            reason(declared.setHost("127.0.0.1")),
            containsString("CertificateException"));
      }
    }
    assertThat(server.getReceivedMessages(), is(arrayWithSize(0)));
  }

  @Test
  public void aWrongPasswordIsRefusedAndNotTold() throws Exception {
    try (SmtpFront front = SmtpFront.startTls(LOCALHOST.context(), server.getSmtp().getPort())) {
      String reason = reason(declared(front.port()), secrets("another-word"));
      assertThat(reason, containsString("535 "));
      assertThat(reason, not(containsString("another-word")));
    }
    assertThat(server.getReceivedMessages(), is(arrayWithSize(0)));
  }

  @Test
  public void aServerThatRepeatsThePasswordIsNotQuoted() throws Exception {
    String encoded =
        Base64.getEncoder().encodeToString(("\0" + USER + "\0" + PASSWORD).getBytes(US_ASCII));
    try (SmtpFront front =
        SmtpFront.start(
            client -> RawServer.write(client, "554 " + PASSWORD + " and " + encoded + "\r\n"))) {
      String reason = reason(declared(front.port()));
      assertThat(reason, not(containsString(PASSWORD)));
      assertThat(reason, not(containsString(encoded.substring(20, 32))));
    }
  }

  @Test
  public void aServerThatIsNotThereSaysSo() {
    assertThat(reason(declared(1)), containsString("ConnectException"));
    assertThat(reason(declared(1).setHost("nowhere.invalid")), containsString("nowhere.invalid"));
  }

  @Test
  public void aServerThatHangsOrTricklesIsLeftAtTheDeadline() throws Exception {
    for (RawServer.Answer answer :
        List.of(RawServer.hang(""), RawServer.drip("220-"), RawServer.drip("220 Hello\r\n250-"))) {
      assertIsLate(DeclaredMail.Security.STARTTLS, answer::to);
    }
    assertIsLate(
        DeclaredMail.Security.IMPLICIT_TLS,
        client -> client.getInputStream().transferTo(OutputStream.nullOutputStream()));
    assertIsLate(
        DeclaredMail.Security.IMPLICIT_TLS,
        client -> RawServer.drip("220-").to(SmtpFront.secured(LOCALHOST.context(), client)));
  }

  private static void assertIsLate(DeclaredMail.Security security, SmtpFront.Service service)
      throws IOException {
    try (SmtpFront front = SmtpFront.start(service)) {
      assertThat(
          reason(declared(front.port()).setSecurity(security).setDeadline(Duration.ofMillis(300))),
          is("mail: the deadline passed"));
    }
  }

  @Test
  public void aSecretThatIsNotThereOrNoneSaysWhichOne() {
    String reference = "secret:brevo-smtp-password";
    assertThat(
        reason(declared(1), TestedAlerts.NO_SECRETS), startsWith("mail: there is no " + reference));
    assertThat(
        reason(declared(1), secrets("pw-7x")),
        allOf(containsString(reference), not(containsString("pw-7x"))));
  }

  @Test
  public void anInterruptIsKept() throws Exception {
    try (SmtpFront front = SmtpFront.start(RawServer.hang("")::to)) {
      Thread.currentThread().interrupt();
      assertThat(reason(declared(front.port())), is("mail: interrupted"));
      assertThat(Thread.interrupted(), is(true));
    }
  }

  @Test
  public void criticalAlertsAreTaken() {
    DeclaredMail declared = declared(1).build();
    assertThat(declared.takes(TestedAlerts.alert(Severity.CRITICAL)), is(true));
    assertThat(declared.takes(TestedAlerts.alert(Severity.WARNING)), is(false));
    assertThat(declared.takes(TestedAlerts.alert(Severity.INFO)), is(false));
  }
}
