package dev.tipoff.io.terminal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rows of text under a header, aligned as a terminal shows them. Where a line is too narrow the
 * gaps give way, then the first column.
 */
public final class TextTable {
  private static final int GAP = 2;

  private final Terminal terminal;
  private final int width;
  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param most columns of the terminal at most; longer text ends in an ellipsis
   * @param ink the colour of a cell, by its text
   */
  public record Column(String name, boolean number, int most, Function<String, Ink> ink) {
    /** Text, to the left. */
    public static Column text(String name, int most) {
      return new Column(name, false, most, text -> Ink.PLAIN);
    }

    /** A number, to the right, of any length. */
    public static Column number(String name) {
      return new Column(name, true, Integer.MAX_VALUE, text -> Ink.PLAIN);
    }

    /** The same in colours. */
    public Column inked(Function<String, Ink> other) {
      return new Column(name, number, most, other);
    }
  }

  /**
   * A table without rows.
   *
   * @param width columns of the terminal, which no column but the first gives way for
   */
  public TextTable(Terminal terminal, int width, List<Column> columns) {
    this.terminal = terminal;
    this.width = width;
    this.columns = List.copyOf(columns);
  }

  /** Adds a row, a cell a column. Composes accents and drops control characters. */
  public void add(List<String> cells) {
    rows.add(
        IntStream.range(0, columns.size())
            .mapToObj(
                i ->
                    TextWidth.cut(
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
                        TextWidth.of(columns.get(i).name()),
                        rows.stream().mapToInt(row -> TextWidth.of(row.get(i))).max().orElse(0)))
            .toArray();
    int letters = IntStream.of(widths).sum();
    int gaps = columns.size() - 1;
    int gap = letters + GAP * gaps <= width ? GAP : 1;
    int surplus = Math.max(0, letters + gap * gaps - width);
    widths[0] = Math.max(TextWidth.of(columns.get(0).name()), widths[0] - surplus);
    List<Ink> heads = columns.stream().map(column -> Ink.BOLD).toList();
    StringBuilder text = new StringBuilder();
    text.append(line(columns.stream().map(Column::name).toList(), heads, widths, gap));
    rows.forEach(row -> text.append(line(row, inks(row), widths, gap)));
    return text.toString();
  }

  private List<Ink> inks(List<String> row) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i).ink().apply(row.get(i)))
        .toList();
  }

  private String line(List<String> cells, List<Ink> inks, int[] widths, int gap) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String cell = TextWidth.cut(cells.get(i), widths[i]);
      String padding = " ".repeat(widths[i] - TextWidth.of(cell));
      String inked = terminal.ink(inks.get(i), cell);
      line.append(i == 0 ? "" : " ".repeat(gap))
          .append(columns.get(i).number() ? padding + inked : inked + padding);
    }
    return line.toString().stripTrailing() + '\n';
  }
}
