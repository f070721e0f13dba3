package dev.tipoff.pipelines.bench;

import dev.tipoff.pipelines.launch.CodeVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Warehouse files that are measured on. */
final class WarehouseFile {
  private static final int DIGITS_OF_VERSION = 12;

  /** Fills a new file with rows. */
  interface Filling {
    void into(Path made) throws IOException;
  }

  private WarehouseFile() {}

  /** The folder of what this code makes: other code may make other rows. */
  static Path folder(BenchOptions options, String of) {
    return Path.of(options.getFolder())
        .resolve(of + "-" + CodeVersion.ofThisCode().substring(0, DIGITS_OF_VERSION));
  }

  /** Makes a file under another name first, so that one half made is not taken for whole. */
  static Path make(Path file, Filling filling) throws IOException {
    Path made = file.resolveSibling("made.duckdb");
    Files.deleteIfExists(made);
    Files.deleteIfExists(log(made));
    filling.into(made);
    return Files.move(made, file);
  }

  /** Copies a file in place of another one, so that what is measured begins from the same rows. */
  static Path copy(Path file, Path copy) throws IOException {
    Files.deleteIfExists(log(copy));
    return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What a crash may leave beside a file. */
  private static Path log(Path file) {
    return Path.of(file + ".wal");
  }
}
