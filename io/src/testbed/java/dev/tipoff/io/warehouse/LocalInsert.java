package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.common.collect.Iterables;
import com.google.zetasql.Analyzer;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.resolvedast.ResolvedColumn;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedInsertStmt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inserts what a query gives, as Google's own SQL engine reads and runs it. */
final class LocalInsert {
  private final LocalTables tables;

  LocalInsert(LocalTables tables) {
    this.tables = tables;
  }

  void run(String sql) throws IOException {
    TableReference reference = Iterables.getOnlyElement(GoogleSql.tables(sql));
    Table table = tables.get(reference);
    SimpleCatalog catalog = new SimpleCatalog("local");
    catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(GoogleSql.language()));
    SimpleTable known = new SimpleTable(LocalTables.name(reference));
    for (TableFieldSchema field : table.getSchema().getFields()) {
      known.addSimpleColumn(field.getName(), GoogleSql.type(field));
    }
    catalog.addSimpleTable(LocalTables.name(reference), known);
    ResolvedInsertStmt insert =
        (ResolvedInsertStmt) new Analyzer(GoogleSql.options(), catalog).analyzeStatement(sql);
    List<Map<String, Object>> rows = new ArrayList<>();
    String query = sql.substring(sql.indexOf(") SELECT ") + 2);
    for (Map<String, Object> found : new GoogleSql(tables).run(query).rows()) {
      Map<String, Object> cells = new LinkedHashMap<>();
      for (TableFieldSchema field : table.getSchema().getFields()) {
        cells.put(field.getName(), null);
      }
      for (ResolvedColumn column : insert.getInsertColumnList()) {
        Object cell = found.get(column.getName());
        cells.put(column.getName(), cell == null ? null : cell.toString());
      }
      // As a load brings it, so that a required cell that is absent is refused here too.
      rows.add(LocalCells.fromJson(table.getSchema(), cells));
    }
    tables.load(reference, rows, false);
  }
}
