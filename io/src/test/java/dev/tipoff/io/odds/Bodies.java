package dev.tipoff.io.odds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bodies in test-data/odds-api, by scenario. */
final class Bodies {
  static final Path ROOT = Path.of(System.getProperty("tipoff.root"));

  private Bodies() {}

  static String read(String scenario) {
    return read(ROOT.resolve("test-data/odds-api").resolve(scenario));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
