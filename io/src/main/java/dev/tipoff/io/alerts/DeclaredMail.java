package dev.tipoff.io.alerts;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.Severity;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;

/** Mail, by an SMTP server that is spoken to over TLS only. The user's password is a secret. */
@AutoValue
public abstract class DeclaredMail implements DeclaredChannel {
  private static final int SUBMISSION = 587;
  private static final int LAST_PORT = 65_535;

  /** How the connection becomes TLS. */
  public enum Security {
    /** By STARTTLS, usually at port 587. A server that does not offer it is sent nothing. */
    STARTTLS,
    /** From its first byte, usually at port 465. */
    IMPLICIT_TLS
  }

  abstract String host();

  abstract int port();

  abstract Security security();

  abstract String user();

  abstract SecretReference password();

  abstract String from();

  abstract ImmutableList<String> recipients();

  abstract ImmutableList<String> criticalRecipients();

  abstract Runbook runbook();

  abstract Duration deadline();

  /**
   * Brevo's relay by STARTTLS, the password by its usual name, and the runbook in the repository.
   *
   * @param user who sends, as the relay knows them
   * @param from whom the mails are from
   * @param recipients whom they go to
   */
  public static Builder builder(String user, String from, List<String> recipients) {
    return new AutoValue_DeclaredMail.Builder()
        .setHost("smtp-relay.brevo.com")
        .setPort(SUBMISSION)
        .setSecurity(Security.STARTTLS)
        .setUser(user)
        .setPassword(new SecretReference("brevo-smtp-password"))
        .setFrom(from)
        .setRecipients(recipients)
        .setCriticalRecipients(List.of())
        .setRunbook(Runbook.IN_REPOSITORY)
        .setDeadline(Deadline.ALERT);
  }

  @Override
  public final String id() {
    return "mail";
  }

  /** Whether it is critical. */
  @Override
  public final boolean takes(Alert alert) {
    return alert.getSeverity() == Severity.CRITICAL;
  }

  /** Opens it; the password is fetched with each alert. */
  @Override
  public final AlertChannel open(Secrets secrets) {
    return new MailChannel(this, SmtpRelay.open(this), secrets);
  }

  /** Whom an alert goes to. */
  final ImmutableList<String> recipients(Alert alert) {
    return alert.getSeverity() == Severity.CRITICAL && !criticalRecipients().isEmpty()
        ? criticalRecipients()
        : recipients();
  }

  /** Declares how mails are sent. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setHost(String host);

    public abstract Builder setPort(int port);

    public abstract Builder setSecurity(Security security);

    abstract Builder setUser(String user);

    public abstract Builder setPassword(SecretReference password);

    abstract Builder setFrom(String from);

    abstract Builder setRecipients(List<String> recipients);

    /**
     * Whom critical alerts go to instead of the other recipients; empty if there is no difference.
     */
    public abstract Builder setCriticalRecipients(List<String> recipients);

    public abstract Builder setRunbook(Runbook runbook);

    /** For one alert, at most {@link Deadline#OUTSIDE_CALL}. */
    public abstract Builder setDeadline(Duration deadline);

    abstract DeclaredMail autoBuild();

    /**
     * The channel.
     *
     * @throws IllegalArgumentException if there are no recipients, an address is none, or the port
     *     is none
     */
    public final DeclaredMail build() {
      DeclaredMail declared = autoBuild();
      Preconditions.checkArgument(!declared.recipients().isEmpty(), "mails have no recipients");
      Preconditions.checkArgument(
          declared.port() > 0 && declared.port() <= LAST_PORT, "no port: %s", declared.port());
      check(declared.from());
      declared.recipients().forEach(Builder::check);
      declared.criticalRecipients().forEach(Builder::check);
      return declared;
    }

    private static void check(String address) {
      try {
        new InternetAddress(address, true);
      } catch (AddressException e) {
        throw new IllegalArgumentException("no mail address: " + address, e);
      }
    }
  }
}
