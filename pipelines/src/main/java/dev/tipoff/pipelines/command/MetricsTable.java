package dev.tipoff.pipelines.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Iterables;
import dev.tipoff.io.terminal.Ink;
import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a backtest measured, as a table for each market, population, season and feed. Where a line
 * of the terminal has no room for all figures, they stand below each other.
 */
final class MetricsTable {
  private static final int NAME = 45;

  private static final String LEGEND =
      "in 80 %: outcomes that the middle 80 % of the forecast held. vs line: less the books' median"
          + " line's.\n+/-: half of a 95 % interval, by day. band: what right chances stay below"
          + " 95 times in 100.";

  /** Nobody forecasts points so much better than books that know as much. */
  private static final double SUSPICIOUS_GAIN = 0.03;

  private final Report report;
  private final Terminal terminal;

  private MetricsTable(Report report) {
    this.report = report;
    this.terminal = report.terminal();
  }

  /**
   * Prints tables and notes.
   *
   * @param metrics the metrics file
   * @param markets ids of those to print
   */
  static void print(JsonNode metrics, Report report, Set<String> markets) {
    Map<String, List<JsonNode>> tables = new LinkedHashMap<>();
    for (JsonNode row : metrics.path("rows")) {
      if (markets.contains(row.path("market").asText())) {
        tables.computeIfAbsent(title(row), title -> new ArrayList<>()).add(row);
      }
    }
    MetricsTable printed = new MetricsTable(report);
    tables.forEach(printed::table);
    report.line("%n%s", LEGEND);
    notes(metrics, report);
  }

  /** Prints what is too good to be true, and what was left out. */
  static void notes(JsonNode metrics, Report report) {
    for (JsonNode row : metrics.path("rows")) {
      if (isSuspicious(row)) {
        report.line(
            "%n%s: %s beats the median line of %s by %.3f. Where both knew as much, more than"
                + " %.2f is a leak until proved otherwise.",
            report.terminal().ink(Ink.YELLOW, "SUSPICIOUS"),
            row.path("id").asText(),
            title(row),
            -row.path("vs_line").asDouble(),
            SUSPICIOUS_GAIN);
      }
    }
    report.line("%nleft out:");
    for (Map.Entry<String, JsonNode> entry : metrics.path("excluded").properties()) {
      report.line("  %,9d  %s", entry.getValue().asLong(), entry.getKey());
    }
  }

  /** So large a gain over the line that chance does not explain it. */
  private static boolean isSuspicious(JsonNode row) {
    String kind = row.path("kind").asText();
    return (kind.equals(SystemKind.BLIND.id()) || kind.equals(SystemKind.MARKET_AWARE.id()))
        && row.path("vs_line").asDouble() < -SUSPICIOUS_GAIN
        && row.path("vs_line_high").asDouble() < 0;
  }

  private static String title(JsonNode row) {
    return row.path("market").asText()
        + ", "
        + row.path("population").asText()
        + (row.has("source") ? " by " + row.path("source").asText() : "")
        + ", "
        + row.path("season").asText();
  }

  private static String name(JsonNode row) {
    return "  " + row.path("id").asText() + " (" + row.path("kind").asText() + ")";
  }

  private void table(String title, List<JsonNode> rows) {
    boolean lined = rows.get(0).path("population").asText().equals("lined");
    List<MetricsFigure> figures = new ArrayList<>(MetricsFigure.ERRORS);
    if (lined) {
      figures.addAll(MetricsFigure.AGAINST_THE_MARKET);
    }
    int all = figures.stream().mapToInt(MetricsFigure::columns).sum();
    int longest = rows.stream().mapToInt(row -> name(row).length()).max().orElse(0);
    int usual = Math.max(NAME, Math.max(longest, title.length()));
    int width = terminal.width(Integer.MAX_VALUE);
    report.line("");
    if (usual + all <= width) {
      block(title, usual, figures, rows);
    } else {
      report.line("%s", terminal.ink(Ink.BOLD, title));
      List<List<MetricsFigure>> blocks = MetricsFigure.fitting(figures, width - longest);
      blocks.forEach(block -> block("", longest, block, rows));
    }
  }

  private void block(String title, int names, List<MetricsFigure> figures, List<JsonNode> rows) {
    String head = String.join("", Iterables.transform(figures, MetricsFigure::head));
    report.line("%s", terminal.ink(Ink.BOLD, padded(title, names) + head));
    for (JsonNode row : rows) {
      StringBuilder line = new StringBuilder(padded(name(row), names));
      figures.forEach(figure -> line.append(figure.of(row, terminal)));
      report.line("%s", line.toString().stripTrailing());
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
