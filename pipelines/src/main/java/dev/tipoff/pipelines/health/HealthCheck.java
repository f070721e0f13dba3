package dev.tipoff.pipelines.health;

import org.joda.time.Instant;

/** Looks at a component that can be looked at without the warehouse. */
@FunctionalInterface
public interface HealthCheck {
  /**
   * How well the component is. Every call to the outside keeps its own deadline; what is thrown
   * makes the component unhealthy.
   *
   * @param now the time to take as the present
   */
  ComponentHealth check(Instant now);
}
