package dev.tipoff.io.documents;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells the rows of a table on one page apart. Each line of the first key column is a row, and so
 * is each cell of another key column that stands beside none yet. Lines of a column that follow
 * each other closely are one cell, which may begin above the line of its row and end below it. What
 * stands beside no row goes on with the row above.
 */
final class PageRows {
  /** Lines of one cell are nearer to each other than this many sizes of their letters. */
  private static final double SAME_CELL = 1.8;

  /** How far a cell may be off the line of its row, in sizes of the letters. */
  private static final double SAME_ROW = 0.4;

  private final List<Double> rows = new ArrayList<>();

  private PageRows() {}

  /**
   * The rows from top to bottom, with a cell for each column; the first one is the rest of the last
   * row of the page before, empty if there is none.
   *
   * @param columns the lines of each column from top to bottom
   * @param keys the columns that tell where rows are
   */
  static List<ImmutableList<String>> read(List<List<PdfLine>> columns, List<Integer> keys) {
    PageRows page = new PageRows();
    keys.forEach(key -> page.find(cells(columns.get(key)), key.equals(keys.get(0))));
    page.rows.sort(null);
    List<String[]> texts = columns.stream().map(page::texts).toList();
    return IntStream.rangeClosed(0, page.rows.size())
        .mapToObj(
            row ->
                texts.stream().map(column -> column[row]).collect(ImmutableList.toImmutableList()))
        .toList();
  }

  private void find(List<List<PdfLine>> cells, boolean byLine) {
    for (List<PdfLine> cell : cells) {
      if (byLine) {
        cell.forEach(line -> rows.add(line.baseline()));
      } else if (rows.stream().noneMatch(row -> isBeside(cell, row))) {
        rows.add((first(cell).baseline() + last(cell).baseline()) / 2);
      }
    }
  }

  /** A column's text for each row, after that above the first row. */
  private String[] texts(List<PdfLine> column) {
    String[] texts = new String[rows.size() + 1];
    Arrays.fill(texts, "");
    for (List<PdfLine> cell : cells(column)) {
      for (PdfLine line : cell) {
        int row = 1 + row(cell, line);
        texts[row] = (texts[row] + " " + line.text()).strip();
      }
    }
    return texts;
  }

  /** The nearest of the rows that the cell stands beside, or else the row above; -1 if none is. */
  private int row(List<PdfLine> cell, PdfLine line) {
    return IntStream.range(0, rows.size())
        .filter(row -> isBeside(cell, rows.get(row)))
        .boxed()
        .min(Comparator.comparingDouble(row -> Math.abs(rows.get(row) - line.baseline())))
        .orElseGet(() -> (int) rows.stream().filter(row -> row < line.baseline()).count() - 1);
  }

  private static boolean isBeside(List<PdfLine> cell, double row) {
    double off = SAME_ROW * first(cell).size();
    return row >= first(cell).baseline() - off && row <= last(cell).baseline() + off;
  }

  private static List<List<PdfLine>> cells(List<PdfLine> column) {
    List<List<PdfLine>> cells = new ArrayList<>();
    for (PdfLine line : column) {
      if (cells.isEmpty() || !goesOn(last(cells.get(cells.size() - 1)), line)) {
        cells.add(new ArrayList<>());
      }
      cells.get(cells.size() - 1).add(line);
    }
    return cells;
  }

  private static boolean goesOn(PdfLine above, PdfLine line) {
    return line.baseline() - above.baseline() <= SAME_CELL * line.size();
  }

  private static PdfLine first(List<PdfLine> cell) {
    return cell.get(0);
  }

  private static PdfLine last(List<PdfLine> cell) {
    return cell.get(cell.size() - 1);
  }
}
