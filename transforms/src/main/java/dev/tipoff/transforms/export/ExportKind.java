package dev.tipoff.transforms.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.io.Serializable;
import java.time.Duration;
import java.util.SortedSet;

/**
 * A kind of published file: rows of one class in an envelope that says what they are. Within a
 * version columns are added and none is taken away or changed. The same rows give the same bytes in
 * whatever order they came, and however often each.
 */
@AutoValue
public abstract class ExportKind<T> implements Serializable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What the file calls itself, and its schema's file: {@code system-performance} for instance. */
  public abstract String name();

  public abstract int version();

  /** What the file says, for who reads the schema. */
  public abstract String description();

  public abstract Class<T> rowClass();

  /** For how long a reader may keep the file without asking again. */
  public abstract Duration fresh();

  static <T> ExportKind<T> of(
      String name, int version, Class<T> rowClass, Duration fresh, String description) {
    return new AutoValue_ExportKind<>(name, version, description, rowClass, fresh);
  }

  /**
   * A row as an object in JSON.
   *
   * @throws IllegalArgumentException if a cell cannot be said in JSON
   */
  public String item(T row) {
    return RowJson.of(RowShape.of(rowClass()), row).toString();
  }

  /**
   * Rows as a JSON document, by {@link #schema}.
   *
   * @param day what the rows are of, or up to
   * @param items each {@link #item} once
   */
  public String document(GameDay day, SortedSet<String> items) {
    return "{\"kind\":\"%s\",\"version\":%d,\"day\":\"%s\",\"count\":%d,\"items\":[\n%s\n]}\n"
        .formatted(name(), version(), day, items.size(), String.join(",\n", items));
  }

  /** The same rows as a page reads them: a table, several times smaller. */
  public String table(GameDay day, SortedSet<String> items) {
    ObjectNode table = JSON.objectNode();
    table.put("kind", name()).put("version", version()).put("day", day.toString());
    table.setAll(
        RowTable.of(RowShape.of(rowClass()), items.stream().map(RowJson::parsed).toList()));
    return table.toString();
  }

  /** The JSON Schema of a {@link #document}, by the draft of 2020-12. */
  public ObjectNode schema() {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", name());
    schema.put("description", description());
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("kind").put("const", name());
    properties.putObject("version").put("const", version());
    properties.putObject("day").put("type", "string").put("format", "date");
    properties.putObject("count").put("type", "integer");
    properties
        .putObject("items")
        .put("type", "array")
        .set("items", RowJson.schema(RowShape.of(rowClass())));
    ArrayNode required = schema.putArray("required");
    properties.fieldNames().forEachRemaining(required::add);
    return schema;
  }
}
