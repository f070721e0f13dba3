package dev.tipoff.pipelines.launch;

import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** What the ledger says of one run: its events, each of a slate. */
public final class RunHistory {
  /** The ways to end, the one that counts first. */
  private static final List<Event> ENDS =
      List.of(Event.FAILED, Event.COMPLETED, Event.NOT_READY, Event.SKIPPED);

  private final List<RunEvent> events;

  private RunHistory(List<RunEvent> events) {
    this.events = events;
  }

  /** The runs of some events, in the order in which they started. */
  public static List<RunHistory> of(List<RunEvent> events) {
    Map<String, List<RunEvent>> runs = new TreeMap<>();
    events.forEach(
        event -> runs.computeIfAbsent(event.getRunId(), id -> new ArrayList<>()).add(event));
    List<RunHistory> inOrder = new ArrayList<>();
    runs.values().forEach(run -> inOrder.add(new RunHistory(run)));
    inOrder.sort(Comparator.comparing(run -> run.first().getStartedAt()));
    return inOrder;
  }

  /** An event of the run's first slate that says when it started and why. */
  public RunEvent first() {
    Comparator<RunEvent> bySlate =
        Comparator.comparing(
            RunEvent::getGameDate, Comparator.nullsFirst(Comparator.naturalOrder()));
    return all(Event.STARTED).findAny().isPresent()
        ? all(Event.STARTED).min(bySlate).orElseThrow()
        : events.stream().min(bySlate).orElseThrow();
  }

  /** The first and last slate, as text; empty if the run is not of slates. */
  public String slates() {
    List<GameDay> days =
        events.stream().map(RunEvent::getGameDate).filter(Objects::nonNull).sorted().toList();
    return days.isEmpty()
        ? ""
        : days.get(0).equals(days.get(days.size() - 1))
            ? days.get(0).toString()
            : days.get(0) + " to " + days.get(days.size() - 1);
  }

  private Stream<RunEvent> all(Event event) {
    return events.stream().filter(found -> found.getEvent() == event);
  }

  private boolean has(Event event, @Nullable GameDay slate) {
    return all(event).anyMatch(found -> Objects.equals(found.getGameDate(), slate));
  }

  /** The slates that started and of whose end nothing was said by the deadline. */
  public List<RunEvent> lost(Instant now) {
    return all(Event.STARTED)
        .filter(started -> started.getDeadline().isBefore(now))
        .filter(started -> ENDS.stream().noneMatch(end -> has(end, started.getGameDate())))
        .toList();
  }

  public boolean isCompleted(String pipeline, GameDay slate) {
    return first().getPipeline().equals(pipeline)
        && has(Event.COMPLETED, slate)
        && !has(Event.FAILED, slate);
  }

  /** SKIPPED, RUNNING, or how it ended; of several slates COMPLETED if one was. */
  public String state() {
    return all(Event.STARTED)
            .anyMatch(started -> ENDS.stream().noneMatch(end -> has(end, started.getGameDate())))
        ? "RUNNING"
        : end().map(end -> end.getEvent().name()).orElse("RUNNING");
  }

  /** How it ended; empty if it has not, or nobody said so. */
  Optional<RunEvent> end() {
    return ENDS.stream().flatMap(this::all).findFirst();
  }

  /** From its start to its last end; absent if it has none. */
  public @Nullable Double seconds() {
    return ENDS.stream()
        .flatMap(this::all)
        .map(RunEvent::getSeconds)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Why it was run, or why it ended as it did. */
  public String why() {
    return end()
        .map(RunEvent::getReason)
        .filter(reason -> !reason.isEmpty())
        .orElse(first().getReason());
  }

  /** What the launcher counted; absent if it did not come to that. */
  public @Nullable Long measured(Function<RunEvent, @Nullable Long> figure) {
    return all(Event.MEASURED).findAny().map(figure).orElse(null);
  }

  /** Rows of each table that it wrote; empty if it was not completed. */
  public Map<String, Long> tableRows() {
    Map<String, Long> rows = new TreeMap<>();
    all(Event.COMPLETED)
        .flatMap(event -> Stream.of(event.getTableRows().split(";", -1)))
        .map(table -> table.split("=", 2))
        .filter(table -> table.length == 2)
        .forEach(table -> rows.merge(table[0], Long.valueOf(table[1]), Long::sum));
    return rows;
  }

  /** Rows of all tables that it wrote; absent if it was not completed. */
  public @Nullable Long rowsWritten() {
    return all(Event.COMPLETED).findAny().isEmpty()
        ? null
        : Long.valueOf(tableRows().values().stream().mapToLong(Long::longValue).sum());
  }

  /** Of one slate, each thing that it was made from; empty if it was not completed. */
  public List<String> inputs() {
    return all(Event.COMPLETED)
        .flatMap(
            event ->
                event
                    .getInputs()
                    .lines()
                    .map(line -> "input of " + event.getGameDate() + " " + line))
        .toList();
  }
}
