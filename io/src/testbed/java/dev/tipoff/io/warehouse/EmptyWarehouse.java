package dev.tipoff.io.warehouse;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An embedded warehouse with all tables and no rows. It is made once in a process and copied from
 * then on, since the descriptions of all columns take half a second.
 */
public final class EmptyWarehouse {
  private static final Supplier<byte[]> BYTES = Suppliers.memoize(EmptyWarehouse::made);

  private EmptyWarehouse() {}

  /** Makes a file of it, unless there is a file already. */
  public static void at(Path file) {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, BYTES.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] made() {
    try {
      Path folder = Files.createTempDirectory("empty-warehouse");
      Path file = folder.resolve("empty.duckdb");
      try (WarehouseAdmin admin = DuckDbWarehouse.at(file.toString(), Duration.ZERO).admin()) {
        admin.createTables();
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
