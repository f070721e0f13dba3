package dev.tipoff.pipelines.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies of warehouse files, so that what is measured begins from the same rows each time. */
final class WarehouseCopy {
  private WarehouseCopy() {}

  /** Copies a file in place of another one, and of what a crash may have left beside that. */
  static Path of(Path file, Path copy) throws IOException {
    Files.deleteIfExists(Path.of(copy + ".wal"));
    return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
  }
}
