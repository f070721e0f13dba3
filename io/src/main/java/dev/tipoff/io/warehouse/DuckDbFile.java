package dev.tipoff.io.warehouse;

import com.google.auto.value.AutoValue;
import com.google.common.collect.Comparators;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The file of an embedded warehouse. It belongs to one process at a time; inside that process any
 * number of connections share it.
 */
@AutoValue
abstract class DuckDbFile implements Serializable {
  private static final Pattern HOLDER = Pattern.compile("held in (.*?\\(PID \\d+\\))");

  /** Between two attempts; Failsafe asks for less than the whole wait, which may be none. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** While this process's last connection is being closed a new one is refused: milliseconds. */
  private static final RetryPolicy<DuckDBConnection> UNTIL_CLOSED =
      RetryPolicy.<DuckDBConnection>builder()
          .handleIf(DuckDbFile::isClosing)
          .withDelay(Duration.ofMillis(5))
          .withMaxRetries(-1)
          .withMaxDuration(Duration.ofSeconds(30))
          .build();

  abstract String path();

  /** How long to wait for another process to let go. */
  abstract Duration lockWait();

  static DuckDbFile of(String path, Duration lockWait) {
    return new AutoValue_DuckDbFile(path, lockWait);
  }

  boolean exists() {
    return Files.exists(Path.of(path()));
  }

  /**
   * A new connection, in UTC.
   *
   * @throws WarehouseBusyException if another process still holds the file after the wait
   * @throws IllegalArgumentException if the path is a directory's
   * @throws WarehouseException if the file cannot be opened or is no warehouse, or its folder made
   */
  DuckDBConnection connect() {
    Path file = Path.of(path()).toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "the warehouse " + path() + " is a directory; --warehouse=duckdb:FILE names a file");
    }
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new WarehouseException(
          "cannot make the folder of the warehouse " + path() + ": " + e, e);
    }
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", "true");
    RetryPolicy<DuckDBConnection> untilFree =
        RetryPolicy.<DuckDBConnection>builder()
            .handleIf(DuckDbFile::isLocked)
            .withDelay(Comparators.min(PAUSE, lockWait().plusMillis(1)))
            .withMaxRetries(-1)
            .withMaxDuration(lockWait().plusMillis(2))
            .build();
    try {
      return Failsafe.with(untilFree, UNTIL_CLOSED)
          .get(
              () -> (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings));
    } catch (dev.failsafe.FailsafeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (isLocked(cause)) {
        throw new WarehouseBusyException(busy(String.valueOf(cause.getMessage())), cause);
      }
      throw new WarehouseException(
          "cannot open the warehouse " + path() + ": " + cause.getMessage(), cause);
    }
  }

  private String busy(String message) {
    Matcher holder = HOLDER.matcher(message);
    return String.format(
        "the warehouse %s is in use by %s; waited %d s. Let it finish, or choose another file"
            + " with --warehouse=duckdb:FILE",
        path(), holder.find() ? holder.group(1) : "another process", lockWait().toSeconds());
  }

  private static boolean isClosing(Throwable error) {
    return error instanceof SQLException
        && String.valueOf(error.getMessage()).contains("Unique file handle conflict");
  }

  private static boolean isLocked(Throwable error) {
    return error instanceof SQLException
        && String.valueOf(error.getMessage()).contains("Could not set lock");
  }
}
