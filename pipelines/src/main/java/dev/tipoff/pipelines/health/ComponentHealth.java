package dev.tipoff.pipelines.health;

import com.google.common.collect.ImmutableMap;

/**
 * How well a component is. None of it may have a secret in it: it goes over the network.
 *
 * @param summary a line for a person
 * @param details figures by name, in the order in which they are shown: texts, numbers, flags, and
 *     lists of these or of maps of these; what is not known is left out
 */
public record ComponentHealth(
    HealthStatus status, String summary, ImmutableMap<String, Object> details) {
  /** A component of which no more can be said. */
  static ComponentHealth unhealthy(String summary) {
    return new ComponentHealth(HealthStatus.UNHEALTHY, summary, ImmutableMap.of());
  }
}
