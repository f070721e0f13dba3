package dev.tipoff.pipelines.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs go to standard error: only what went wrong, or everything with {@code --verbose}, and
 * nothing that looks like the value of a secret.
 */
public final class Logging {
  private Logging() {}

  public static void set(boolean verbose) {
    String settings =
        String.join(
            "\n",
            "handlers=java.util.logging.ConsoleHandler",
            "java.util.logging.ConsoleHandler.level=" + (verbose ? "ALL" : "WARNING"),
            "java.util.logging.ConsoleHandler.formatter=" + RedactingFormatter.class.getName(),
            "java.util.logging.SimpleFormatter.format=%1$tT %4$s %3$s: %5$s%6$s%n",
            ".level=" + (verbose ? "INFO" : "SEVERE"),
            "dev.tipoff.level=" + (verbose ? "FINE" : "WARNING"),
            "");
    try {
      LogManager.getLogManager()
          .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stack of a failed command, for those who asked to see it. */
  static void failure(RuntimeException error) {
    Logger log = LoggerFactory.getLogger(Logging.class);
    if (log.isInfoEnabled()) {
      log.info("the command failed", error);
    }
  }
}
