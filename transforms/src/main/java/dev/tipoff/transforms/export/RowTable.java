package dev.tipoff.transforms.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowShape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as a table in JSON, for pages: each column is named once, and each text is there once. A
 * text stands for itself by its place among the words; what a row lacks at its end is left out.
 *
 * <p>The table says {@code words}; {@code columns}, pairs of name and kind, which is {@code word},
 * {@code number} or {@code flag}, with an s for a list; and {@code rows} of cells in the order of
 * the columns.
 */
final class RowTable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Integer> words = new LinkedHashMap<>();

  private RowTable() {}

  /** The table of rows that {@link RowJson} made, in their order. */
  static ObjectNode of(RowShape<?> shape, Collection<? extends JsonNode> rows) {
    return new RowTable().table(shape, rows);
  }

  private ObjectNode table(RowShape<?> shape, Collection<? extends JsonNode> rows) {
    ArrayNode columns = JSON.arrayNode();
    shape.columns().forEach(column -> columns.addArray().add(column.name()).add(kind(column)));
    ArrayNode cells = JSON.arrayNode();
    rows.forEach(row -> cells.add(cells(shape.columns(), row)));
    ObjectNode table = JSON.objectNode();
    ArrayNode texts = table.putArray("words");
    words.keySet().forEach(texts::add);
    table.set("columns", columns);
    table.set("rows", cells);
    return table;
  }

  private ArrayNode cells(List<Column> columns, JsonNode row) {
    ArrayNode cells = JSON.arrayNode();
    columns.forEach(column -> cells.add(cell(row.path(column.name()))));
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isNull()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  private JsonNode cell(JsonNode value) {
    if (value.isArray()) {
      ArrayNode list = JSON.arrayNode();
      value.forEach(each -> list.add(cell(each)));
      return list;
    }
    if (value.isTextual()) {
      return JSON.numberNode(words.computeIfAbsent(value.asText(), text -> words.size()));
    }
    return value.isMissingNode() ? JSON.nullNode() : value;
  }

  private static String kind(Column column) {
    String kind =
        switch (column.type()) {
          case STRING, DATE, TIMESTAMP -> "word";
          case INT64, FLOAT64, NUMERIC -> "number";
          case BOOL -> "flag";
        };
    return column.repeated() ? kind + "s" : kind;
  }
}
