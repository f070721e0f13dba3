package dev.tipoff.transforms.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;

/**
 * The reference pages are made from the declarations and must not lag behind them. After a change:
 * {@code mvn -pl transforms test -Dtest=DocumentationTest -Dtipoff.docs=write}.
 */
public class DocumentationTest {
  private static final Path DOCS = Path.of(System.getProperty("tipoff.root"), "docs");

  @Test
  public void tablesAreDocumented() throws IOException {
    check(DOCS.resolve("data.md"), data());
  }

  @Test
  public void featuresAreDocumented() throws IOException {
    check(DOCS.resolve("features.md"), features());
  }

  private static void check(Path page, String text) throws IOException {
    if ("write".equals(System.getProperty("tipoff.docs"))) {
      Files.writeString(page, text);
    }
    assertThat(
        page + " lags behind the code; write it anew with -Dtipoff.docs=write",
        Files.readString(page),
        is(text));
  }

  private static String data() {
    StringBuilder text = new StringBuilder();
    text.append("# Data\n\nMade from the declarations in `Tables`; a test keeps it so.\n");
    text.append(
        "A *computed* table is written a whole slate at a time, an *event* table row by row.\n");
    text.append("Every table also has `row_hash` INT64, the fingerprint of the row.\n");
    datasets()
        .forEach(
            (dataset, tables) -> {
              text.append("\n**").append(dataset).append("**\n\n");
              text.append("| table | kind | what |\n| --- | --- | --- |\n");
              tables.forEach(table -> text.append(entry(table)));
            });
    Tables.all().forEach(table -> text.append(columns(table)));
    return text.toString();
  }

  /** Tables by dataset, both in the order of their declaration. */
  private static Map<String, List<Table<?>>> datasets() {
    Map<String, List<Table<?>>> datasets = new LinkedHashMap<>();
    for (Table<?> table : Tables.all()) {
      datasets.computeIfAbsent(dataset(table), any -> new ArrayList<>()).add(table);
    }
    return datasets;
  }

  private static String dataset(Table<?> table) {
    return table.name().substring(0, table.name().indexOf('.'));
  }

  private static String kind(Table<?> table) {
    return table.kind().name().toLowerCase(Locale.ROOT);
  }

  /** A line of the index; a link to a heading has no dots. */
  private static String entry(Table<?> table) {
    return String.format(
        "| [%s](#%s) | %s | %s |%n",
        table.name().substring(dataset(table).length() + 1),
        table.name().replace(".", ""),
        kind(table),
        table.description().replace("|", "\\|"));
  }

  private static String columns(Table<?> table) {
    StringBuilder text = new StringBuilder();
    text.append("\n## ").append(table.name()).append("\n\n").append(table.description());
    text.append(".\n\n").append(kind(table));
    text.append(", key: ").append(String.join(", ", table.key()));
    if (table.partition() != null) {
      text.append("; split by ").append(table.partition());
    }
    text.append("\n\n| column | type | what |\n| --- | --- | --- |\n");
    for (Column column : table.columns()) {
      text.append("| ").append(column.name()).append(" | ");
      text.append(column.type()).append(column.repeated() ? ", repeated" : "");
      text.append(column.nullable() ? ", may be absent" : "").append(" | ");
      text.append(column.description().replace("|", "\\|")).append(" |\n");
    }
    return text.toString();
  }

  private static String features() {
    StringBuilder text = new StringBuilder();
    text.append("# Features\n\nMade from `Feature`; a test keeps it so. All look-backs end before");
    text.append(
        " the slate. Those marked market know what the betting market said; a blind system");
    text.append(" never sees them.\n\n");
    text.append("| feature | unit | range | look-back | source | sees | definition | absent |\n");
    text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (Feature feature : Feature.values()) {
      FeatureDefinition definition = feature.definition();
      text.append(
          String.format(
              "| %s | %s | %s to %s | %s | %s | %s | %s | %s |%n",
              feature.id(),
              definition.unit(),
              definition.min(),
              definition.max(),
              definition.lookBack(),
              definition.source().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              definition.marketAware() ? "market" : "blind",
              definition.definition(),
              definition.absence().isEmpty() ? "never" : definition.absence()));
    }
    return text.toString();
  }
}
