package dev.tipoff.io.alerts;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.Severity;
import java.io.Serializable;
import java.util.List;

/** Who is told of what: it travels in a job's graph. */
@AutoValue
public abstract class AlertSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Alerts of one kind that a channel gets in an hour. */
  public static final int USUAL_PER_HOUR = 5;

  public abstract ImmutableList<DeclaredChannel> channels();

  /** Where the secrets of the channels are. */
  public abstract SecretsAccess secrets();

  /** Nobody is told of anything less urgent. */
  public abstract Severity least();

  /** Alerts of one kind that a channel gets in an hour. */
  public abstract int perHour();

  /** Whether everything is sent, however much of its kind was sent before. */
  public abstract boolean force();

  /** Settings with the usual limit and nothing held back for its severity. */
  public static AlertSettings of(List<? extends DeclaredChannel> channels, SecretsAccess secrets) {
    return new AutoValue_AlertSettings(
        ImmutableList.copyOf(channels), secrets, Severity.INFO, USUAL_PER_HOUR, false);
  }

  /** The same for a run over the past, of which only what is critical is news. */
  public AlertSettings criticalOnly() {
    return new AutoValue_AlertSettings(
        channels(), secrets(), Severity.CRITICAL, perHour(), force());
  }

  /** The same without any limit, whatever the severity. */
  public AlertSettings forced() {
    return new AutoValue_AlertSettings(channels(), secrets(), Severity.INFO, perHour(), true);
  }

  /** The same with another limit an hour. */
  public AlertSettings withPerHour(int perHour) {
    return new AutoValue_AlertSettings(channels(), secrets(), least(), perHour, force());
  }

  /** The channels that an alert goes to, by their ids; none if it is not urgent enough. */
  public List<String> route(Alert alert) {
    return alert.getSeverity().compareTo(least()) < 0
        ? List.of()
        : channels().stream()
            .filter(channel -> channel.takes(alert))
            .map(DeclaredChannel::id)
            .toList();
  }
}
