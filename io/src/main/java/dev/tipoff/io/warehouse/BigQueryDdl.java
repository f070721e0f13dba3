package dev.tipoff.io.warehouse;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements, in GoogleSQL, that make the warehouse of a project: its datasets, its tables with
 * their columns described, and its views. Each may run again without harm.
 *
 * <p>A repeated column is an ARRAY, which BigQuery never stores as NULL and does not let be
 * declared NOT NULL. A primary key is declared where BigQuery allows its types, which leaves out
 * FLOAT64; it is not enforced, but the upserts of an event table go by it. A table that is always
 * read by slates refuses reads without a condition on its date, so whoever wants all of it must say
 * so.
 */
@AutoValue
abstract class BigQueryDdl implements Serializable {
  /** What the last column of every table is. */
  static final String HASH_OF_ROW = "Fingerprint of the other columns";

  private static final String ROW_HASH =
      "row_hash INT64 NOT NULL OPTIONS (description = '" + HASH_OF_ROW + "')";

  /** What BigQuery takes as part of a primary key. */
  private static final Set<Column.Type> KEY_TYPES =
      Set.of(
          Column.Type.STRING,
          Column.Type.INT64,
          Column.Type.NUMERIC,
          Column.Type.BOOL,
          Column.Type.DATE,
          Column.Type.TIMESTAMP);

  private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9-]+");

  abstract BigQueryNames names();

  /** Where datasets are made, {@code US} for instance. */
  abstract String location();

  /**
   * The statements of a project.
   *
   * @throws IllegalArgumentException if the name cannot be a location
   */
  static BigQueryDdl of(BigQueryNames names, String location) {
    Preconditions.checkArgument(
        LOCATION.matcher(location).matches(), "'%s' is no location such as US", location);
    return new AutoValue_BigQueryDdl(names, location);
  }

  /** Every statement, in an order in which they can run. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    Tables.all().stream()
        .map(Table::dataset)
        .distinct()
        .map(this::dataset)
        .forEach(statements::add);
    Tables.all().stream().map(this::table).forEach(statements::add);
    statements.add(Queries.currentPredictionsView().render(names()).strip());
    return List.copyOf(statements);
  }

  /** The whole name, in backticks, of a table or view such as {@code nba_raw.schedule}. */
  String name(String table) {
    return names().table(table);
  }

  String dataset(String dataset) {
    return String.format(
        "CREATE SCHEMA IF NOT EXISTS %s\nOPTIONS (location = %s)",
        name(dataset), names().text(location()));
  }

  String table(Table<?> table) {
    List<String> members = new ArrayList<>();
    table.columns().forEach(column -> members.add(declaration(column)));
    members.add(ROW_HASH);
    if (hasPrimaryKey(table)) {
      members.add("PRIMARY KEY (" + String.join(", ", table.key()) + ") NOT ENFORCED");
    }
    return members.stream()
            .collect(
                Collectors.joining(
                    ",\n  ",
                    "CREATE TABLE IF NOT EXISTS " + name(table.name()) + " (\n  ",
                    "\n)\n"))
        + (table.partition() == null ? "" : "PARTITION BY " + table.partition() + "\n")
        + (table.clustering().isEmpty()
            ? ""
            : "CLUSTER BY " + String.join(", ", table.clustering()) + "\n")
        + "OPTIONS (description = "
        + names().text(table.description())
        + (table.needsRange() ? ", require_partition_filter = TRUE)" : ")");
  }

  /** Whether the table's key is declared: every part must be of a type that BigQuery allows. */
  static boolean hasPrimaryKey(Table<?> table) {
    return table.columns().stream()
        .filter(column -> table.key().contains(column.name()))
        .allMatch(column -> KEY_TYPES.contains(column.type()) && !column.repeated());
  }

  private String declaration(Column column) {
    return column.name()
        + " "
        + type(column)
        + (column.nullable() || column.repeated() ? "" : " NOT NULL")
        + " OPTIONS (description = "
        + names().text(column.description())
        + ")";
  }

  /** The column's type in GoogleSQL, {@code ARRAY<INT64>} for instance. */
  static String type(Column column) {
    return column.repeated() ? "ARRAY<" + column.type() + ">" : column.type().name();
  }
}
