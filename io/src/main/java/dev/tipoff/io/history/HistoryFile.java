package dev.tipoff.io.history;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.io.input.BOMInputStream;

/** Opens a history file, plain or gzipped, and holds its header against a {@link CsvFormat}. */
public final class HistoryFile {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private HistoryFile() {}

  /**
   * Reads the header only.
   *
   * @throws IllegalArgumentException if the file is missing, a directory, empty, or lacks a column
   *     or has it twice; the message says what to do
   */
  public static void check(CsvFormat<?> format, String file) {
    try (CSVParser rows = open(format, file)) {
      rows.getHeaderNames();
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The rows of a file.
   *
   * @throws IllegalArgumentException as {@link #check}
   * @throws IOException if reading fails
   */
  static CSVParser open(CsvFormat<?> format, String file) throws IOException {
    if (!file.contains("://") && Files.isDirectory(Path.of(file))) {
      throw new IllegalArgumentException(file + " is a directory; name a CSV file in it");
    }
    CSVParser rows = parser(file);
    List<String> header = rows.getHeaderNames();
    if (header.isEmpty()) {
      rows.close();
      throw new IllegalArgumentException(
          file + " is empty; its first line should name the columns " + format.columns());
    }
    List<String> missing =
        format.columns().stream().filter(column -> !header.contains(column)).toList();
    if (!missing.isEmpty()) {
      rows.close();
      throw new IllegalArgumentException(
          String.format(
              "%s is no file for %s: it lacks the columns %s and has %s",
              file, format.table(), missing, header));
    }
    List<String> twice =
        format.columns().stream()
            .filter(column -> Collections.frequency(header, column) > 1)
            .toList();
    if (!twice.isEmpty()) {
      rows.close();
      throw new IllegalArgumentException(file + " has several columns of the names " + twice);
    }
    return rows;
  }

  private static CSVParser parser(String file) throws IOException {
    Reader text = reader(file);
    try {
      return CSVParser.parse(text, CSV);
    } catch (IOException e) {
      text.close();
      throw e;
    } catch (IllegalArgumentException e) {
      text.close();
      throw new IllegalArgumentException(file + " has a broken header: " + e.getMessage(), e);
    }
  }

  private static Reader reader(String file) throws IOException {
    MatchResult.Metadata match;
    try {
      match = FileSystems.matchSingleFileSpec(file);
    } catch (FileNotFoundException e) {
      throw new IllegalArgumentException(file + " does not exist", e);
    }
    InputStream bytes =
        new BufferedInputStream(Channels.newInputStream(FileSystems.open(match.resourceId())));
    return new InputStreamReader(
        BOMInputStream.builder().setInputStream(gunzip(bytes)).get(), StandardCharsets.UTF_8);
  }

  private static InputStream gunzip(InputStream bytes) throws IOException {
    bytes.mark(2);
    boolean gzipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return gzipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }
}
