package dev.tipoff.io.alerts;

import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;

/** The process's own log, which takes every alert. */
public record DeclaredLog(Runbook runbook) implements DeclaredChannel {
  @Override
  public String id() {
    return "log";
  }

  @Override
  public boolean takes(Alert alert) {
    return true;
  }

  /** Nobody is woken by it, so that nobody needs to be asked. */
  @Override
  public boolean isRationed() {
    return false;
  }

  @Override
  public AlertChannel open(Secrets secrets) {
    return new LogChannel(runbook);
  }
}
