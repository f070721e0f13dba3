package dev.tipoff.io.site;

import java.util.Locale;

/** A small drawing of two chances on one scale from 0 to 100 percent: a dot and a tick. */
final class ChanceChart {
  private static final double LEFT = 6;
  private static final double WIDTH = 188;

  private ChanceChart() {}

  static String render(double ours, double market) {
    String dot = x(ours);
    String tick = x(market);
    String left = x(Math.min(ours, market));
    String between = at(Math.abs(ours - market) * WIDTH);
    return """
        <svg class="chart" viewBox="0 0 200 20" role="img" \
        aria-label="Our chance %s, the market&#39;s %s">\
        <path class="track" d="M6 10H194M6 7v6M100 7v6M194 7v6"/>\
        <rect class="gap" x="%s" y="7" width="%s" height="6"/>\
        <path class="market" d="M%s 2v16"/>\
        <circle class="ours" cx="%s" cy="10" r="5"/></svg>"""
        .formatted(Figures.percent(ours), Figures.percent(market), left, between, tick, dot);
  }

  private static String x(double chance) {
    return at(LEFT + WIDTH * chance);
  }

  private static String at(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
