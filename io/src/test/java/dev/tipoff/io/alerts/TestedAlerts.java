package dev.tipoff.io.alerts;

import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.Severity;
import java.util.Map;
import org.joda.time.Instant;

/** Alerts to send, and what a channel made of them. */
final class TestedAlerts {
  static final String ID = "0123456789abcdef0123456789abcdef";
  static final Secrets NO_SECRETS = new EnvironmentSecrets(Map.of());

  private TestedAlerts() {}

  static Alert alert(Severity severity) {
    return builder(severity).build();
  }

  static Alert.Builder builder(Severity severity) {
    return Alert.builder()
        .setAlertId(ID)
        .setSeverity(severity)
        .setPipeline("load-raw")
        .setStep("ResolveLines")
        .setCode(FailureCode.BAD_ROW)
        .setRunId("run-7")
        .setFailures(1_234)
        .setFirstSeen(Instant.parse("2026-01-15T20:30:00Z"))
        .setLastSeen(Instant.parse("2026-01-15T20:45:00Z"))
        .setSlates("2026-01-15 to 2026-01-16")
        .setSamples("row 7: no line\nrow 9: no price")
        .setChannels("");
  }
}
