package dev.tipoff.pipelines.launch;

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
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Alerts outside a pipeline: of what the launcher itself finds, and those that an earlier run could
 * not send, held back, or died before it sent them.
 */
public final class Outbox {
  /** Nobody is told of what is older. */
  private static final Duration WORTH_TELLING = Duration.standardDays(2);

  /** A channel that is well takes an alert at the next run at the latest. */
  private static final Duration TOO_LONG = Duration.standardHours(1);

  private final WarehouseAdmin admin;
  private final AlertBudget.Source budgets;
  private final AlertSettings settings;
  private final Clock clock;

  public Outbox(
      WarehouseAdmin admin, AlertBudget.Source budgets, AlertSettings settings, Clock clock) {
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
  public List<AlertDelivery> raise(String pipeline, String runId, List<Failure> failures) {
    admin.store(Tables.FAILURES, failures.stream().map(failure -> failure.in(pipeline)).toList());
    admin.store(
        Tables.ALERTS,
        GroupFailures.of(pipeline, runId, GameDay.ofTip(now()), Instant::now)
            .group(failures)
            .stream()
            .map(alert -> alert.through(settings.route(alert)))
            .toList());
    return flush();
  }

  /** Sends what waits: alerts that no channel has taken yet, and a digest of those held back. */
  List<AlertDelivery> flush() {
    List<AlertDelivery> deliveries = new ArrayList<>();
    waiting()
        .forEach(
            (channel, waiting) ->
                deliveries.addAll(send(channel, waiting.alerts(), waiting.held())));
    admin.store(Tables.ALERT_DELIVERIES, deliveries);
    return deliveries;
  }

  /**
   * What waits for a channel.
   *
   * @param alerts to be sent
   * @param held to be told of in a digest
   * @param reason why it did not take one last; empty if it was not tried
   */
  private record Waiting(List<Alert> alerts, List<Alert> held, String reason) {}

  /** By channel; channels that nothing waits for are absent. */
  private Map<DeclaredChannel, Waiting> waiting() {
    Instant since = now().minus(WORTH_TELLING);
    List<Alert> alerts = admin.rows(Queries.recentAlerts(since));
    List<AlertDelivery> before =
        alerts.isEmpty() ? List.of() : admin.rows(Queries.recentDeliveries(since));
    Map<DeclaredChannel, Waiting> waiting = new LinkedHashMap<>();
    for (DeclaredChannel channel : settings.channels()) {
      Set<String> held = idsOf(before, channel, EnumSet.of(State.HELD));
      Set<String> done = idsOf(before, channel, EnumSet.of(State.SENT, State.TOLD));
      List<Alert> left =
          alerts.stream()
              .filter(alert -> alert.channels().contains(channel.id()))
              .filter(alert -> !done.contains(alert.getAlertId()))
              .toList();
      if (!left.isEmpty()) {
        waiting.put(
            channel,
            new Waiting(
                left.stream().filter(alert -> !held.contains(alert.getAlertId())).toList(),
                left.stream().filter(alert -> held.contains(alert.getAlertId())).toList(),
                lastReason(before, channel)));
      }
    }
    return waiting;
  }

  private static String lastReason(List<AlertDelivery> deliveries, DeclaredChannel channel) {
    return deliveries.stream()
        .filter(each -> each.getChannel().equals(channel.id()))
        .filter(each -> each.getState() == State.NOT_SENT)
        .max(Comparator.comparing(AlertDelivery::getEventTime))
        .map(AlertDelivery::getReason)
        .orElse("");
  }

  /** How many alerts wait, or are held back, for each channel that any does for. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    waiting()
        .forEach(
            (channel, waiting) ->
                counts.put(channel.id(), waiting.alerts().size() + waiting.held().size()));
    return counts;
  }

  /** A failure for each channel that has not taken an alert for too long. */
  public List<Failure> overdue() {
    GameDay today = GameDay.ofTip(now());
    List<Failure> overdue = new ArrayList<>();
    waiting()
        .forEach(
            (channel, waiting) -> {
              List<Alert> old =
                  waiting.alerts().stream()
                      .filter(alert -> alert.getLastSeen().isBefore(now().minus(TOO_LONG)))
                      .toList();
              if (!old.isEmpty()) {
                overdue.add(
                    Failure.ofKey(
                        "Outbox",
                        FailureCode.ALERT_NOT_SENT,
                        channel.id() + "|" + today,
                        String.format(
                            "%s has not taken %d alerts, one of them %s: %s",
                            channel.id(),
                            old.size(),
                            old.get(0).title(),
                            waiting.reason().isEmpty() ? "not tried yet" : waiting.reason()),
                        "",
                        today));
              }
            });
    return overdue;
  }

  private List<AlertDelivery> send(DeclaredChannel channel, List<Alert> alerts, List<Alert> held) {
    return new SendRound(settings, budgets, settings.secrets().open(), clock)
        .send(channel, alerts, held);
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
