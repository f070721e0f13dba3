package dev.tipoff.pipelines.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.tipoff.io.terminal.Ink;
import dev.tipoff.io.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A column of the table of a backtest.
 *
 * @param width of the widest figure
 * @param text the figure of a row; empty if it does not apply
 * @param ink its colour: green and red are gains and losses that chance does not explain, as the
 *     interval beside the figure says
 */
record MetricsFigure(
    String name, int width, Function<JsonNode, String> text, Function<JsonNode, Ink> ink) {

  static final ImmutableList<MetricsFigure> ERRORS =
      ImmutableList.of(
          plain("n", 8, row -> String.format("%,d", row.path("n").asLong())),
          plain("mae", 7, row -> number(row, "mae", "%.3f", 1)),
          plain("mae_mean", 8, row -> number(row, "mae_mean", "%.3f", 1)),
          plain("bias", 7, row -> number(row, "bias", "%+.3f", 1)),
          plain("in 80 %", 7, row -> number(row, "coverage_80", "%.1f", 100)));

  static final ImmutableList<MetricsFigure> AGAINST_THE_MARKET =
      ImmutableList.of(
          new MetricsFigure(
              "mae vs line",
              16,
              row -> number(row, "vs_line", "%+.3f", 1) + margin(row, "vs_line", " +/- %.3f", 1),
              row -> clearly(row, "vs_line", Ink.RED, Ink.GREEN)),
          plain("log loss", 8, row -> number(row, "log_loss", "%.4f", 1)),
          plain(
              "calib. (band)",
              14,
              row ->
                  number(row, "calibration_error", "%.3f", 1)
                      + number(row, "calibration_band", " (%.3f)", 1)),
          plain("bets", 6, row -> row.has("bets") ? row.path("bets").asText() : ""),
          plain("hit %", 6, row -> number(row, "hit_rate", "%.1f", 100)),
          new MetricsFigure(
              "roi %",
              13,
              row -> number(row, "roi", "%+.1f", 100) + margin(row, "roi", " +/- %.1f", 100),
              row -> clearly(row, "roi", Ink.GREEN, Ink.RED)));

  private static MetricsFigure plain(String name, int width, Function<JsonNode, String> text) {
    return new MetricsFigure(name, width, text, row -> Ink.PLAIN);
  }

  /** Figures in as few groups as fit beside each other. */
  static List<List<MetricsFigure>> fitting(List<MetricsFigure> figures, int width) {
    List<List<MetricsFigure>> groups = new ArrayList<>();
    int left = 0;
    for (MetricsFigure figure : figures) {
      if (groups.isEmpty() || figure.columns() > left) {
        groups.add(new ArrayList<>());
        left = width;
      }
      groups.get(groups.size() - 1).add(figure);
      left -= figure.columns();
    }
    return groups;
  }

  /** With the space before it. */
  int columns() {
    return 1 + width;
  }

  String head() {
    return padded(name);
  }

  String of(JsonNode row, Terminal terminal) {
    return terminal.ink(ink.apply(row), padded(text.apply(row)));
  }

  private String padded(String figure) {
    return " ".repeat(Math.max(1, columns() - figure.length())) + figure;
  }

  private static String number(JsonNode row, String name, String format, double unit) {
    return row.has(name) ? String.format(format, unit * row.path(name).asDouble()) : "";
  }

  private static String margin(JsonNode row, String name, String format, double unit) {
    double width = row.path(name + "_high").asDouble() - row.path(name + "_low").asDouble();
    return row.has(name + "_high") ? String.format(format, unit * width / 2) : "";
  }

  private static Ink clearly(JsonNode row, String name, Ink above, Ink below) {
    return row.path(name + "_low").asDouble() > 0
        ? above
        : row.path(name + "_high").asDouble() < 0 ? below : Ink.PLAIN;
  }
}
