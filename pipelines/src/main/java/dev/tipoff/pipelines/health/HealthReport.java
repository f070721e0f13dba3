package dev.tipoff.pipelines.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Objects;
import org.joda.time.Instant;

/**
 * How well everything is at a time.
 *
 * @param components by name, in the order in which they are shown
 */
public record HealthReport(
    Deployment deployment, Instant checkedAt, ImmutableMap<String, ComponentHealth> components) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The worst status of all components. */
  public HealthStatus status() {
    return HealthStatus.worst(components.values());
  }

  /** Whether the warehouse can be asked and is as declared. */
  boolean isReady() {
    return warehouse().status() == HealthStatus.HEALTHY;
  }

  /** As {@link #document}, as text. */
  public String json() {
    return text(document());
  }

  /** What {@code docs/health.md} describes, its keys always in one order. */
  ObjectNode document() {
    ObjectNode json = JSON.createObjectNode();
    json.put("status", status().id());
    json.put("service", "tipoff");
    json.put("version", deployment.version());
    json.put("code", deployment.code());
    deployment.revision().ifPresent(revision -> json.put("revision", revision));
    json.put("config_hash", deployment.configuration());
    json.put("checked_at", checkedAt.toString());
    ObjectNode all = json.putObject("components");
    for (Map.Entry<String, ComponentHealth> component : components.entrySet()) {
      put(component.getValue(), all.putObject(component.getKey()));
    }
    return json;
  }

  /** Whether requests make sense, and if not why. */
  String readiness() {
    ObjectNode json = JSON.createObjectNode();
    json.put("ready", isReady());
    json.put("summary", warehouse().summary());
    return text(json);
  }

  private ComponentHealth warehouse() {
    return Objects.requireNonNull(components.get(HealthEvaluation.WAREHOUSE));
  }

  private static void put(ComponentHealth component, ObjectNode json) {
    json.put("status", component.status().id());
    json.put("summary", component.summary());
    component.details().forEach((name, value) -> json.set(name, JSON.valueToTree(value)));
  }

  private static String text(ObjectNode json) {
    return json.toPrettyString() + "\n";
  }
}
