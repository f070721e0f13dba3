package dev.tipoff.io.alerts;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.AlertDelivery;
import java.time.Clock;
import java.util.List;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Sends the alerts of a run through their channels, each channel by itself, and says what became of
 * each. It never throws for what is outside: an alert that was not sent is a row that says why.
 */
public final class AlertFn extends DoFn<KV<String, Iterable<Alert>>, AlertDelivery> {
  private static final long serialVersionUID = 1L;

  /** Namespace of the counters of alerts, by channel and what became of them. */
  public static final String COUNTERS = "alerts";

  private final AlertSettings settings;
  private final AlertBudget.Source budgets;

  public AlertFn(AlertSettings settings, AlertBudget.Source budgets) {
    this.settings = settings;
    this.budgets = budgets;
  }

  @ProcessElement
  public void send(
      @Element KV<String, Iterable<Alert>> alerts, OutputReceiver<AlertDelivery> output) {
    SendRound round =
        new SendRound(settings, budgets, settings.secrets().open(), Clock.systemUTC());
    for (DeclaredChannel channel : settings.channels()) {
      if (channel.id().equals(alerts.getKey())) {
        for (AlertDelivery delivery :
            round.send(channel, ImmutableList.copyOf(alerts.getValue()), List.of())) {
          Metrics.counter(COUNTERS, channel.id() + " " + delivery.getState()).inc();
          output.output(delivery);
        }
      }
    }
  }
}
