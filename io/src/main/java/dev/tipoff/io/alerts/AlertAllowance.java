package dev.tipoff.io.alerts;

import dev.tipoff.transforms.alerts.Alert;
import org.joda.time.DateTimeConstants;
import org.joda.time.Instant;

/**
 * What one channel may be sent: of each kind of alert so many an hour, a digest an hour, nothing
 * twice, and nothing for a few minutes after it refused. All workers of all runs share it.
 */
final class AlertAllowance {
  /** How long a channel that does not take anything is left alone. */
  private static final long REST_MINUTES = 5;

  private final AlertBudget budget;
  private final String channel;
  private final int perHour;

  AlertAllowance(AlertBudget budget, String channel, int perHour) {
    this.budget = budget;
    this.channel = channel;
    this.perHour = perHour;
  }

  /** Whether an alert has been sent. */
  boolean isSent(Alert alert) {
    return budget.holder(sent(alert)).isPresent();
  }

  /** Says that an alert has been sent, at once and before anything else is done. */
  void markSent(Alert alert, Instant now) {
    budget.take(sent(alert), now.toString());
  }

  /**
   * Whether an alert is among those of its kind that may be sent in this hour. Asked again of the
   * same alert, the answer is the same.
   */
  boolean allows(Alert alert, Instant now) {
    String hour = now.getMillis() / DateTimeConstants.MILLIS_PER_HOUR + "";
    for (int i = 1; i <= perHour; i++) {
      if (budget
          .take(claim("hour", hour, alert.category(), String.valueOf(i)), alert.getAlertId())
          .equals(alert.getAlertId())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a digest may be sent in this hour: the first that asks. */
  boolean allowsDigest(Alert digest, Instant now) {
    String hour = now.getMillis() / DateTimeConstants.MILLIS_PER_HOUR + "";
    return budget.take(claim("digest", hour), digest.getAlertId()).equals(digest.getAlertId());
  }

  /** Whether it refused what it was sent a few minutes ago. */
  boolean isResting(Instant now) {
    return budget.holder(rest(now)).isPresent();
  }

  /** Leaves the channel alone for a few minutes. */
  void rest(Instant now, String why) {
    budget.take(rest(now), why);
  }

  private String rest(Instant now) {
    return claim(
        "rest",
        String.valueOf(now.getMillis() / (REST_MINUTES * DateTimeConstants.MILLIS_PER_MINUTE)));
  }

  private String sent(Alert alert) {
    return claim("sent", alert.getAlertId());
  }

  private String claim(String... parts) {
    return channel + "/" + String.join("/", parts);
  }
}
