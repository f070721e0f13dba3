package dev.tipoff.io.warehouse;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
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
public abstract class BigQueryDdl implements Serializable {
  private static final String ROW_HASH =
      "row_hash INT64 NOT NULL OPTIONS (description = 'Fingerprint of the other columns')";

  /** What BigQuery takes as part of a primary key. */
  private static final Set<Column.Type> KEY_TYPES =
      Set.of(
          Column.Type.STRING,
          Column.Type.INT64,
          Column.Type.NUMERIC,
          Column.Type.BOOL,
          Column.Type.DATE,
          Column.Type.TIMESTAMP);

  private static final Pattern PROJECT = Pattern.compile("[a-z0-9.:-]+");
  private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9-]+");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_]*");

  private static final Escaper LITERAL =
      Escapers.builder()
          .addEscape('\\', "\\\\")
          .addEscape('\'', "\\'")
          .addEscape('\n', "\\n")
          .addEscape('\r', "\\r")
          .addEscape('\t', "\\t")
          .build();

  public abstract String project();

  /** Where datasets are made, {@code US} for instance. */
  public abstract String location();

  /** Put before the name of every dataset; empty in production. */
  public abstract String datasetPrefix();

  /**
   * The statements of a project.
   *
   * @param datasetPrefix put before the name of every dataset, for a replay beside production
   * @throws IllegalArgumentException if a name cannot be a project, a location or a prefix
   */
  public static BigQueryDdl of(String project, String location, String datasetPrefix) {
    Preconditions.checkArgument(
        PROJECT.matcher(project).matches(), "'%s' is no name of a project", project);
    Preconditions.checkArgument(
        LOCATION.matcher(location).matches(), "'%s' is no location such as US", location);
    Preconditions.checkArgument(
        PREFIX.matcher(datasetPrefix).matches(),
        "'%s' cannot begin the name of a dataset: letters, digits and _ can",
        datasetPrefix);
    return new AutoValue_BigQueryDdl(project, location, datasetPrefix);
  }

  /** Every statement, in an order in which they can run. */
  public List<String> statements() {
    List<String> statements = new ArrayList<>();
    Tables.all().stream()
        .map(Table::dataset)
        .distinct()
        .map(this::dataset)
        .forEach(statements::add);
    Tables.all().stream().map(this::table).forEach(statements::add);
    statements.add(Queries.currentPredictionsView().render(this::name).strip());
    return List.copyOf(statements);
  }

  /** The whole name, in backticks, of a table or view such as {@code nba_raw.schedule}. */
  public String name(String table) {
    return "`" + project() + "." + datasetPrefix() + table + "`";
  }

  public String dataset(String dataset) {
    return String.format(
        "CREATE SCHEMA IF NOT EXISTS %s\nOPTIONS (location = %s)",
        name(dataset), literal(location()));
  }

  public String table(Table<?> table) {
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
        + literal(table.description())
        + (table.needsRange() ? ", require_partition_filter = TRUE)" : ")");
  }

  /** Whether the table's key is declared: every part must be of a type that BigQuery allows. */
  static boolean hasPrimaryKey(Table<?> table) {
    return table.columns().stream()
        .filter(column -> table.key().contains(column.name()))
        .allMatch(column -> KEY_TYPES.contains(column.type()) && !column.repeated());
  }

  private static String declaration(Column column) {
    return column.name()
        + " "
        + type(column)
        + (column.nullable() || column.repeated() ? "" : " NOT NULL")
        + " OPTIONS (description = "
        + literal(column.description())
        + ")";
  }

  /** The column's type in GoogleSQL, {@code ARRAY<INT64>} for instance. */
  static String type(Column column) {
    return column.repeated() ? "ARRAY<" + column.type() + ">" : column.type().name();
  }

  /** The text as a string literal. */
  static String literal(String text) {
    return "'" + LITERAL.escape(text) + "'";
  }
}
