package dev.tipoff.io.alerts;

import dev.tipoff.transforms.alerts.Alert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes an alert as one line of the log. */
final class LogChannel implements AlertChannel {
  private static final Logger LOG = LoggerFactory.getLogger(LogChannel.class);

  private final Runbook runbook;

  LogChannel(Runbook runbook) {
    this.runbook = runbook;
  }

  @Override
  public void send(Alert alert) {
    String line =
        AlertText.oneLine(
            String.format(
                "Alert %s: %s; run %s; see %s; %s",
                alert.getAlertId(),
                alert.title(),
                alert.getRunId(),
                runbook.paragraph(alert),
                alert.getSamples()));
    switch (alert.getSeverity()) {
      case INFO -> LOG.info("{}", line);
      case WARNING -> LOG.warn("{}", line);
      case CRITICAL -> LOG.error("{}", line);
    }
  }

  @Override
  public void close() {}
}
