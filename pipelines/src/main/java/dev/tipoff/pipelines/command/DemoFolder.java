package dev.tipoff.pipelines.command;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a demo keeps what it makes. */
final class DemoFolder {
  private DemoFolder() {}

  /** Only a folder that an earlier demo made is emptied. */
  static void empty(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        if (!Files.exists(folder.resolve("tipoff.duckdb"))) {
          throw new IllegalArgumentException(
              folder + " exists and is no demo's folder; name another one with --folder=");
        }
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folder, e);
    }
  }
}
