package dev.tipoff.io.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A {@link ModelCard} as JSON. */
final class CardText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CardText() {}

  static byte[] write(ModelCard card) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", card.id());
    json.put("from", card.from().toString());
    json.put("through", card.through().toString());
    json.put("availability", card.availability());
    json.put("code_version", card.codeVersion());
    json.set("settings", JSON.valueToTree(card.settings()));
    json.set("metrics", JSON.valueToTree(card.metrics()));
    json.set("checksums", JSON.valueToTree(card.checksums()));
    json.put("features", card.features());
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IOException if it is no such text
   * @throws IllegalArgumentException if something is missing or of a wrong kind
   */
  static ModelCard read(byte[] text) throws IOException {
    JsonNode json = JSON.readTree(text);
    ImmutableMap.Builder<String, String> settings = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> setting : json.required("settings").properties()) {
      settings.put(setting.getKey(), setting.getValue().asText());
    }
    ImmutableMap.Builder<String, Double> metrics = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> metric : json.required("metrics").properties()) {
      metrics.put(metric.getKey(), metric.getValue().asDouble());
    }
    ImmutableSortedMap.Builder<String, String> checksums = ImmutableSortedMap.naturalOrder();
    for (Map.Entry<String, JsonNode> file : json.required("checksums").properties()) {
      checksums.put(file.getKey(), file.getValue().asText());
    }
    return ModelCard.builder()
        .id(json.required("id").asText())
        .from(GameDay.parse(json.required("from").asText()))
        .through(GameDay.parse(json.required("through").asText()))
        .availability(json.required("availability").asText())
        .codeVersion(json.required("code_version").asText())
        .settings(settings.buildOrThrow())
        .metrics(metrics.buildOrThrow())
        .checksums(checksums.buildOrThrow())
        .features(json.required("features").asText())
        .build();
  }
}
