package dev.tipoff.pipelines.command;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.health.ComponentHealth;
import dev.tipoff.pipelines.health.HealthStatus;
import dev.tipoff.pipelines.launch.Outbox;
import dev.tipoff.transforms.alerts.AlertDelivery;
import dev.tipoff.transforms.alerts.AlertDelivery.State;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** How well people are told: a channel that has not taken alerts for too long is unhealthy. */
final class AlertsHealth {
  private static final Duration LOOKED_BACK_ON = Duration.standardDays(7);

  private AlertsHealth() {}

  static ComponentHealth check(
      WarehouseAdmin admin, Warehouse warehouse, AlertSettings settings, Instant now) {
    java.time.Instant then = java.time.Instant.ofEpochMilli(now.getMillis());
    Outbox outbox =
        new Outbox(admin, warehouse.alertBudget(), settings, Clock.fixed(then, ZoneOffset.UTC));
    List<AlertDelivery> deliveries =
        admin.rows(Queries.recentDeliveries(now.minus(LOOKED_BACK_ON)));
    Map<String, Integer> waiting = outbox.counts();
    boolean isOverdue = !outbox.overdue().isEmpty();
    List<ImmutableMap<String, Object>> channels =
        settings.channels().stream()
            .map(channel -> channel(channel.id(), deliveries, waiting))
            .toList();
    int left = waiting.values().stream().mapToInt(Integer::intValue).sum();
    return new ComponentHealth(
        isOverdue ? HealthStatus.UNHEALTHY : HealthStatus.HEALTHY,
        String.format("%d channels, %d alerts undelivered", channels.size(), left),
        ImmutableMap.of("channels", channels, "undelivered", left));
  }

  private static ImmutableMap<String, Object> channel(
      String id, List<AlertDelivery> deliveries, Map<String, Integer> waiting) {
    ImmutableMap.Builder<String, Object> channel = ImmutableMap.builder();
    channel.put("channel", id).put("undelivered", waiting.getOrDefault(id, 0));
    last(id, State.SENT, deliveries)
        .ifPresent(sent -> channel.put("last_sent", sent.getEventTime().toString()));
    return channel.buildOrThrow();
  }

  private static Optional<AlertDelivery> last(
      String channel, State state, List<AlertDelivery> deliveries) {
    return deliveries.stream()
        .filter(each -> each.getChannel().equals(channel) && each.getState() == state)
        .max(Comparator.comparing(AlertDelivery::getEventTime));
  }
}
