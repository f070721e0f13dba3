package dev.tipoff.io.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.bigquery.model.TableFieldSchema;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.tables.Table;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The tables of BigQuery as JSON, by name, for tools that make infrastructure: the same as the
 * statements of {@code schema} make.
 */
public final class BigQueryTablesFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BigQueryTablesFile() {}

  /** All tables: dataset, table, description, schema, partition, clustering and key of each. */
  public static String text() {
    ObjectNode tables = JSON.createObjectNode();
    for (Table<?> table : Tables.all()) {
      ObjectNode json = tables.putObject(table.name());
      json.put("dataset", table.dataset());
      json.put("table", table.name().substring(table.dataset().length() + 1));
      json.put("description", table.description());
      json.put("partition", table.partition());
      json.put("require_partition_filter", table.needsRange());
      ArrayNode clustering = json.putArray("clustering");
      table.clustering().forEach(clustering::add);
      ArrayNode key = json.putArray("primary_key");
      if (BigQueryDdl.hasPrimaryKey(table)) {
        table.key().forEach(key::add);
      }
      ArrayNode schema = json.putArray("schema");
      Map<String, String> descriptions = new HashMap<>();
      table.columns().forEach(column -> descriptions.put(column.name(), column.description()));
      for (TableFieldSchema field : BigQueryCells.schema(table).getFields()) {
        ObjectNode column = schema.addObject();
        column.put("name", field.getName());
        column.put("type", field.getType());
        column.put("mode", field.getMode());
        column.put(
            "description", descriptions.getOrDefault(field.getName(), BigQueryDdl.HASH_OF_ROW));
      }
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tables) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
  }
}
