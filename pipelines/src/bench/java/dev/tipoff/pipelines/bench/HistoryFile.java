package dev.tipoff.pipelines.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A history file, as {@code tipoff import} takes it: CSV with a header, compressed. */
final class HistoryFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private HistoryFile() {}

  /** The rows of a file, to be closed. */
  static CSVParser rows(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      return CSVParser.parse(
          new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8), FORMAT);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }
}
