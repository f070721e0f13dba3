package dev.tipoff.pipelines.health;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.ledger.Freshness;
import dev.tipoff.transforms.ledger.SourceStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** How recent what each source brought is. One that is stale or failing is to be looked at. */
public final class FreshnessHealth {
  private FreshnessHealth() {}

  /** As a {@link StoredHealthCheck}. */
  public static ComponentHealth check(WarehouseAdmin warehouse, Instant now) {
    Map<String, SourceStatus> statuses =
        Maps.uniqueIndex(warehouse.rows(Queries.sourceStatus()), SourceStatus::getSource);
    Map<Freshness, Integer> counts = new EnumMap<>(Freshness.class);
    ImmutableList.Builder<Map<String, Object>> sources = ImmutableList.builder();
    for (Source source : Catalogue.load().all()) {
      SourceStatus status = statuses.get(source.id());
      Freshness freshness = Freshness.of(status, source.cadence(), now);
      counts.merge(freshness, 1, Integer::sum);
      sources.add(details(source, status, freshness, now));
    }
    return new ComponentHealth(
        counts.containsKey(Freshness.STALE) || counts.containsKey(Freshness.FAILING)
            ? HealthStatus.DEGRADED
            : HealthStatus.HEALTHY,
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().id())
            .collect(Collectors.joining(", ", "sources: ", "")),
        ImmutableMap.of("sources", sources.build()));
  }

  private static Map<String, Object> details(
      Source source, @Nullable SourceStatus status, Freshness freshness, Instant now) {
    ImmutableMap.Builder<String, Object> details = ImmutableMap.builder();
    details.put("source", source.id());
    details.put("status", freshness.id());
    details.put("cadence_seconds", source.cadence().toSeconds());
    Instant success = status == null ? null : status.getLastSuccess();
    if (success != null) {
      details.put("last_success", success.toString());
      details.put("age_seconds", new Duration(success, now).getStandardSeconds());
    }
    return details.buildOrThrow();
  }
}
