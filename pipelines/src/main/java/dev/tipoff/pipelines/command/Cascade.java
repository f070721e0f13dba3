package dev.tipoff.pipelines.command;

import com.google.common.collect.Iterables;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.SlateDecisions;
import dev.tipoff.pipelines.options.ForceOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Phases one after the other, each of the slates of which something has changed. */
final class Cascade {
  private static final Logger LOG = LoggerFactory.getLogger(Cascade.class);
  private static final int DAYS_SHOWN = 3;

  private final ForceOptions options;
  private final String archive;
  private final SlateRun run;

  /**
   * A cascade over slates.
   *
   * @param archive what load-raw reads; no other phase looks at it
   */
  Cascade(ForceOptions options, String archive, SlateRun run) {
    this.options = options;
    this.archive = archive;
    this.run = run;
  }

  /** The same over other slates. */
  Cascade of(SlateRange slates) {
    return new Cascade(options, archive, run.of(slates));
  }

  /** As {@link #step}, for a phase whose inputs may come another way or later. */
  <T extends SlateOptions> void ifReady(
      Phase phase, Class<T> type, PhaseCommands.PhaseOf<T> action) {
    try {
      step(phase, type, action);
    } catch (NotReadyException e) {
      LOG.info("phase={} slates={} not_ready=\"{}\"", phase.id(), run.slates(), e.getMessage());
    }
  }

  /**
   * Runs a phase, and says which slates it is run for, which not, and why.
   *
   * @throws NotReadyException if the inputs of every slate are missing
   */
  <T extends SlateOptions> void step(Phase phase, Class<T> type, PhaseCommands.PhaseOf<T> action) {
    SlateDecisions decisions =
        SlateDecisions.of(
            phase,
            run.slates(),
            archive,
            run.settings(options.as(type), type),
            options.getForce(),
            run.ledger().admin());
    for (Event event : List.of(Event.SKIPPED, Event.NOT_READY)) {
      decisions
          .notRun(event)
          .asMap()
          .forEach(
              (why, days) -> {
                run.report().line("%-11s %s: %s, %s", phase.id(), text(days), text(event), why);
                run.ledger().notRun(phase.id(), List.copyOf(days), event, why, options);
              });
    }
    if (decisions.isNothingReady()) {
      throw new NotReadyException(phase.id() + " of " + run.slates() + ", see above");
    }
    decisions
        .toRun()
        .forEach(
            planned -> {
              run.report().line("%-11s %s: runs, %s", phase.id(), planned.slates(), planned.why());
              action.run(options.as(type), run.of(planned.slates()).because(planned.why()));
            });
  }

  private static String text(Event event) {
    return event == Event.SKIPPED ? "skipped" : "not ready";
  }

  private static String text(Collection<GameDay> days) {
    return days.size() <= DAYS_SHOWN
        ? days.stream().map(GameDay::toString).collect(Collectors.joining(", "))
        : String.format(
            "%d slates from %s to %s",
            days.size(), Iterables.getFirst(days, null), Iterables.getLast(days));
  }
}
