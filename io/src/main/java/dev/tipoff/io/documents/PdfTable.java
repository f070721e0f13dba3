package dev.tipoff.io.documents;

import com.google.common.collect.ImmutableList;
import dev.tipoff.io.sources.BadBodyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the table that fills the pages of a document. Its header stands on the first page at least
 * and says where columns begin; rows and cells are told apart as {@link PageRows} does.
 */
final class PdfTable {
  /** How far left of its header a column's text may begin, in points. */
  private static final double OUTSIDE = 4;

  private final ImmutableList<String> columns;
  private final ImmutableList<Integer> keys;
  private final List<TableRow> rows = new ArrayList<>();
  private double @Nullable [] lefts;

  private PdfTable(ImmutableList<String> columns, ImmutableList<Integer> keys) {
    this.columns = columns;
    this.keys = keys;
  }

  /**
   * Reads the rows of a table.
   *
   * @param around the lines that are not of the table
   * @param columns the headers
   * @param keys the columns that tell where rows are, the most reliable first
   * @return none if there is nothing but the lines around
   * @throws BadBodyException if there are lines before a header, or text that belongs to no row
   */
  static List<TableRow> read(
      List<List<PdfLine>> pages,
      Predicate<String> around,
      ImmutableList<String> columns,
      ImmutableList<Integer> keys)
      throws BadBodyException {
    PdfTable table = new PdfTable(columns, keys);
    for (int page = 0; page < pages.size(); page++) {
      table.page(
          page + 1, pages.get(page).stream().filter(line -> !around.test(line.text())).toList());
    }
    return table.rows;
  }

  private void page(int page, List<PdfLine> lines) throws BadBodyException {
    List<List<PdfLine>> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(new ArrayList<>()));
    for (PdfLine line : lines) {
      if (line.text().equals(String.join(" ", columns))) {
        lefts = lefts(line);
      } else if (lefts == null) {
        throw new BadBodyException(
            "page " + page + ": '" + line.text() + "' stands before a header " + columns);
      } else {
        for (int column = 0; column < lefts.length; column++) {
          List<PdfWord> words = words(line, column, lefts);
          if (!words.isEmpty()) {
            cells.get(column).add(new PdfLine(line.baseline(), words));
          }
        }
      }
    }
    List<ImmutableList<String>> found = PageRows.read(cells, keys);
    ImmutableList<String> rest = found.get(0);
    if (!rows.isEmpty()) {
      rows.add(rows.remove(rows.size() - 1).withMore(rest));
    } else if (rest.stream().anyMatch(text -> !text.isEmpty())) {
      throw new BadBodyException("page " + page + ": " + rest + " stand beside no row");
    }
    for (int row = 1; row < found.size(); row++) {
      rows.add(new TableRow("/pages/" + page + "/rows/" + row, found.get(row)));
    }
  }

  /** Where the columns begin, by the first words of their headers. */
  private double[] lefts(PdfLine header) {
    double[] found = new double[columns.size()];
    int word = 0;
    for (int column = 0; column < found.length; column++) {
      found[column] = header.words().get(word).left() - OUTSIDE;
      word += columns.get(column).split(" ").length;
    }
    return found;
  }

  private static List<PdfWord> words(PdfLine line, int column, double[] lefts) {
    double left = column == 0 ? Double.NEGATIVE_INFINITY : lefts[column];
    double right = column + 1 < lefts.length ? lefts[column + 1] : Double.POSITIVE_INFINITY;
    return line.words().stream()
        .filter(word -> word.left() >= left && word.left() < right)
        .toList();
  }
}
