package dev.tipoff.pipelines.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * The messages of all exceptions and errors that are made, also of those that somebody catches and
 * tells nobody of. It leaves out those of the tests' own web server, and what the mail library
 * makes of a server's words, which never leaves the class that sends mails.
 */
final class ThrownExceptions {
  private static final Set<String> EVENTS = Set.of("jdk.JavaExceptionThrow", "jdk.JavaErrorThrow");

  private static final String THREADS_OF_JETTY = "qtp";
  private static final String OF_THE_MAIL_LIBRARY = "jakarta.mail.";

  private final Recording recording;

  private ThrownExceptions(Recording recording) {
    this.recording = recording;
  }

  static ThrownExceptions start() {
    Recording recording = new Recording();
    EVENTS.forEach(event -> recording.enable(event).withoutStackTrace());
    recording.start();
    return new ThrownExceptions(recording);
  }

  /** Ends the recording; a place for each class. */
  Map<String, byte[]> places(Path folder) throws IOException {
    Path file = folder.resolve("thrown.jfr");
    try (recording) {
      recording.stop();
      recording.dump(file);
    }
    Map<String, StringBuilder> messages = new TreeMap<>();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (EVENTS.contains(event.getEventType().getName()) && isOurs(event)) {
          messages
              .computeIfAbsent(type(event), type -> new StringBuilder())
              .append(event.getString("message"))
              .append('\n');
        }
      }
    }
    Files.delete(file);
    Map<String, byte[]> places = new TreeMap<>();
    messages.forEach(
        (type, text) ->
            places.put("thrown " + type, text.toString().getBytes(StandardCharsets.UTF_8)));
    return places;
  }

  private static boolean isOurs(RecordedEvent event) {
    boolean isJettys =
        event.getThread() != null
            && String.valueOf(event.getThread().getJavaName()).startsWith(THREADS_OF_JETTY);
    return !isJettys && !type(event).startsWith(OF_THE_MAIL_LIBRARY);
  }

  private static String type(RecordedEvent event) {
    return event.getClass("thrownClass").getName();
  }
}
