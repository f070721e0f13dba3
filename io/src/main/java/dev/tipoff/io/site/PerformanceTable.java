package dev.tipoff.io.site;

import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.model.Market;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What each system did over some days, a row each. */
final class PerformanceTable {
  private PerformanceTable() {}

  static String render(String caption, List<SystemDailyPerformance> performance) {
    // Sums of doubles hang on the order, so the order is fixed.
    List<SystemDailyPerformance> ordered =
        performance.stream()
            .sorted(
                Comparator.comparing(SystemDailyPerformance::getGameDate)
                    .thenComparing(SystemDailyPerformance::getMarket)
                    .thenComparing(SystemDailyPerformance::toString))
            .toList();
    List<Market> markets =
        ordered.stream().map(SystemDailyPerformance::getMarket).distinct().sorted().toList();
    TreeMap<SystemColumn, List<SystemDailyPerformance>> systems =
        ordered.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new SystemColumn(row.getSystemId(), row.getKind()),
                    TreeMap::new,
                    Collectors.toList()));
    String errors =
        markets.stream()
            .map(market -> "<th scope=\"col\" class=\"n\">" + Words.shortMarket(market) + "</th>")
            .collect(Collectors.joining());
    return """
        <div class="box" role="region" tabindex="0" aria-label="%s">
        <table class="sum">
        <caption>%s</caption>
        <thead>
        <tr><th scope="col" rowspan="2">System</th><th scope="col" rowspan="2" class="n">Bets</th>\
        <th scope="col" rowspan="2" class="n">Wins</th>\
        <th scope="col" rowspan="2" class="n">Losses</th>\
        <th scope="col" rowspan="2" class="n">Pushes</th>\
        <th scope="col" rowspan="2" class="n">Profit, units</th>\
        <th scope="col" rowspan="2" class="n">Voids</th>\
        <th scope="colgroup" colspan="%s" class="sys">Mean absolute error</th></tr>
        <tr>%s</tr>
        </thead>
        <tbody>
        %s
        </tbody>
        </table>
        </div>
        """
        .formatted(
            Html.text(caption),
            Html.text(caption),
            Integer.toString(markets.size()),
            errors,
            systems.entrySet().stream()
                .map(system -> row(system.getKey(), system.getValue(), markets))
                .collect(Collectors.joining("\n")));
  }

  private static String row(
      SystemColumn system, List<SystemDailyPerformance> rows, List<Market> markets) {
    StringBuilder html = new StringBuilder("<tr><th scope=\"row\">");
    html.append(Html.text(Words.system(system.id()))).append("</th>");
    if (system.decides()) {
      number(html, sum(rows, SystemDailyPerformance::getBets));
      number(html, sum(rows, SystemDailyPerformance::getWins));
      number(html, sum(rows, SystemDailyPerformance::getLosses));
      number(html, sum(rows, SystemDailyPerformance::getPushes));
      number(html, profit(rows));
    } else {
      for (int i = 0; i < 5; i++) {
        number(html, Cell.absent());
      }
    }
    number(html, sum(rows, SystemDailyPerformance::getVoids));
    for (Market market : markets) {
      number(html, error(rows.stream().filter(row -> row.getMarket() == market).toList()));
    }
    return html.append("</tr>").toString();
  }

  private static void number(StringBuilder html, Cell cell) {
    html.append("<td class=\"")
        .append(("n " + cell.style()).trim())
        .append("\">")
        .append(cell.html())
        .append("</td>");
  }

  private static Cell sum(
      List<SystemDailyPerformance> rows, ToLongFunction<SystemDailyPerformance> count) {
    return Cell.figure(Long.toString(rows.stream().mapToLong(count).sum()));
  }

  private static Cell profit(List<SystemDailyPerformance> rows) {
    List<Double> profits =
        rows.stream().map(SystemDailyPerformance::getProfit).filter(Objects::nonNull).toList();
    return profits.isEmpty()
        ? Cell.absent()
        : Cell.signed(Figures.units(profits.stream().mapToDouble(Double::doubleValue).sum()));
  }

  /** A mean over days in which each graded prediction weighs the same. */
  private static Cell error(List<SystemDailyPerformance> rows) {
    double sum = 0;
    long graded = 0;
    for (SystemDailyPerformance row : rows) {
      Double error = row.getMeanAbsoluteError();
      if (error != null) {
        sum += error * row.getGraded();
        graded += row.getGraded();
      }
    }
    return graded == 0 ? Cell.absent() : Cell.figure(Figures.precise(sum / graded));
  }
}
