package dev.tipoff.io.alerts;

import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import java.io.Serializable;

/**
 * How a channel is reached. It travels in a job's graph, so it holds references to secrets and
 * never their values.
 */
public interface DeclaredChannel extends Serializable {
  /** Its name on the command line and in the outbox, {@code slack} for instance. */
  String id();

  /** Whether an alert goes this way. */
  boolean takes(Alert alert);

  /** Whether it gets only so much in an hour, which is to be asked for. */
  default boolean isRationed() {
    return true;
  }

  /**
   * Opens it on the machine that sends.
   *
   * @throws UnsentAlertException if it cannot be opened: a secret is missing, for instance
   */
  AlertChannel open(Secrets secrets) throws UnsentAlertException;
}
