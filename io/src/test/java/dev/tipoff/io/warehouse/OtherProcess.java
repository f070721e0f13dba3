package dev.tipoff.io.warehouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.duckdb.DuckDBConnection;

/** Another process that opens a warehouse and keeps it until it is closed. */
public final class OtherProcess implements AutoCloseable {
  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /** Holds the file that is named by the argument until its input ends. */
  public static void main(String[] args) throws Exception {
    try (DuckDBConnection connection = DuckDbFile.of(args[0], Duration.ZERO).connect()) {
      System.out.println("open " + connection.isClosed());
      while (System.in.read() >= 0) {}
    }
  }

  /** Returns once the other process has the file open. */
  static OtherProcess holding(String file) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName(),
                  file)
              .redirectError(Redirect.INHERIT)
              .start();
      String line =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if (!"open false".equals(line)) {
        process.destroy();
        throw new IllegalStateException("the other process did not open " + file + ": " + line);
      }
      return new OtherProcess(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Lets the file go and waits for the end of the process. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
