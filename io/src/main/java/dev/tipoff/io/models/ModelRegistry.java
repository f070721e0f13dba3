package dev.tipoff.io.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import dev.tipoff.io.files.PlainPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which models a folder has, in the order they came, and which of them is the champion that
 * predicts. The others are challengers: of before, or that did not pass their gates.
 */
public final class ModelRegistry {
  static final ModelRegistry EMPTY = new ModelRegistry("", ImmutableList.of());

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String champion;
  private final ImmutableList<Entry> entries;

  private ModelRegistry(String champion, ImmutableList<Entry> entries) {
    this.champion = champion;
    this.entries = entries;
  }

  /**
   * A set of models.
   *
   * @param id names its folder
   * @param checksum SHA-256 of its card
   * @param verdict what the gates said of it
   */
  public record Entry(String id, String checksum, String verdict) {
    public Entry {
      Preconditions.checkArgument(PlainPath.isName(id), "'%s' may not name a folder", id);
    }
  }

  /** All models, the oldest first. */
  public ImmutableList<Entry> entries() {
    return entries;
  }

  /** The models that predict; empty if none has passed its gates. */
  public Optional<Entry> champion() {
    return entries.stream().filter(entry -> entry.id().equals(champion)).findFirst();
  }

  /** With one more, which takes the place of one of its id. */
  ModelRegistry with(Entry entry, boolean promoted) {
    List<Entry> all = new ArrayList<>(entries);
    all.removeIf(known -> known.id().equals(entry.id()));
    all.add(entry);
    return new ModelRegistry(promoted ? entry.id() : champion, ImmutableList.copyOf(all));
  }

  byte[] text() {
    ObjectNode json = JSON.createObjectNode();
    json.put("champion", champion);
    ArrayNode models = json.putArray("models");
    for (Entry entry : entries) {
      models
          .addObject()
          .put("id", entry.id())
          .put("checksum", entry.checksum())
          .put("verdict", entry.verdict());
    }
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws BadModelException if it is no registry
   */
  static ModelRegistry parse(byte[] text) {
    try {
      JsonNode json = JSON.readTree(text);
      List<Entry> entries = new ArrayList<>();
      for (JsonNode entry : json.required("models")) {
        entries.add(
            new Entry(
                entry.required("id").asText(),
                entry.required("checksum").asText(),
                entry.required("verdict").asText()));
      }
      return new ModelRegistry(json.required("champion").asText(), ImmutableList.copyOf(entries));
    } catch (IOException | IllegalArgumentException e) {
      throw new BadModelException("registry.json cannot be read: " + e.getMessage(), e);
    }
  }
}
