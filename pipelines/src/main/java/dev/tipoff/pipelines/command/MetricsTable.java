package dev.tipoff.pipelines.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.Map;
import java.util.Set;

/** What a backtest measured, as a table for each market, population, season and feed. */
final class MetricsTable {
  private static final String ERRORS = "%-45s %8s %7s %8s %7s %7s";
  private static final String MARKET = " %16s %8s %14s %6s %6s %13s";

  private static final String LEGEND =
      "in 80 %: outcomes that the middle 80 % of the forecast held. vs line: less the books' median"
          + " line's.\n+/-: half of a 95 % interval, by day. band: what right chances stay below"
          + " 95 times in 100.";

  /** Nobody forecasts points so much better than books that know as much. */
  private static final double SUSPICIOUS_GAIN = 0.03;

  private MetricsTable() {}

  /**
   * @param metrics the metrics file
   * @param markets ids of those to print
   */
  static void print(JsonNode metrics, Report report, Set<String> markets) {
    String table = "";
    for (JsonNode row : metrics.path("rows")) {
      if (!markets.contains(row.path("market").asText())) {
        continue;
      }
      boolean lined = row.path("population").asText().equals("lined");
      String title = title(row);
      if (!title.equals(table)) {
        report.line("");
        line(report, lined ? linedHead(title) : errorsHead(title));
        table = title;
      }
      line(report, lined ? errors(row) + againstTheMarket(row) : errors(row));
    }
    report.line("%n%s", LEGEND);
    for (JsonNode row : metrics.path("rows")) {
      if (isSuspicious(row)) {
        report.line(
            "%nSUSPICIOUS: %s beats the median line of %s by %.3f. Where both knew as much, more than"
                + " %.2f is a leak until proved otherwise.",
            row.path("id").asText(), title(row), -row.path("vs_line").asDouble(), SUSPICIOUS_GAIN);
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

  private static void line(Report report, String text) {
    report.line("%s", text.stripTrailing());
  }

  private static String title(JsonNode row) {
    return row.path("market").asText()
        + ", "
        + row.path("population").asText()
        + (row.has("source") ? " by " + row.path("source").asText() : "")
        + ", "
        + row.path("season").asText();
  }

  private static String errorsHead(String title) {
    return String.format(ERRORS, title, "n", "mae", "mae_mean", "bias", "in 80 %");
  }

  private static String linedHead(String title) {
    return errorsHead(title)
        + String.format(
            MARKET, "mae vs line", "log loss", "calib. (band)", "bets", "hit %", "roi %");
  }

  private static String errors(JsonNode row) {
    return String.format(
        ERRORS,
        "  " + row.path("id").asText() + " (" + row.path("kind").asText() + ")",
        String.format("%,d", row.path("n").asLong()),
        number(row, "mae", "%.3f", 1),
        number(row, "mae_mean", "%.3f", 1),
        number(row, "bias", "%+.3f", 1),
        number(row, "coverage_80", "%.1f", 100));
  }

  private static String againstTheMarket(JsonNode row) {
    String band = number(row, "calibration_band", " (%.3f)", 1);
    return String.format(
        MARKET,
        number(row, "vs_line", "%+.3f", 1) + margin(row, "vs_line", " +/- %.3f", 1),
        number(row, "log_loss", "%.4f", 1),
        number(row, "calibration_error", "%.3f", 1) + band,
        row.has("bets") ? row.path("bets").asText() : "",
        number(row, "hit_rate", "%.1f", 100),
        number(row, "roi", "%+.1f", 100) + margin(row, "roi", " +/- %.1f", 100));
  }

  private static String number(JsonNode row, String name, String format, double unit) {
    return row.has(name) ? String.format(format, unit * row.path(name).asDouble()) : "";
  }

  private static String margin(JsonNode row, String name, String format, double unit) {
    double width = row.path(name + "_high").asDouble() - row.path(name + "_low").asDouble();
    return row.has(name + "_high") ? String.format(format, unit * width / 2) : "";
  }
}
