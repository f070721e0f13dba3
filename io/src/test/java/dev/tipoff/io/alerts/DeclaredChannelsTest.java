package dev.tipoff.io.alerts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.secrets.Secret;
import dev.tipoff.transforms.failure.Severity;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.Test;

/** What travels in a job's graph of all channels. */
public class DeclaredChannelsTest {
  private static final List<DeclaredChannel> ALL =
      List.of(
          DeclaredSlack.builder().setRunbook(new Runbook("https://docs.example/r")).build(),
          mail(List.of("a@example.org", "B <b@example.org>")).build(),
          DeclaredSentry.builder("tipoff-1a2b", "production").setSampleRate(0.25).build(),
          new DeclaredLog(Runbook.IN_REPOSITORY));

  private static DeclaredMail.Builder mail(List<String> recipients) {
    return DeclaredMail.builder("user", "alerts@tipoff.example", recipients);
  }

  @Test
  public void aCopyIsTheSame() {
    for (DeclaredChannel channel : ALL) {
      assertThat(SerializableUtils.clone(channel), is(channel));
    }
    assertThat(
        ALL.stream().map(DeclaredChannel::id).toList(), contains("slack", "mail", "sentry", "log"));
  }

  @Test
  public void noneHasTheValueOfASecretEvenAfterItWasFetched() throws UnsentAlertException {
    for (DeclaredChannel channel : ALL) {
      if (!channel.id().equals("log")) {
        // It is no address of a server, so that nothing is sent.
        try (AlertChannel open = channel.open(reference -> Secret.of("Zt0pSecret Key4f9a"))) {
          assertThrows(
              UnsentAlertException.class, () -> open.send(TestedAlerts.alert(Severity.CRITICAL)));
        }
      }
      String bytes = new String(SerializableUtils.serializeToByteArray(channel), ISO_8859_1);
      assertThat(bytes, not(containsString("Zt0p")));
      assertThat(channel.toString(), not(containsString("Zt0p")));
    }
  }

  @Test
  public void theUsualSecretsAndServer() {
    DeclaredSlack slack = DeclaredSlack.builder().build();
    assertThat(slack.defaultWebhook().toString(), is("secret:slack-webhook-default"));
    assertThat(slack.errorWebhook().toString(), is("secret:slack-webhook-error"));
    assertThat(
        slack.monitoringErrorWebhook().toString(), is("secret:slack-webhook-monitoring-error"));
    assertThat(
        slack.monitoringWarningWebhook().toString(), is("secret:slack-webhook-monitoring-warning"));
    assertThat(DeclaredSentry.builder("r", "e").build().dsn().toString(), is("secret:sentry-dsn"));
    DeclaredMail mail = mail(List.of("a@example.org")).build();
    assertThat(mail.password().toString(), is("secret:brevo-smtp-password"));
    assertThat(mail.host() + ":" + mail.port(), is("smtp-relay.brevo.com:587"));
    assertThat(mail.security(), is(DeclaredMail.Security.STARTTLS));
    for (Duration deadline :
        List.of(
            slack.deadline(),
            mail.deadline(),
            DeclaredSentry.builder("r", "e").build().deadline())) {
      assertThat(deadline, is(Deadline.ALERT));
    }
  }

  @Test
  public void aMailWithoutAWayIsRefusedBeforeItIsNeeded() {
    assertThrows(IllegalArgumentException.class, () -> mail(List.of()).build());
    for (String none :
        List.of("", "nobody", "a@example.org\r\nBcc: b@example.org", "a@example.org, b@x.org")) {
      assertThrows(none, IllegalArgumentException.class, () -> mail(List.of(none)).build());
      assertThrows(
          none,
          IllegalArgumentException.class,
          () -> DeclaredMail.builder("user", none, List.of("a@example.org")).build());
      assertThrows(
          none,
          IllegalArgumentException.class,
          () -> mail(List.of("a@example.org")).setCriticalRecipients(List.of(none)).build());
    }
    for (int none : new int[] {0, -1, 65_536}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> mail(List.of("a@example.org")).setPort(none).build());
    }
  }

  @Test
  public void aRunbookIsAPathOrAnAddress() {
    for (String none : List.of("", "docs/run book.md", "docs/runbook.md#top")) {
      assertThrows(none, IllegalArgumentException.class, () -> new Runbook(none));
    }
    assertThat(
        new Runbook("docs/r.md").paragraph(TestedAlerts.alert(Severity.INFO)),
        is("docs/r.md#bad_row"));
  }
}
