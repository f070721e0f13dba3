package dev.tipoff.pipelines.health;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.util.concurrent.SimpleTimeLimiter;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.io.warehouse.WarehouseBusyException;
import dev.tipoff.io.warehouse.WarehouseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all components, one after the other, within a deadline: first those that need no
 * warehouse, then the warehouse, then what it knows of the others. The warehouse is open only
 * meanwhile, and none is made or changed.
 *
 * <p>It never throws: a component that cannot be looked at, or whose turn does not come in time, is
 * unhealthy, and says why.
 */
public final class HealthEvaluation implements AutoCloseable {
  /** The component that is the warehouse itself. */
  public static final String WAREHOUSE = "warehouse";

  private static final Logger LOG = LoggerFactory.getLogger(HealthEvaluation.class);
  private static final int DIFFERENCES_SHOWN = 10;

  private final ImmutableMap<String, HealthCheck> checks;
  private final Warehouse warehouse;
  private final ImmutableMap<String, StoredHealthCheck> stored;
  private final Duration deadline;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          new ThreadFactoryBuilder().setDaemon(true).setNameFormat("health-check").build());

  /**
   * @param checks components that need no warehouse, by name
   * @param stored components that the warehouse knows of, by name
   * @param deadline how long all of it may take
   */
  public HealthEvaluation(
      ImmutableMap<String, HealthCheck> checks,
      Warehouse warehouse,
      ImmutableMap<String, StoredHealthCheck> stored,
      Duration deadline) {
    this.checks = checks;
    this.warehouse = warehouse;
    this.stored = stored;
    this.deadline = deadline;
  }

  /** Each component, in an order that is always the same. */
  public ImmutableMap<String, ComponentHealth> at(Instant now) {
    Map<String, ComponentHealth> found = new ConcurrentHashMap<>();
    String unknown = "cannot be checked";
    try {
      SimpleTimeLimiter.create(worker).runWithTimeout(() -> look(now, found), deadline);
    } catch (TimeoutException e) {
      unknown = String.format("no answer within %d s", deadline.toSeconds());
      LOG.warn("health_check=timeout answered={}", found.keySet());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unknown = "the check was interrupted";
    }
    ImmutableMap.Builder<String, ComponentHealth> all = ImmutableMap.builder();
    for (String name : Iterables.concat(checks.keySet(), List.of(WAREHOUSE), stored.keySet())) {
      all.put(name, found.getOrDefault(name, ComponentHealth.unhealthy(unknown)));
    }
    return all.buildOrThrow();
  }

  private void look(Instant now, Map<String, ComponentHealth> found) {
    checks.forEach((name, check) -> found.put(name, guarded(name, () -> check.check(now))));
    found.put(WAREHOUSE, guarded(WAREHOUSE, () -> ask(now, found)));
    for (String name : stored.keySet()) {
      found.putIfAbsent(name, ComponentHealth.unhealthy("not known without the warehouse"));
    }
  }

  private ComponentHealth ask(Instant now, Map<String, ComponentHealth> found) {
    try (WarehouseAdmin admin = warehouse.admin()) {
      List<String> drift = admin.drift();
      if (!admin.exists()) {
        return unreachable(String.join("; ", drift), false);
      }
      if (drift.isEmpty()) {
        stored.forEach(
            (name, check) -> found.put(name, guarded(name, () -> check.check(admin, now))));
      }
      return reachable(drift);
    } catch (WarehouseBusyException e) {
      return unreachable(e.getMessage(), true);
    } catch (WarehouseException | IllegalArgumentException e) {
      return unreachable(e.getMessage(), false);
    }
  }

  private static ComponentHealth reachable(List<String> drift) {
    return new ComponentHealth(
        drift.isEmpty() ? HealthStatus.HEALTHY : HealthStatus.UNHEALTHY,
        drift.isEmpty()
            ? "as declared"
            : drift.get(0) + (drift.size() > 1 ? " and " + (drift.size() - 1) + " more" : ""),
        ImmutableMap.of(
            "reachable",
            true,
            "busy",
            false,
            "drift",
            drift.size(),
            "differences",
            drift.stream().limit(DIFFERENCES_SHOWN).toList()));
  }

  private static ComponentHealth unreachable(@Nullable String why, boolean busy) {
    return new ComponentHealth(
        HealthStatus.UNHEALTHY,
        String.valueOf(why),
        ImmutableMap.of("reachable", false, "busy", busy));
  }

  private static ComponentHealth guarded(String name, Supplier<ComponentHealth> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      // Its message is not ours to publish.
      LOG.warn("health_check={}", name, e);
      return ComponentHealth.unhealthy(
          "cannot be checked, see the log: " + e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
