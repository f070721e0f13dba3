package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.Clustering;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableConstraints;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableSchema;
import com.google.api.services.bigquery.model.TimePartitioning;
import com.google.zetasql.Analyzer;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedColumnDefinition;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedColumnRef;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedCreateTableStmt;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedCreateViewStmt;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedExpr;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedStatement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryHelpers;

/** Makes local tables from statements that Google's own SQL engine has read. */
final class LocalDdl {
  private final LocalTables tables;

  LocalDdl(LocalTables tables) {
    this.tables = tables;
  }

  void run(String sql) throws IOException {
    if (!sql.startsWith("CREATE SCHEMA")) {
      create(read(sql));
    }
  }

  /** The table or view that a statement makes. */
  Table read(String sql) throws IOException {
    ResolvedStatement statement =
        new Analyzer(GoogleSql.options(), catalog(sql)).analyzeStatement(sql);
    if (statement instanceof ResolvedCreateViewStmt view) {
      return new Table()
          .setTableReference(reference(view.getNamePath()))
          .setView(
              new com.google.api.services.bigquery.model.ViewDefinition().setQuery(view.getSql()))
          .setSchema(new TableSchema().setFields(List.of()));
    }
    return table((ResolvedCreateTableStmt) statement);
  }

  /** What a view's query names; a table's statement names nothing that is there yet. */
  private SimpleCatalog catalog(String sql) throws IOException {
    SimpleCatalog catalog = new SimpleCatalog("local");
    catalog.addZetaSQLFunctionsAndTypes(
        new ZetaSQLBuiltinFunctionOptions(GoogleSql.language()));
    for (TableReference reference : GoogleSql.tables(sql)) {
      Table known = tables.find(reference);
      if (known != null) {
        SimpleTable table = new SimpleTable(LocalTables.name(reference));
        for (TableFieldSchema field : known.getSchema().getFields()) {
          table.addSimpleColumn(field.getName(), GoogleSql.type(field));
        }
        catalog.addSimpleTable(LocalTables.name(reference), table);
      }
    }
    return catalog;
  }

  void create(Table table) throws IOException {
    if (tables.find(table.getTableReference()) == null) {
      tables.create(table);
    }
  }

  private static TableReference reference(List<String> path) {
    return BigQueryHelpers.parseTableSpec(String.join(".", path));
  }

  private static Table table(ResolvedCreateTableStmt statement) {
    List<TableFieldSchema> fields = new ArrayList<>();
    for (ResolvedColumnDefinition column : statement.getColumnDefinitionList()) {
      TableFieldSchema field = GoogleSql.field(column.getName(), column.getType());
      if (column.getAnnotations() != null && column.getAnnotations().getNotNull()) {
        field.setMode("REQUIRED");
      }
      fields.add(field);
    }
    Table table =
        new Table()
            .setTableReference(reference(statement.getNamePath()))
            .setSchema(new TableSchema().setFields(fields));
    if (!statement.getPartitionByList().isEmpty()) {
      table.setTimePartitioning(
          new TimePartitioning()
              .setType("DAY")
              .setField(names(statement.getPartitionByList()).get(0)));
    }
    if (!statement.getClusterByList().isEmpty()) {
      table.setClustering(new Clustering().setFields(names(statement.getClusterByList())));
    }
    if (statement.getPrimaryKey() != null) {
      table.setTableConstraints(
          new TableConstraints()
              .setPrimaryKey(
                  new TableConstraints.PrimaryKey()
                      .setColumns(
                          new ArrayList<>(statement.getPrimaryKey().getColumnNameList()))));
    }
    return table;
  }

  private static List<String> names(List<? extends ResolvedExpr> columns) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(((ResolvedColumnRef) column).getColumn().getName()));
    return names;
  }
}
