package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableSchema;
import com.google.zetasql.Analyzer;
import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.LanguageOptions;
import com.google.zetasql.PreparedQuery;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleColumn;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.TableContent;
import com.google.zetasql.Type;
import com.google.zetasql.TypeFactory;
import com.google.zetasql.Value;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.ZetaSQLOptions.ProductMode;
import com.google.zetasql.ZetaSQLType.TypeKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryHelpers;

/** Runs queries over local tables with Google's own SQL engine. */
final class GoogleSql {
  private static final Pattern ALL_COLUMNS = Pattern.compile("(SELECT|,|\\.)\\s*\\*");

  private final LocalTables tables;

  GoogleSql(LocalTables tables) {
    this.tables = tables;
  }

  /** What a query gave. */
  record Result(TableSchema schema, List<Map<String, Object>> rows) {}

  /** The tables that a statement names. */
  static List<TableReference> tables(String sql) {
    AnalyzerOptions options = options();
    return Analyzer.extractTableNamesFromStatement(sql, options).stream()
        .map(name -> BigQueryHelpers.parseTableSpec(String.join(".", name)))
        .toList();
  }

  Result run(String sql) throws IOException {
    LanguageOptions language = language();
    SimpleCatalog catalog = new SimpleCatalog("local");
    catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(language));
    Map<String, TableContent> contents = new HashMap<>();
    for (TableReference reference : tables(sql)) {
      Table table = tables.get(reference);
      String tableName = LocalTables.name(reference);
      SimpleTable known = new SimpleTable(tableName);
      for (TableFieldSchema field : table.getSchema().getFields()) {
        known.addSimpleColumn(field.getName(), type(field));
      }
      catalog.addSimpleTable(tableName, known);
      // The engine takes four megabytes at a time: what nobody asks for stays here.
      Set<String> askedFor =
          known.getColumnList().stream()
              .map(SimpleColumn::getName)
              .filter(column -> isAskedFor(column, sql))
              .collect(Collectors.toSet());
      List<List<Value>> rows = new ArrayList<>();
      for (Map<String, Object> row : tables.rows(reference)) {
        List<Value> values = new ArrayList<>();
        for (SimpleColumn column : known.getColumnList()) {
          String name = column.getName();
          values.add(value(column.getType(), askedFor.contains(name) ? row.get(name) : null));
        }
        rows.add(values);
      }
      contents.put(tableName, TableContent.create(rows));
    }
    try (PreparedQuery query =
        PreparedQuery.builder()
            .setSql(sql)
            .setAnalyzerOptions(options())
            .setCatalog(catalog)
            .setTablesContents(contents)
            .prepare()) {
      List<TableFieldSchema> fields = new ArrayList<>();
      query.getColumns().forEach(column -> fields.add(field(column)));
      List<Map<String, Object>> rows = new ArrayList<>();
      for (List<Value> values : query.execute(Map.of()).getTableData()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
          row.put(fields.get(i).getName(), cell(values.get(i)));
        }
        rows.add(row);
      }
      return new Result(new TableSchema().setFields(fields), rows);
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage() + " in: " + sql, e);
    }
  }

  private static boolean isAskedFor(String column, String sql) {
    return ALL_COLUMNS.matcher(sql).find() || sql.contains(column);
  }

  static LanguageOptions language() {
    LanguageOptions language = new LanguageOptions();
    language.enableMaximumLanguageFeatures();
    language.setSupportsAllStatementKinds();
    language.setProductMode(ProductMode.PRODUCT_EXTERNAL);
    language.enableReservableKeyword("QUALIFY");
    return language;
  }

  static AnalyzerOptions options() {
    AnalyzerOptions options = new AnalyzerOptions();
    options.setLanguageOptions(language());
    options.setDefaultTimezone("UTC");
    return options;
  }

  static Type type(TableFieldSchema field) {
    Type single =
        TypeFactory.createSimpleType(
            switch (field.getType()) {
              case "INTEGER", "INT64" -> TypeKind.TYPE_INT64;
              case "FLOAT", "FLOAT64" -> TypeKind.TYPE_DOUBLE;
              case "BOOLEAN", "BOOL" -> TypeKind.TYPE_BOOL;
              case "DATE" -> TypeKind.TYPE_DATE;
              case "TIMESTAMP" -> TypeKind.TYPE_TIMESTAMP;
              case "NUMERIC" -> TypeKind.TYPE_NUMERIC;
              case "STRING" -> TypeKind.TYPE_STRING;
              default -> throw new IllegalArgumentException(field.toString());
            });
    return "REPEATED".equals(field.getMode()) ? TypeFactory.createArrayType(single) : single;
  }

  private static Value value(Type type, Object cell) {
    if (cell == null) {
      return Value.createNullValue(type);
    }
    if (type.isArray()) {
      Type element = type.asArray().getElementType();
      return Value.createArrayValue(
          type.asArray(),
          ((List<?>) cell).stream().map(one -> value(element, one)).toList());
    }
    return switch (type.getKind()) {
      case TYPE_INT64 -> Value.createInt64Value((Long) cell);
      case TYPE_DOUBLE -> Value.createDoubleValue((Double) cell);
      case TYPE_BOOL -> Value.createBoolValue((Boolean) cell);
      case TYPE_DATE -> Value.createDateValue((LocalDate) cell);
      case TYPE_TIMESTAMP ->
          Value.createTimestampValueFromUnixMicros(LocalCells.micros((Instant) cell));
      case TYPE_NUMERIC -> Value.createNumericValue((BigDecimal) cell);
      case TYPE_STRING -> Value.createStringValue((String) cell);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  static Object cell(Value value) {
    if (value.isNull()) {
      return null;
    }
    if (value.getType().isArray()) {
      return value.getElementList().stream().map(GoogleSql::cell).toList();
    }
    return switch (value.getType().getKind()) {
      case TYPE_INT64 -> value.getInt64Value();
      case TYPE_DOUBLE -> value.getDoubleValue();
      case TYPE_BOOL -> value.getBoolValue();
      case TYPE_DATE -> LocalDate.ofEpochDay(value.getDateValue());
      case TYPE_TIMESTAMP -> LocalCells.ofMicros(value.getTimestampUnixMicros());
      case TYPE_NUMERIC -> value.getNumericValue();
      case TYPE_STRING -> value.getStringValue();
      default -> throw new IllegalArgumentException(value.getType().toString());
    };
  }

  private static TableFieldSchema field(SimpleColumn column) {
    return field(column.getName(), column.getType());
  }

  static TableFieldSchema field(String name, Type type) {
    boolean repeated = type.isArray();
    Type single = repeated ? type.asArray().getElementType() : type;
    return new TableFieldSchema()
        .setName(name)
        .setMode(repeated ? "REPEATED" : "NULLABLE")
        .setType(
            switch (single.getKind()) {
              case TYPE_INT64 -> "INTEGER";
              case TYPE_DOUBLE -> "FLOAT";
              case TYPE_BOOL -> "BOOLEAN";
              case TYPE_DATE -> "DATE";
              case TYPE_TIMESTAMP -> "TIMESTAMP";
              case TYPE_NUMERIC -> "NUMERIC";
              case TYPE_STRING -> "STRING";
              default -> throw new IllegalArgumentException(type.toString());
            });
  }
}
