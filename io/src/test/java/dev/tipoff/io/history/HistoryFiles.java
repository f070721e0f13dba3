package dev.tipoff.io.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The files in test-data/history, by scenario. */
final class HistoryFiles {
  private static final Path FOLDER =
      Path.of(System.getProperty("tipoff.root"), "test-data/history");

  private HistoryFiles() {}

  static String path(String scenario) {
    return FOLDER.resolve(scenario).toString();
  }

  static String text(String scenario) {
    try {
      return Files.readString(FOLDER.resolve(scenario));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String scenario) {
    return text(scenario).lines().toList();
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
