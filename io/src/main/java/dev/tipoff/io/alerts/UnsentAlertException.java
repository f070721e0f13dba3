package dev.tipoff.io.alerts;

/** An alert that a channel did not take. The message says why, without secrets. */
public final class UnsentAlertException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason what the channel answered, or that it did not
   */
  public UnsentAlertException(String reason) {
    super(reason);
  }
}
