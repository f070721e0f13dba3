package dev.tipoff.pipelines.command;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * Hears what every logger says at every level, whatever a command sets. It leaves out the tests'
 * own servers, which do know the secrets, and the walks through a graph, of whose steps the log
 * tells when they are added.
 */
final class HeardLogs extends Handler {
  /** Kept, since Java forgets loggers, and their levels, that nobody keeps. */
  private static final List<Logger> QUIET =
      Stream.of(
              "org.eclipse.jetty",
              "wiremock",
              "com.github.tomakehurst",
              "org.apache.beam.sdk.runners.TransformHierarchy")
          .map(Logger::getLogger)
          .toList();

  private static final List<Logger> LOUD =
      Stream.of("", "dev.tipoff").map(Logger::getLogger).toList();

  private final Runnable listening = this::listen;
  private final SimpleFormatter text = new SimpleFormatter();
  private final Set<String> messages = ConcurrentHashMap.newKeySet();
  private final Set<String> exceptions = ConcurrentHashMap.newKeySet();

  static HeardLogs start() {
    HeardLogs logs = new HeardLogs();
    logs.setLevel(Level.ALL);
    LogManager.getLogManager().addConfigurationListener(logs.listening);
    logs.listen();
    return logs;
  }

  /** A command that sets its logging drops all handlers. Its own still writes what it wants. */
  private void listen() {
    Logger root = Logger.getLogger("");
    List<Level> wanted = LOUD.stream().map(Logger::getLevel).toList();
    for (Handler others : root.getHandlers()) {
      others.setFilter(logged -> isWanted(logged, wanted));
    }
    LOUD.forEach(logger -> logger.setLevel(Level.ALL));
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    root.addHandler(this);
  }

  /** Whether a message would be logged at the levels of the loud loggers that were set. */
  private static boolean isWanted(LogRecord logged, List<Level> levels) {
    Level least = null;
    for (int i = 0; i < LOUD.size(); i++) {
      if (levels.get(i) != null && logged.getLoggerName().startsWith(LOUD.get(i).getName())) {
        least = levels.get(i);
      }
    }
    return least == null || logged.getLevel().intValue() >= least.intValue();
  }

  @Override
  public void publish(LogRecord logged) {
    messages.add(logged.getLoggerName() + ": " + text.formatMessage(logged));
    if (logged.getThrown() != null) {
      // With its causes, and with what was suppressed.
      exceptions.add(Throwables.getStackTraceAsString(logged.getThrown()));
    }
  }

  /** What was said, and what was thrown and told of, each as a place. */
  Map<String, byte[]> places() {
    return Map.of("log", bytes(messages), "exceptions of the log", bytes(exceptions));
  }

  private static byte[] bytes(Set<String> heard) {
    return String.join("\n", heard).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** Hears no more, and leaves the logs as the tests' configuration says. */
  void stop() throws IOException {
    LogManager.getLogManager().removeConfigurationListener(listening);
    LogManager.getLogManager().readConfiguration();
  }
}
