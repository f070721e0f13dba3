package dev.tipoff.pipelines.health;

import com.google.common.base.Ascii;
import java.util.Collection;
import java.util.Comparator;

/** How well something is, the best first. */
public enum HealthStatus {
  HEALTHY,
  /** It works, and somebody should look at it. */
  DEGRADED,
  /** It does not work, or nobody can tell whether it does. */
  UNHEALTHY;

  /** As it is written, {@code healthy} for instance. */
  public String id() {
    return Ascii.toLowerCase(name());
  }

  /** The worst of some; healthy if there are none. */
  static HealthStatus worst(Collection<ComponentHealth> components) {
    return components.stream()
        .map(ComponentHealth::status)
        .max(Comparator.naturalOrder())
        .orElse(HEALTHY);
  }
}
