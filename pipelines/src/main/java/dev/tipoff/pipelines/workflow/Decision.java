package dev.tipoff.pipelines.workflow;

import dev.tipoff.pipelines.workflow.Workflow.Kind;
import dev.tipoff.pipelines.workflow.Workflow.When;
import dev.tipoff.transforms.ledger.WorkflowDecision.Action;
import dev.tipoff.transforms.model.GameDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a workflow is to run now for a slate, and why. Windows are wall-clock times of New York
 * on a date, so that they move with daylight saving; in the hour that comes twice the first counts.
 */
public record Decision(Action action, String reason) {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Duration GAME = Duration.ofHours(3);

  /**
   * An earlier run for the slate.
   *
   * @param found whether it covered all and brought data
   */
  public record Earlier(Instant time, boolean found) {}

  /**
   * Decides.
   *
   * @param tips of the slate's games, as far as they are known
   * @param earlier the runs of the workflow for the slate, in any order
   */
  public static Decision of(
      Workflow workflow, GameDay day, List<Instant> tips, List<Earlier> earlier, Instant now) {
    When when = workflow.when();
    ZonedDateTime from = at(day, when.daysAfter(), when.from());
    ZonedDateTime to = at(day, when.daysAfter(), when.to());
    if (now.isBefore(from.toInstant()) || now.isAfter(to.toInstant())) {
      return skip(
          String.format(
              "its window is %s to %s in New York, now it is %s",
              from.toLocalDateTime(), to.toLocalTime(), now.atZone(NEW_YORK).toLocalDateTime()));
    }
    return afterWindow(workflow, day, tips, earlier, now)
        .orElse(new Decision(Action.RUN, "it is within its window"));
  }

  private static Optional<Decision> afterWindow(
      Workflow workflow, GameDay day, List<Instant> tips, List<Earlier> earlier, Instant now) {
    When when = workflow.when();
    if (when.kind() == Kind.ONCE || when.kind() == Kind.AFTER_GAMES) {
      ZonedDateTime from = at(day, when.daysAfter(), when.from());
      if (earlier.stream().anyMatch(run -> !run.time().isBefore(from.toInstant()) && run.found())) {
        return Optional.of(skip("it has run in this window"));
      }
    }
    if (when.kind() == Kind.UNTIL_FOUND && earlier.stream().anyMatch(Earlier::found)) {
      return Optional.of(skip("it was found before"));
    }
    if (when.mostRuns() > 0 && earlier.size() >= when.mostRuns()) {
      return Optional.of(skip("it has run " + earlier.size() + " times, which is the most"));
    }
    Optional<Instant> last = earlier.stream().map(Earlier::time).max(Comparator.naturalOrder());
    Duration every = Duration.ofMinutes(when.everyMinutes());
    if (last.isPresent() && now.isBefore(last.get().plus(every))) {
      return Optional.of(skip("it ran at " + last.get() + ", less than " + every + " ago"));
    }
    return when.kind() == Kind.ONCE ? Optional.empty() : games(when, day, tips, now);
  }

  private static Optional<Decision> games(When when, GameDay day, List<Instant> tips, Instant now) {
    if (tips.isEmpty()) {
      return Optional.of(
          new Decision(
              Action.NOT_READY,
              "no game with its tip-off is known for " + day + "; run morning_operations first"));
    }
    List<Instant> meant =
        tips.stream()
            .filter(tip -> when.tipsBefore() == null || localTime(tip).isBefore(when.tipsBefore()))
            .sorted()
            .toList();
    if (meant.isEmpty()) {
      return Optional.of(skip("no game tips off before " + when.tipsBefore()));
    }
    Instant first = meant.get(0);
    if (when.kind() == Kind.AFTER_GAMES && now.isBefore(first.plus(GAME))) {
      return Optional.of(
          new Decision(Action.NOT_READY, "no game is over yet; the first tips off at " + first));
    }
    Duration early = Duration.ofHours(when.hoursBeforeFirstTip());
    if (!early.isZero() && now.isBefore(first.minus(early))) {
      return Optional.of(skip("the first tip is at " + first + ", more than " + early + " away"));
    }
    Instant lastTip = meant.get(meant.size() - 1);
    if (when.kind() == Kind.BEFORE_GAMES && !now.isBefore(lastTip)) {
      return Optional.of(skip("the last game has tipped off"));
    }
    return Optional.empty();
  }

  /** When a workflow's window for a slate opens. */
  public static Instant opens(Workflow workflow, GameDay day) {
    return at(day, workflow.when().daysAfter(), workflow.when().from()).toInstant();
  }

  /** When a workflow's window for a slate closes. */
  public static Instant closes(Workflow workflow, GameDay day) {
    return at(day, workflow.when().daysAfter(), workflow.when().to()).toInstant();
  }

  private static ZonedDateTime at(GameDay day, int daysAfter, LocalTime time) {
    return day.date().plusDays(daysAfter).atTime(time).atZone(NEW_YORK);
  }

  private static LocalTime localTime(Instant tip) {
    return tip.atZone(NEW_YORK).toLocalTime();
  }

  private static Decision skip(String reason) {
    return new Decision(Action.SKIP, reason);
  }
}
