package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.TableReference;
import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.Table;
import java.io.Serializable;
import java.util.regex.Pattern;

/** What the tables of a warehouse are called in BigQuery, as SQL and the API write them. */
@AutoValue
abstract class BigQueryNames implements Serializable, SqlDialect {
  private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_]*");

  abstract String project();

  /** Stands before the name of every dataset, so that a replay has datasets of its own. */
  abstract String prefix();

  /**
   * @throws IllegalArgumentException if the project or the prefix cannot be one
   */
  static BigQueryNames of(String project, String prefix) {
    if (!PROJECT.matcher(project).matches()) {
      throw new IllegalArgumentException(
          "'" + project + "' is not a Google Cloud project; use --warehouse=bigquery:PROJECT");
    }
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "--datasetPrefix=" + prefix + " may hold letters, digits and underscores only");
    }
    return new AutoValue_BigQueryNames(project, prefix);
  }

  TableReference reference(Table<?> table) {
    return new TableReference()
        .setProjectId(project())
        .setDatasetId(prefix() + table.dataset())
        .setTableId(tableOf(table.name()));
  }

  /** The view of what is published. */
  TableReference view() {
    String name = Queries.CURRENT_PREDICTIONS;
    return new TableReference()
        .setProjectId(project())
        .setDatasetId(prefix() + name.substring(0, name.indexOf('.')))
        .setTableId(tableOf(name));
  }

  /** One slate's partition, by its decorator. */
  TableReference partition(Table<?> table, GameDay day) {
    TableReference reference = reference(table);
    return reference.setTableId(reference.getTableId() + "$" + day.toString().replace("-", ""));
  }

  /** A table's name in one pair of backticks. */
  @Override
  public String table(String name) {
    return "`" + project() + "." + prefix() + name + "`";
  }

  /** GoogleSQL escapes by backslash. */
  @Override
  public String text(String value) {
    return "'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + "'";
  }

  private static String tableOf(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
