package dev.tipoff.pipelines.command;

import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** What the ledger says of one run: its events. */
final class RunHistory {
  private static final List<Event> ENDS = List.of(Event.FAILED, Event.COMPLETED, Event.NOT_READY);

  private final Map<Event, RunEvent> events = new EnumMap<>(Event.class);

  private RunHistory() {}

  /** The runs of some events, in the order in which they started. */
  static List<RunHistory> of(List<RunEvent> events) {
    Map<String, RunHistory> runs = new TreeMap<>();
    for (RunEvent event : events) {
      runs.computeIfAbsent(event.getRunId(), id -> new RunHistory())
          .events
          .put(event.getEvent(), event);
    }
    List<RunHistory> inOrder = new ArrayList<>(runs.values());
    inOrder.sort(Comparator.comparing(run -> run.first().getStartedAt()));
    return inOrder;
  }

  /** The event that says when and why. */
  RunEvent first() {
    RunEvent started = events.get(Event.STARTED);
    return started == null ? events.values().iterator().next() : started;
  }

  Optional<RunEvent> event(Event event) {
    return Optional.ofNullable(events.get(event));
  }

  /** How it ended; empty if it has not, or nobody said so. */
  Optional<RunEvent> end() {
    return ENDS.stream().map(this::event).flatMap(Optional::stream).findFirst();
  }

  /** Whether it started and its deadline passed without a word of its end. */
  boolean isLost(Instant now) {
    return event(Event.STARTED).isPresent()
        && end().isEmpty()
        && first().getDeadline().isBefore(now);
  }

  boolean isCompleted(String pipeline) {
    return first().getPipeline().equals(pipeline)
        && events.containsKey(Event.COMPLETED)
        && !events.containsKey(Event.FAILED);
  }

  /** From its start to its end; absent if it has none. */
  @Nullable Double seconds() {
    return end()
        .map(end -> (end.getEventTime().getMillis() - end.getStartedAt().getMillis()) / 1000.0)
        .orElse(null);
  }

  /** SKIPPED, RUNNING, or how it ended. */
  String state() {
    return events.containsKey(Event.SKIPPED)
        ? Event.SKIPPED.name()
        : end().map(end -> end.getEvent().name()).orElse("RUNNING");
  }

  /** Rows of each table that it wrote; empty if it was not completed. */
  Map<String, String> tableRows() {
    Map<String, String> rows = new TreeMap<>();
    String text = event(Event.COMPLETED).map(RunEvent::getTableRows).orElse("");
    for (String part : text.split(";", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2) {
        rows.put(pair[0], pair[1]);
      }
    }
    return rows;
  }
}
