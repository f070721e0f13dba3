package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableSchema;
import dev.tipoff.io.warehouse.SchemaDrift.StoredColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What BigQuery says of a table, in GoogleSQL's words, for comparing. */
final class BigQuerySchema {
  private BigQuerySchema() {}

  static List<StoredColumn> columns(TableSchema schema) {
    List<StoredColumn> columns = new ArrayList<>();
    for (TableFieldSchema field : schema.getFields()) {
      boolean repeated = "REPEATED".equals(field.getMode());
      String type = type(field.getType());
      columns.add(
          new StoredColumn(
              field.getName(),
              repeated ? "ARRAY<" + type + ">" : type,
              !"REQUIRED".equals(field.getMode())));
    }
    return columns;
  }

  /** The API still gives some types their names of old. */
  private static String type(String name) {
    return switch (name) {
      case "INTEGER" -> "INT64";
      case "FLOAT" -> "FLOAT64";
      case "BOOLEAN" -> "BOOL";
      default -> name;
    };
  }

  /** How a stored table's partitions, clusters or primary key differ; one line a difference. */
  static List<String> layoutDrift(
      dev.tipoff.transforms.tables.Table<?> declared, Table stored, BigQueryNames names) {
    List<String> drift = new ArrayList<>();
    String name = names.table(declared.name());
    String partition =
        stored.getTimePartitioning() == null ? "" : stored.getTimePartitioning().getField();
    compare(
        drift,
        name + " is partitioned by",
        partition,
        Objects.requireNonNullElse(declared.partition(), ""));
    List<String> clusters =
        stored.getClustering() == null ? List.of() : stored.getClustering().getFields();
    compare(drift, name + " is clustered by", clusters, declared.clustering());
    List<String> key =
        stored.getTableConstraints() == null || stored.getTableConstraints().getPrimaryKey() == null
            ? List.of()
            : stored.getTableConstraints().getPrimaryKey().getColumns();
    compare(
        drift,
        name + " has the primary key",
        key,
        BigQueryDdl.hasPrimaryKey(declared) ? declared.key() : List.of());
    return drift;
  }

  private static void compare(List<String> drift, String what, Object stored, Object declared) {
    if (!stored.equals(declared)) {
      drift.add(String.format("%s %s instead of %s", what, stored, declared));
    }
  }
}
