package dev.tipoff.io.alerts;

import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.Severity;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryId;
import java.util.List;

/** An alert as an event of Sentry's. Its id is the alert's, by which Sentry knows a repeat. */
final class SentryAlert {
  /** Sentry's own limit for a tag's value, in characters. */
  private static final int TAG = 200;

  private SentryAlert() {}

  static SentryEvent event(Alert alert, DeclaredSentry declared) {
    SentryEvent event = new SentryEvent(alert.getLastSeen().toDate());
    event.setEventId(new SentryId(alert.getAlertId()));
    event.setLevel(level(alert.getSeverity()));
    event.setFingerprints(List.of(alert.category()));
    event.setRelease(declared.release());
    event.setEnvironment(declared.environment());
    event.setPlatform("java");
    Message message = new Message();
    message.setFormatted(AlertText.oneLine(alert.title()));
    event.setMessage(message);
    tag(event, "pipeline", alert.getPipeline());
    tag(event, "step", alert.getStep());
    tag(event, "code", alert.getCode().name());
    tag(event, "slate", alert.getSlates());
    event.setExtra("count", alert.getFailures());
    event.setExtra("samples", alert.getSamples());
    event.setExtra("run", alert.getRunId());
    event.setExtra("first", alert.getFirstSeen().toString());
    event.setExtra("last", alert.getLastSeen().toString());
    event.setExtra("runbook", declared.runbook().paragraph(alert));
    return event;
  }

  private static void tag(SentryEvent event, String name, String value) {
    String line = AlertText.cut(AlertText.oneLine(value), TAG);
    if (!line.isEmpty()) {
      event.setTag(name, line);
    }
  }

  private static SentryLevel level(Severity severity) {
    return switch (severity) {
      case INFO -> SentryLevel.INFO;
      case WARNING -> SentryLevel.WARNING;
      case CRITICAL -> SentryLevel.FATAL;
    };
  }
}
