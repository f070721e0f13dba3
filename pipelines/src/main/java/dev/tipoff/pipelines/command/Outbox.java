package dev.tipoff.pipelines.command;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.DeclaredChannel;
import dev.tipoff.io.alerts.SendRound;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.AlertDelivery;
import dev.tipoff.transforms.alerts.AlertDelivery.State;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.GameDay;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Alerts outside a pipeline: of what the launcher itself finds, and those that an earlier run could
 * not send, held back, or died before it sent them.
 */
final class Outbox {
  /** Nobody is told of what is older. */
  private static final Duration WORTH_TELLING = Duration.standardDays(2);

  private final WarehouseAdmin admin;
  private final AlertBudget.Source budgets;
  private final AlertSettings settings;
  private final Clock clock;

  Outbox(WarehouseAdmin admin, AlertBudget.Source budgets, AlertSettings settings, Clock clock) {
    this.admin = admin;
    this.budgets = budgets;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Stores failures, then the alerts that tell of them, then sends these and whatever else waits.
   *
   * @return what became of each alert
   */
  List<AlertDelivery> raise(String pipeline, String runId, List<Failure> failures) {
    admin.store(Tables.FAILURES, failures.stream().map(failure -> failure.in(pipeline)).toList());
    admin.store(
        Tables.ALERTS,
        GroupFailures.of(pipeline, runId, GameDay.ofTip(now())).group(failures).stream()
            .map(alert -> alert.through(settings.route(alert)))
            .toList());
    return flush();
  }

  /** Sends what waits: alerts that no channel has taken yet, and a digest of those held back. */
  List<AlertDelivery> flush() {
    Instant since = now().minus(WORTH_TELLING);
    List<Alert> alerts = admin.rows(Queries.recentAlerts(since));
    List<AlertDelivery> before = admin.rows(Queries.recentDeliveries(since));
    List<AlertDelivery> deliveries = new ArrayList<>();
    for (DeclaredChannel channel : settings.channels()) {
      List<Alert> ofChannel =
          alerts.stream().filter(alert -> alert.channels().contains(channel.id())).toList();
      Set<String> held = idsOf(before, channel, EnumSet.of(State.HELD));
      Set<String> done = idsOf(before, channel, EnumSet.of(State.SENT, State.TOLD));
      List<Alert> waiting =
          ofChannel.stream().filter(alert -> !done.contains(alert.getAlertId())).toList();
      if (!waiting.isEmpty()) {
        deliveries.addAll(
            send(
                channel,
                waiting.stream().filter(alert -> !held.contains(alert.getAlertId())).toList(),
                waiting.stream().filter(alert -> held.contains(alert.getAlertId())).toList()));
      }
    }
    admin.store(Tables.ALERT_DELIVERIES, deliveries);
    return deliveries;
  }

  private List<AlertDelivery> send(DeclaredChannel channel, List<Alert> alerts, List<Alert> held) {
    try (AlertBudget budget = budgets.open()) {
      return new SendRound(settings, budget, settings.secrets().open(), clock)
          .send(channel, alerts, held);
    }
  }

  private static Set<String> idsOf(
      List<AlertDelivery> deliveries, DeclaredChannel channel, Set<State> states) {
    return deliveries.stream()
        .filter(each -> each.getChannel().equals(channel.id()) && states.contains(each.getState()))
        .map(AlertDelivery::getAlertId)
        .collect(Collectors.toSet());
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}
