package dev.tipoff.pipelines.command;

import com.google.common.base.Preconditions;
import dev.tipoff.io.alerts.AlertChannel;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.DeclaredChannel;
import dev.tipoff.io.alerts.UnsentAlertException;
import dev.tipoff.pipelines.Choice;
import dev.tipoff.pipelines.launch.Alerting;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.AlertTestOptions;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.Severity;
import dev.tipoff.transforms.model.GameDay;
import java.util.Arrays;
import java.util.List;
import org.joda.time.Instant;

/** {@code alert test}: sends a real alert through one channel, and says whether it was taken. */
final class AlertCommand {
  private AlertCommand() {}

  static void run(String[] args, Report report) {
    Preconditions.checkArgument(
        args.length > 0 && args[0].equals("test"), "say what to do: alert test --channel=slack");
    AlertTestOptions options =
        Launcher.options(Arrays.copyOfRange(args, 1, args.length), AlertTestOptions.class);
    String name = options.getChannel();
    if (name == null) {
      throw new IllegalArgumentException("say which channel: --channel=slack");
    }
    Severity severity = Choice.of("severity", options.getSeverity(), Severity.class);
    options.setAlertChannels(name);
    AlertSettings settings = Alerting.of(options);
    Alert alert = alert(severity, Instant.now());
    DeclaredChannel channel = settings.channels().get(0);
    if (!channel.takes(alert)) {
      throw new IllegalArgumentException(
          String.format("%s is not for alerts of severity %s", name, options.getSeverity()));
    }
    try (AlertChannel open = channel.open(settings.secrets().open())) {
      open.send(alert);
    } catch (UnsentAlertException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()));
    }
    report.line(
        "alert       %s has taken a %s alert, %s; see that it has arrived",
        name, options.getSeverity(), alert.getAlertId());
  }

  private static Alert alert(Severity severity, Instant now) {
    FailureCode code =
        switch (severity) {
          case CRITICAL -> FailureCode.RUN_FAILED;
          case WARNING -> FailureCode.STALE_SOURCE;
          case INFO -> FailureCode.NO_HISTORY;
        };
    GameDay today = GameDay.ofTip(now);
    return GroupFailures.of("alert-test", "test at " + now, today, () -> now)
        .group(
            List.of(
                Failure.of(
                    "Test",
                    code,
                    now.toString(),
                    "a test by tipoff alert test: nothing is wrong",
                    "",
                    today)))
        .get(0);
  }
}
