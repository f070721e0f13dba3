package dev.tipoff.io.alerts;

import dev.tipoff.transforms.alerts.Alert;

/**
 * A way to a person. It is opened on the machine that sends, with what it needs to know of secrets
 * fetched there, and used by one thread at a time.
 */
public interface AlertChannel extends AutoCloseable {
  /**
   * Sends an alert, and returns only once the other side has taken it. It is tried once: a repeat
   * is the outbox's.
   *
   * @throws UnsentAlertException if the other side did not take it within the channel's deadline
   */
  void send(Alert alert) throws UnsentAlertException;

  @Override
  void close();
}
