package dev.tipoff.io.sources;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON body, cut short, in which the value of any place can be another. */
final class PlantedBody {
  private static final String HERE = "@planted@";
  private static final int ENTRIES = 2;

  private final Body body;
  private final JsonNode root;

  /** A pointer to the first of each place, by the place without numbers. */
  private final Map<String, JsonPointer> places = new LinkedHashMap<>();

  private PlantedBody(Body body, JsonNode root) {
    this.body = body;
    this.root = root;
    find("", root, JsonPointer.empty());
  }

  static PlantedBody of(Body body) {
    return new PlantedBody(body, cut(tree(body)));
  }

  private static JsonNode tree(Body body) {
    try {
      return JsonBody.tree(body.text());
    } catch (BadBodyException e) {
      throw new IllegalArgumentException(body.name(), e);
    }
  }

  /** The first two of each list of objects or lists; lists of plain values belong together. */
  private static JsonNode cut(JsonNode node) {
    for (int i = node.size() - 1; node.isArray() && i >= ENTRIES; i--) {
      if (node.get(i).isContainerNode()) {
        ((ArrayNode) node).remove(i);
      }
    }
    node.forEach(PlantedBody::cut);
    return node;
  }

  Body body() {
    return like(root.toString());
  }

  JsonNode root() {
    return root;
  }

  Set<String> places() {
    return places.keySet();
  }

  /** The body with a raw text for the value of a place. */
  Body with(String place, String value) {
    JsonPointer pointer = places.get(place);
    if (pointer == null || pointer.matches()) {
      return like(value);
    }
    JsonNode tree = root.deepCopy();
    JsonNode parent = tree.at(pointer.head());
    if (parent.isArray()) {
      ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), TextNode.valueOf(HERE));
    } else {
      ((ObjectNode) parent).put(pointer.last().getMatchingProperty(), HERE);
    }
    return like(tree.toString().replace('"' + HERE + '"', value));
  }

  private Body like(String text) {
    return Body.of(
        body.name(),
        body.source(),
        body.filedUnder(),
        body.parameters(),
        body.receivedTime(),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private void find(String place, JsonNode node, JsonPointer pointer) {
    places.putIfAbsent(place, pointer);
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        find(place + "/[]", node.get(i), pointer.appendIndex(i));
      }
    }
    for (String name : List.copyOf(names(node))) {
      find(place + "/" + name, node.path(name), pointer.appendProperty(name));
    }
  }

  private static Set<String> names(JsonNode node) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    node.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
    return fields.keySet();
  }
}
