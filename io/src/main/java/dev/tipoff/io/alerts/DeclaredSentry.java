package dev.tipoff.io.alerts;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.hash.Hashing;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sentry, by a DSN, which is a secret. */
@AutoValue
public abstract class DeclaredSentry implements DeclaredChannel {
  private static final double HASHES = 0x1.0p53;

  abstract SecretReference dsn();

  abstract String release();

  abstract String environment();

  abstract double sampleRate();

  abstract Runbook runbook();

  abstract Duration deadline();

  /**
   * Sentry with all alerts, the DSN by its usual name, and the runbook in the repository.
   *
   * @param release the version of the code
   * @param environment where it runs, {@code production} for instance
   */
  public static Builder builder(String release, String environment) {
    return new AutoValue_DeclaredSentry.Builder()
        .setRelease(release)
        .setEnvironment(environment)
        .setDsn(new SecretReference("sentry-dsn"))
        .setSampleRate(1)
        .setRunbook(Runbook.IN_REPOSITORY)
        .setDeadline(Deadline.ALERT);
  }

  @Override
  public final String id() {
    return "sentry";
  }

  /** Whether it is critical, or one of the warnings that the sample has. */
  @Override
  public final boolean takes(Alert alert) {
    return switch (alert.getSeverity()) {
      case CRITICAL -> true;
      case WARNING -> place(alert.getAlertId()) < sampleRate();
      case INFO -> false;
    };
  }

  /**
   * A number from 0 to below 1 that only the id decides: what was left out stays so in a repeat.
   */
  private static double place(String id) {
    long hash = Hashing.sha256().hashString(id, StandardCharsets.UTF_8).asLong();
    return (hash >>> 11) / HASHES;
  }

  /** Opens it; the DSN is fetched with each alert. */
  @Override
  public final AlertChannel open(Secrets secrets) {
    return new SentryChannel(this, secrets);
  }

  /** Declares how Sentry is reached. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setDsn(SecretReference dsn);

    abstract Builder setRelease(String release);

    abstract Builder setEnvironment(String environment);

    /** The part of the warnings that it gets, from 0 to 1; it gets all critical alerts. */
    public abstract Builder setSampleRate(double sampleRate);

    public abstract Builder setRunbook(Runbook runbook);

    /** For one alert, at most {@link Deadline#OUTSIDE_CALL}. */
    public abstract Builder setDeadline(Duration deadline);

    abstract DeclaredSentry autoBuild();

    /**
     * The channel.
     *
     * @throws IllegalArgumentException if the sample rate is not from 0 to 1
     */
    public final DeclaredSentry build() {
      DeclaredSentry declared = autoBuild();
      Preconditions.checkArgument(
          declared.sampleRate() >= 0 && declared.sampleRate() <= 1,
          "the sample rate %s is not from 0 to 1",
          declared.sampleRate());
      return declared;
    }
  }
}
