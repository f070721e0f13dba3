package dev.tipoff.io.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text under a header, aligned by code points; the first column gives way for the rest. */
public final class TextTable {
  private static final String GAP = "  ";

  private final int width;
  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param most code points at most; longer text ends in an ellipsis
   */
  public record Column(String name, boolean number, int most) {
    /** Text, to the left. */
    public static Column text(String name, int most) {
      return new Column(name, false, most);
    }

    /** A number, to the right, of any length. */
    public static Column number(String name) {
      return new Column(name, true, Integer.MAX_VALUE);
    }
  }

  /**
   * A table without rows.
   *
   * @param width code points of a line, which only the first column gives way for
   */
  public TextTable(int width, List<Column> columns) {
    this.width = width;
    this.columns = List.copyOf(columns);
  }

  /**
   * Adds a row, a cell a column. Composes accents and drops control characters, so that a code
   * point takes one column.
   */
  public void add(List<String> cells) {
    rows.add(
        IntStream.range(0, columns.size())
            .mapToObj(
                i ->
                    clip(
                        Normalizer.normalize(cells.get(i), Normalizer.Form.NFC)
                            .replaceAll("\\p{Cc}|\\p{Cf}", " "),
                        columns.get(i).most()))
            .toList());
  }

  /** The header and the rows, a line each. */
  public String render() {
    int[] widths =
        IntStream.range(0, columns.size())
            .map(
                i ->
                    Math.max(
                        length(columns.get(i).name()),
                        rows.stream().mapToInt(row -> length(row.get(i))).max().orElse(0)))
            .toArray();
    int total = IntStream.of(widths).sum() + GAP.length() * (columns.size() - 1);
    widths[0] = Math.max(length(columns.get(0).name()), widths[0] - Math.max(0, total - width));
    StringBuilder text = new StringBuilder();
    line(text, columns.stream().map(Column::name).toList(), widths);
    rows.forEach(row -> line(text, row, widths));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String cell = clip(cells.get(i), widths[i]);
      String padding = " ".repeat(widths[i] - length(cell));
      line.append(i == 0 ? "" : GAP)
          .append(columns.get(i).number() ? padding + cell : cell + padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String clip(String text, int most) {
    return length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
  }
}
