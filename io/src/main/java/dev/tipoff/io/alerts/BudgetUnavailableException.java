package dev.tipoff.io.alerts;

import org.checkerframework.checker.nullness.qual.Nullable;

/** The store of the claims does not answer, so that nobody can tell what may be sent. */
public final class BudgetUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason what happened, without secrets
   */
  public BudgetUnavailableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
