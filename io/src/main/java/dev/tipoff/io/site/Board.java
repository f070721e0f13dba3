package dev.tipoff.io.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A table with a row for each prop and a group of columns for each system. */
final class Board<T> {
  private final Function<PropRow<T>, String> heading;
  private final Predicate<T> isBet;
  private final List<Column<PropRow<T>>> shared = new ArrayList<>();
  private final List<Column<T>> ofSystem = new ArrayList<>();

  private record Column<R>(String name, boolean number, boolean ofPoints, Function<R, Cell> cell) {}

  /** Rows under a heading of their own, unless it is empty. */
  record Group<T>(String heading, List<PropRow<T>> rows) {}

  Board(Function<PropRow<T>, String> heading, Predicate<T> isBet) {
    this.heading = heading;
    this.isBet = isBet;
  }

  Board<T> text(String name, Function<PropRow<T>, Cell> cell) {
    shared.add(new Column<>(name, false, true, cell));
    return this;
  }

  Board<T> number(String name, Function<PropRow<T>, Cell> cell) {
    shared.add(new Column<>(name, true, true, cell));
    return this;
  }

  /** A number that systems which forecast a point have too. */
  Board<T> pointNumber(String name, Function<T, Cell> cell) {
    ofSystem.add(new Column<>(name, true, true, cell));
    return this;
  }

  Board<T> systemNumber(String name, Function<T, Cell> cell) {
    ofSystem.add(new Column<>(name, true, false, cell));
    return this;
  }

  Board<T> systemText(String name, Function<T, Cell> cell) {
    ofSystem.add(new Column<>(name, false, false, cell));
    return this;
  }

  String render(String caption, List<SystemColumn> systems, List<Group<T>> groups) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(Html.text(caption))
        .append("\">\n<table class=\"board\">\n<caption>")
        .append(Html.text(caption))
        .append("</caption>\n");
    head(html, systems);
    for (Group<T> group : groups) {
      html.append("<tbody>\n");
      if (!group.heading().isEmpty()) {
        html.append("<tr class=\"game\"><th scope=\"rowgroup\" colspan=\"")
            .append(width(systems))
            .append("\"><span>")
            .append(group.heading())
            .append("</span></th></tr>\n");
      }
      group.rows().forEach(row -> row(html, row, systems));
      html.append("</tbody>\n");
    }
    return html.append("</table>\n</div>\n").toString();
  }

  private void head(StringBuilder html, List<SystemColumn> systems) {
    html.append("<thead>\n<tr><th scope=\"col\" rowspan=\"2\" data-c=\"0\">Player</th>");
    int place = 1;
    for (Column<?> column : shared) {
      headCell(html, column, place++, " rowspan=\"2\"", "");
    }
    for (int i = 0; i < systems.size(); i++) {
      SystemColumn system = systems.get(i);
      html.append("<th class=\"sys s")
          .append(i)
          .append("\" scope=\"colgroup\" colspan=\"")
          .append(columns(system).size())
          .append("\">")
          .append(Html.text(Words.system(system.id())))
          .append("</th>");
    }
    html.append("</tr>\n<tr>");
    for (int i = 0; i < systems.size(); i++) {
      List<Column<T>> columns = columns(systems.get(i));
      for (Column<T> column : columns) {
        headCell(html, column, place++, "", style(i, column == columns.get(0)));
      }
    }
    html.append("</tr>\n</thead>\n");
  }

  private static void headCell(
      StringBuilder html, Column<?> column, int place, String attributes, String style) {
    String all = (column.number() ? "n " + style : style).trim();
    html.append("<th scope=\"col\"")
        .append(attributes)
        .append(all.isEmpty() ? "" : " class=\"" + all + "\"")
        .append(" data-c=\"")
        .append(place)
        .append("\">")
        .append(column.name())
        .append("</th>");
  }

  private void row(StringBuilder html, PropRow<T> row, List<SystemColumn> systems) {
    StringBuilder says = new StringBuilder();
    StringBuilder bets = new StringBuilder();
    for (int i = 0; i < systems.size(); i++) {
      T value = row.of(systems.get(i));
      if (value != null) {
        says.append(says.isEmpty() ? "" : " ").append(i);
        if (isBet.test(value)) {
          bets.append(bets.isEmpty() ? "" : " ").append(i);
        }
      }
    }
    html.append("<tr data-m=\"")
        .append(row.key().market().id())
        .append("\" data-s=\"")
        .append(says)
        .append("\" data-b=\"")
        .append(bets)
        .append("\"><th scope=\"row\">")
        .append(heading.apply(row))
        .append("</th>");
    for (Column<PropRow<T>> column : shared) {
      cell(html, column, column.cell().apply(row), "");
    }
    for (int i = 0; i < systems.size(); i++) {
      T value = row.of(systems.get(i));
      List<Column<T>> columns = columns(systems.get(i));
      for (Column<T> column : columns) {
        Cell cell = value == null ? Cell.absent() : column.cell().apply(value);
        cell(html, column, cell, style(i, column == columns.get(0)));
      }
    }
    html.append("</tr>\n");
  }

  private static void cell(StringBuilder html, Column<?> column, Cell cell, String style) {
    String all =
        ((column.number() ? "n " : "") + style + " " + cell.style()).trim().replace("  ", " ");
    html.append(all.isEmpty() ? "<td>" : "<td class=\"" + all + "\">")
        .append(cell.html())
        .append("</td>");
  }

  private static String style(int system, boolean first) {
    return "s" + system + (first ? " a" : "");
  }

  private List<Column<T>> columns(SystemColumn system) {
    return ofSystem.stream().filter(column -> system.decides() || column.ofPoints()).toList();
  }

  private int width(List<SystemColumn> systems) {
    return 1 + shared.size() + systems.stream().mapToInt(s -> columns(s).size()).sum();
  }
}
