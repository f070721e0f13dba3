package dev.tipoff.pipelines.command;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.pipelines.health.ComponentHealth;
import dev.tipoff.pipelines.health.HealthStatus;
import dev.tipoff.pipelines.launch.SecretsInUse;
import java.util.List;

/** Whether the secrets that are needed resolve, by their references and never their values. */
final class SecretsHealth {
  private SecretsHealth() {}

  static ComponentHealth of(List<SecretsInUse> all, Secrets secrets) {
    List<SecretsInUse> needed = all.stream().filter(SecretsInUse::isNeeded).toList();
    List<String> unresolved =
        needed.stream()
            .map(SecretsInUse::reference)
            .filter(reference -> SecretsCommand.problem(reference, secrets).isPresent())
            .map(String::valueOf)
            .toList();
    return new ComponentHealth(
        unresolved.isEmpty() ? HealthStatus.HEALTHY : HealthStatus.DEGRADED,
        unresolved.isEmpty()
            ? needed.size() + " needed secrets resolve"
            : "not resolved: " + String.join(", ", unresolved),
        ImmutableMap.of("needed", needed.size(), "unresolved", unresolved));
  }
}
