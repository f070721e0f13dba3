package dev.tipoff.io.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVParser;

/** The rows of a good history file, read without a pipeline. */
public final class HistoryRows {
  private HistoryRows() {}

  /**
   * All rows of the file.
   *
   * @throws IllegalArgumentException if one cannot be read
   */
  public static <T> List<T> of(CsvFormat<T> format, Path file) throws IOException {
    try (CSVParser cells = HistoryFile.open(format, file.toString())) {
      return cells.stream().map(row -> format.parser().apply(new CsvRow(row))).toList();
    }
  }
}
