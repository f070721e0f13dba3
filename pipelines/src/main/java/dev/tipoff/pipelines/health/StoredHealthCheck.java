package dev.tipoff.pipelines.health;

import dev.tipoff.io.warehouse.WarehouseAdmin;
import org.joda.time.Instant;

/** Looks at what the warehouse says of a component. It is asked only if all tables are there. */
@FunctionalInterface
public interface StoredHealthCheck {
  /**
   * How well the component is; what is thrown makes it unhealthy.
   *
   * @param warehouse to be read, and left open
   * @param now the time to take as the present
   */
  ComponentHealth check(WarehouseAdmin warehouse, Instant now);
}
