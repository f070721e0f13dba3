package dev.tipoff.pipelines.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.io.terminal.TextTable;
import dev.tipoff.io.terminal.TextTable.Column;
import java.util.List;

/** A report for the terminal: a line a component, and below them what is a list of more. */
public final class HealthText {
  private static final int WIDTH = 160;
  private static final int LONGEST_CELL = 120;
  private static final String UNKNOWN = "-";

  private HealthText() {}

  /** The report as text. */
  public static String of(HealthReport report) {
    Deployment deployment = report.deployment();
    TextTable components =
        new TextTable(
            Terminal.plain(), WIDTH, List.of(text("component"), text("status"), text("summary")));
    report
        .components()
        .forEach(
            (name, component) ->
                components.add(List.of(name, component.status().id(), component.summary())));
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "tipoff %s is %s at %s%ncode %s%s, configuration %s%n%n%s",
            deployment.version(),
            report.status().id(),
            report.checkedAt(),
            deployment.code(),
            deployment.revision().map(revision -> " of revision " + revision).orElse(""),
            deployment.configuration(),
            components.render()));
    for (JsonNode component : report.document().path("components")) {
      for (JsonNode detail : component) {
        if (detail.path(0).isObject()) {
          text.append('\n').append(table(detail));
        }
      }
    }
    return text.toString();
  }

  private static String table(JsonNode rows) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    rows.forEach(row -> names.addAll(row.fieldNames()));
    List<String> columns = names.build().asList();
    TextTable table =
        new TextTable(
            Terminal.plain(),
            WIDTH,
            columns.stream()
                .map(name -> isNumber(rows, name) ? Column.number(name) : text(name))
                .toList());
    for (JsonNode row : rows) {
      table.add(columns.stream().map(name -> row.path(name).asText(UNKNOWN)).toList());
    }
    return table.render();
  }

  private static boolean isNumber(JsonNode rows, String name) {
    for (JsonNode row : rows) {
      if (row.has(name) && !row.path(name).isNumber()) {
        return false;
      }
    }
    return true;
  }

  private static Column text(String name) {
    return Column.text(name, LONGEST_CELL);
  }
}
