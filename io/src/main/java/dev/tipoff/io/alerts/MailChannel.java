package dev.tipoff.io.alerts;

import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import jakarta.mail.MessagingException;

/** Mails alerts. */
final class MailChannel implements AlertChannel {
  private final DeclaredMail declared;
  private final SmtpRelay relay;
  private final Secrets secrets;

  MailChannel(DeclaredMail declared, SmtpRelay relay, Secrets secrets) {
    this.declared = declared;
    this.relay = relay;
    this.secrets = secrets;
  }

  @Override
  public void send(Alert alert) throws UnsentAlertException {
    ChannelSecret password = ChannelSecret.fetch(declared.id(), secrets, declared.password());
    try {
      relay.send(AlertMail.of(alert, declared), password);
    } catch (MessagingException e) {
      throw new UnsentAlertException("mail: the mail cannot be written: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    relay.close();
  }
}
