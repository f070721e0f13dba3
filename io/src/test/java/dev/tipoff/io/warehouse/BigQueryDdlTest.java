package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import com.google.common.io.Resources;
import com.google.zetasql.Analyzer;
import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.LanguageOptions;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleColumn;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.Type;
import com.google.zetasql.TypeFactory;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.ZetaSQLOptions.ProductMode;
import com.google.zetasql.ZetaSQLType.TypeKind;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedColumnDefinition;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedCreateTableStmt;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedCreateViewStmt;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedLiteral;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedOption;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedStatement;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;

/** The statements for BigQuery, read by Google's own SQL engine. */
public class BigQueryDdlTest {
  private static final BigQueryDdl DDL =
      BigQueryDdl.of(BigQueryNames.of("invented-project", ""), "US");

  private static SimpleCatalog catalog;

  @BeforeClass
  public static void startEngine() {
    catalog = new SimpleCatalog("root");
    catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(language()));
    for (Table<?> table : Tables.all()) {
      List<SimpleColumn> columns = new ArrayList<>();
      for (Column column : table.columns()) {
        columns.add(new SimpleColumn(table.name(), column.name(), type(column)));
      }
      SimpleTable known = new SimpleTable(table.name(), columns);
      catalog.addSimpleTable("invented-project." + table.name(), known);
    }
  }

  private static Type type(Column column) {
    Type type =
        TypeFactory.createSimpleType(
            switch (column.type()) {
              case STRING -> TypeKind.TYPE_STRING;
              case INT64 -> TypeKind.TYPE_INT64;
              case FLOAT64 -> TypeKind.TYPE_DOUBLE;
              case NUMERIC -> TypeKind.TYPE_NUMERIC;
              case BOOL -> TypeKind.TYPE_BOOL;
              case DATE -> TypeKind.TYPE_DATE;
              case TIMESTAMP -> TypeKind.TYPE_TIMESTAMP;
            });
    return column.repeated() ? TypeFactory.createArrayType(type) : type;
  }

  private static LanguageOptions language() {
    LanguageOptions options = new LanguageOptions();
    options.enableMaximumLanguageFeatures();
    options.setSupportsAllStatementKinds();
    options.setProductMode(ProductMode.PRODUCT_EXTERNAL);
    options.enableReservableKeyword("QUALIFY");
    return options;
  }

  private static ResolvedStatement analyse(String sql) {
    AnalyzerOptions options = new AnalyzerOptions();
    options.setLanguageOptions(language());
    return new Analyzer(options, catalog).analyzeStatement(sql);
  }

  private static String text(List<? extends ResolvedOption> options, String name) {
    return options.stream()
        .filter(option -> option.getName().equals(name))
        .map(option -> ((ResolvedLiteral) option.getValue()).getValue().getStringValue())
        .findFirst()
        .orElse("");
  }

  @Test
  public void googlesEngineAcceptsEveryStatement() {
    for (String statement : DDL.statements()) {
      assertThat(statement, analyse(statement).nodeKindString(), startsWith("Create"));
    }
  }

  @Test
  public void googlesEngineReadsTheTableThatIsDeclared() {
    List<Table<?>> tables = new ArrayList<>(Tables.all());
    tables.add(EveryType.COMPUTED);
    tables.add(EveryType.EVENTS);
    for (Table<?> table : tables) {
      ResolvedCreateTableStmt read = (ResolvedCreateTableStmt) analyse(DDL.table(table));
      List<? extends ResolvedColumnDefinition> columns = read.getColumnDefinitionList();
      assertThat(table.name(), columns.size(), is(table.columns().size() + 1));
      for (int i = 0; i < table.columns().size(); i++) {
        Column column = table.columns().get(i);
        ResolvedColumnDefinition definition = columns.get(i);
        String name = table + "." + column.name();
        assertThat(definition.getName(), is(column.name()));
        assertThat(name, definition.getType(), is(type(column)));
        boolean required =
            definition.getAnnotations() != null && definition.getAnnotations().getNotNull();
        assertThat(name, required, is(!column.nullable() && !column.repeated()));
        assertThat(
            text(definition.getAnnotations().getOptionList(), "description"),
            is(column.description()));
      }
      assertThat(text(read.getOptionList(), "description"), is(table.description()));
      assertThat(
          table.name(), read.getPartitionByList().size(), is(table.partition() == null ? 0 : 1));
      assertThat(table.name(), read.getClusterByList().size(), is(table.clustering().size()));
      assertThat(table.name(), read.getPrimaryKey() != null, is(BigQueryDdl.hasPrimaryKey(table)));
      if (read.getPrimaryKey() != null) {
        assertThat(List.copyOf(read.getPrimaryKey().getColumnNameList()), is(table.key()));
        assertThat(table.name(), read.getPrimaryKey().getUnenforced(), is(true));
      }
    }
  }

  @Test
  public void anEventTableHasAPrimaryKeyToBeUpsertedBy() {
    for (Table<?> table : Tables.all()) {
      if (table.kind() == Table.Kind.EVENT) {
        assertThat(table.name(), BigQueryDdl.hasPrimaryKey(table), is(true));
        assertThat(table.name(), table.key().size(), is(lessThanOrEqualTo(16)));
      }
      assertThat(table.name(), table.clustering().size(), is(lessThanOrEqualTo(4)));
    }
    // BigQuery takes no FLOAT64 as a part of a key, and a line is one.
    assertThat(DDL.table(Tables.PROP_LINES), not(containsString("PRIMARY KEY")));
  }

  /** Words that end a literal, and words that a literal would read otherwise. */
  @Test
  public void aDescriptionIsReadAsItIsWritten() {
    for (String words :
        List.of(
            "the book's line",
            "\"quoted\"",
            "back\\slash \\n \\' \\",
            "one\ntwo\r\nthree\tfour",
            "''') OPTIONS (x = 1) -- {name} `p`",
            InventedRows.ODD_TEXT.replace("\u0000", ""))) {
      Table<EveryType> table = Table.computed("nba_raw.every_type", EveryType.class, words);
      ResolvedCreateTableStmt read = (ResolvedCreateTableStmt) analyse(DDL.table(table));
      assertThat(text(read.getOptionList(), "description"), is(words));
    }
  }

  @Test
  public void projectLocationAndPrefixAreInEveryName() {
    BigQueryDdl replay =
        BigQueryDdl.of(BigQueryNames.of("other-project", "replay_7_"), "europe-west4");
    for (String statement : replay.statements()) {
      assertThat(statement, containsString("`other-project.replay_7_nba_"));
      assertThat(statement, not(containsString("`other-project.nba_")));
    }
    assertThat(
        replay.statements().get(0),
        is(
            "CREATE SCHEMA IF NOT EXISTS `other-project.replay_7_nba_raw`\n"
                + "OPTIONS (location = 'europe-west4')"));
    assertThrows(IllegalArgumentException.class, () -> BigQueryNames.of("some`project", ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> BigQueryDdl.of(BigQueryNames.of("some-project", ""), "U'S"));
    assertThrows(IllegalArgumentException.class, () -> BigQueryNames.of("some-project", "x-"));
  }

  @Test
  public void aTableThatIsReadBySlatesRefusesReadsOfAllOfIt() {
    assertThat(
        DDL.table(Tables.SCHEDULE),
        allOf(
            containsString("PARTITION BY game_date\n"),
            containsString("require_partition_filter = TRUE")));
    assertThat(DDL.table(Tables.PLAYER_GAMES), not(containsString("require_partition_filter")));
    assertThat(
        DDL.table(Tables.FAILURES),
        allOf(not(containsString("PARTITION BY")), not(containsString("require_partition"))));
  }

  /** A query that gives no dates would be refused by a table that requires them. */
  @Test
  public void exactlyTheTablesOfQueriesWithoutDatesAreReadWhole() throws IOException {
    Path folder =
        Path.of(System.getProperty("tipoff.root"), "io/src/main/resources/dev/tipoff/io/sql");
    Set<String> whole = new HashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String sql = Resources.toString(file.toUri().toURL(), StandardCharsets.UTF_8);
        Matcher table = Pattern.compile("FROM \\{([a-z_.]+)}").matcher(sql);
        while (!sql.contains("{from}") && table.find()) {
          whole.add(table.group(1));
        }
      }
    }
    Set<String> declared = new HashSet<>();
    Tables.all().stream().filter(Table::readsWhole).map(Table::name).forEach(declared::add);
    Tables.all().stream()
        .filter(table -> table.partition() == null)
        .map(Table::name)
        .forEach(whole::remove);
    assertThat(declared, is(whole));
  }

  @Test
  public void theViewShowsTheColumnsOfItsTable() {
    List<String> statements = DDL.statements();
    ResolvedCreateViewStmt view =
        (ResolvedCreateViewStmt) analyse(statements.get(statements.size() - 1));
    assertThat(
        view.getOutputColumnList().stream().map(column -> column.getName()).toList(),
        is(Tables.PREDICTIONS.columns().stream().map(Column::name).toList()));
  }
}
