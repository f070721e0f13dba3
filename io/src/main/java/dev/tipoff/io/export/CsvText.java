package dev.tipoff.io.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A table as CSV by RFC 4180, but for its line breaks, which are those of every other file here. A
 * record is one line: control characters become spaces. Text that a spreadsheet would compute gets
 * an apostrophe before it; numbers never do.
 */
public final class CsvText {
  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private static final String FORMULA = "=+-@";

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  /** A table without records. */
  public CsvText(List<String> header) {
    this.columns = header.size();
    print(header);
  }

  /**
   * Adds a record.
   *
   * @param cells numbers, text and whatever else has a text; null is an empty cell
   */
  public void add(List<? extends @Nullable Object> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          cells.size() + " cells under a header of " + columns + ": " + cells);
    }
    print(cells.stream().map(CsvText::safe).toList());
  }

  private void print(List<? extends @Nullable Object> cells) {
    try {
      CSV.printRecord(text, cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object safe(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Number) {
      return cell;
    }
    String line = cell.toString().replaceAll("\\p{Cc}", " ");
    String start = line.stripLeading();
    return !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0 ? "'" + line : line;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
