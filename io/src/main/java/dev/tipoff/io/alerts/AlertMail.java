package dev.tipoff.io.alerts;

import com.google.common.html.HtmlEscapers;
import dev.tipoff.transforms.alerts.Alert;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * An alert as a mail, in plain text and in HTML. Its Message-ID and a header have the alert's id,
 * so that a repeat can be told.
 */
final class AlertMail extends MimeMessage {
  private static final int SUBJECT = 200;

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html>
      <body style="font-family: sans-serif">
      <div style="border-left: 6px solid %1$s; padding-left: 16px">
      <h2 style="color: %1$s">%2$s</h2>
      <table>
      %3$s
      </table>
      <pre>%4$s</pre>
      <p>What to do: %5$s</p>
      <p>Alert %6$s</p>
      </div>
      </body>
      </html>
      """;

  private final String messageId;

  private AlertMail(String messageId) {
    super(Session.getInstance(new Properties()));
    this.messageId = messageId;
  }

  static AlertMail of(Alert alert, DeclaredMail declared) throws MessagingException {
    InternetAddress from = new InternetAddress(declared.from(), true);
    String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@'));
    AlertMail mail = new AlertMail("<" + alert.getAlertId() + domain + ">");
    mail.setFrom(from);
    for (String recipient : declared.recipients(alert)) {
      mail.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
    }
    String subject =
        AlertText.oneLine(String.format("[Tipoff %s] %s", alert.getSeverity(), alert.title()));
    mail.setSubject(AlertText.cut(subject, SUBJECT), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(Instant.now()));
    mail.setHeader("X-Tipoff-Alert", alert.getAlertId());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setContent(
        new MimeMultipart(
            "alternative",
            part(text(alert, declared.runbook()), "plain"),
            part(html(alert, declared.runbook()), "html")));
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    return part;
  }

  private static String text(Alert alert, Runbook runbook) {
    String facts =
        AlertText.facts(alert).entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("\n"));
    return String.join(
        "\n\n",
        AlertText.heading(alert),
        facts,
        alert.getSamples(),
        "What to do: " + runbook.paragraph(alert),
        "Alert " + alert.getAlertId() + "\n");
  }

  private static String html(Alert alert, Runbook runbook) {
    return PAGE.formatted(
        AlertText.colour(alert.getSeverity()),
        escaped(AlertText.heading(alert)),
        AlertText.facts(alert).entrySet().stream()
            .map(AlertMail::row)
            .collect(Collectors.joining("\n")),
        escaped(alert.getSamples()),
        link(runbook, escaped(runbook.paragraph(alert))),
        escaped(alert.getAlertId()));
  }

  private static String row(Map.Entry<String, String> fact) {
    return "<tr><th align=\"left\">%s</th><td>%s</td></tr>"
        .formatted(escaped(fact.getKey()), escaped(fact.getValue()));
  }

  private static String link(Runbook runbook, String paragraph) {
    return runbook.isOnTheWeb() ? "<a href=\"%1$s\">%1$s</a>".formatted(paragraph) : paragraph;
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
