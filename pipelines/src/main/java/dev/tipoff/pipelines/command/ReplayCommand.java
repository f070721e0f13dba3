package dev.tipoff.pipelines.command;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.Choice;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.KnownFailures;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.ReplayOptions;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.time.Instant;

/**
 * {@code replay}: tries what failed again. The phase that refused it makes its slate anew, from the
 * bodies and tables that are stored and as of the time that it was made before; what it does not
 * meet again is resolved, what it meets again stays and is counted, and neither holds up the rest.
 *
 * <p>A phase makes a slate afresh and gives the same rows of the same inputs, so that to make it
 * again is to feed what failed through the step again, with all that the step needs beside it: of
 * the input itself a failure has the start only.
 */
final class ReplayCommand {
  private final ReplayOptions options;
  private final SlateRun run;

  private ReplayCommand(ReplayOptions options, SlateRun run) {
    this.options = options;
    this.run = run;
  }

  static void run(String[] args, Report report) {
    ReplayOptions options = Launcher.options(args, ReplayOptions.class);
    PhaseCommands.withWarehouse(
        options,
        slates(options),
        report,
        (given, run) -> new ReplayCommand(given, run.because("replay")).replay());
  }

  /** All that can be, unless the options say which. */
  private static SlateRange slates(ReplayOptions options) {
    return options.getDate() == null && options.getFrom() == null && options.getTo() == null
        ? SlateRange.of(GameDay.parse("1946-11-01"), GameDay.ofTip(Instant.now()).plusDays(366))
        : Launcher.slates(options);
  }

  private void replay() {
    List<KnownFailure> before = open();
    if (before.isEmpty()) {
      run.report().line("replay      nothing to try again");
      return;
    }
    Map<GameDay, List<KnownFailure>> bySlate =
        before.stream()
            .collect(
                Collectors.groupingBy(
                    failure -> Objects.requireNonNull(failure.getGameDate()),
                    TreeMap::new,
                    Collectors.toList()));
    bySlate.forEach(this::replay);
    Map<String, KnownFailure> still =
        open().stream().collect(Collectors.toMap(KnownFailure::getFailureId, failure -> failure));
    List<KnownFailure> left =
        before.stream()
            .map(failure -> still.get(failure.getFailureId()))
            .filter(Objects::nonNull)
            .toList();
    run.report()
        .line(
            "replay      %,d failures tried again: %,d resolved, %,d still there",
            before.size(), before.size() - left.size(), left.size());
    if (!left.isEmpty()) {
      left.stream().limit(3).forEach(this::print);
      throw new CommandFailedException(
          String.format("%,d of %,d failures are still there", left.size(), before.size()));
    }
  }

  private void print(KnownFailure failure) {
    run.report()
        .line(
            "  %s in %s, step %s, met again %,d times: %s",
            failure.getCode(),
            failure.getPipeline(),
            failure.getStep(),
            failure.getMetAgain(),
            failure.getMessage());
  }

  /** The failures that are asked for and that no later run has resolved. */
  private List<KnownFailure> open() {
    String pipeline = Objects.requireNonNullElse(options.getPipeline(), "");
    String step = options.getStep();
    Predicate<KnownFailure> asked =
        options.getCode() == null
            ? any -> true
            : hasCode(Choice.of("code", options.getCode(), FailureCode.class, FailureCode::name));
    return run.ledger().admin().rows(Queries.knownFailures(pipeline, run.slates())).stream()
        .filter(failure -> !failure.getResolved())
        .filter(failure -> step == null || failure.getStep().equals(step))
        .filter(asked)
        .sorted(Comparator.comparing(KnownFailure::getFailureId))
        .toList();
  }

  private static Predicate<KnownFailure> hasCode(FailureCode code) {
    return failure -> failure.getCode() == code;
  }

  private void replay(GameDay day, List<KnownFailure> failures) {
    SlateRun slate = run.of(SlateRange.of(day));
    Set<String> pipelines =
        failures.stream().map(KnownFailure::getPipeline).collect(Collectors.toSet());
    try {
      if (pipelines.contains(KnownFailures.SCRAPE)) {
        ask(failures, slate);
      }
      for (Phase phase : Phase.values()) {
        if (pipelines.contains(phase.id())) {
          again(phase, day, slate);
        }
      }
    } catch (NotReadyException e) {
      run.report().line("replay      %s: %s", day, String.valueOf(e.getMessage()));
    }
    pipelines.stream()
        .filter(pipeline -> !isReplayable(pipeline))
        .sorted()
        .forEach(
            pipeline ->
                run.report()
                    .line("replay      %s: %s is run again by its own command", day, pipeline));
  }

  private static boolean isReplayable(String pipeline) {
    return pipeline.equals(KnownFailures.SCRAPE)
        || List.of(Phase.values()).stream().anyMatch(phase -> phase.id().equals(pipeline));
  }

  private void ask(List<KnownFailure> failures, SlateRun slate) {
    Set<String> named =
        failures.stream()
            .filter(failure -> failure.getPipeline().equals(KnownFailures.SCRAPE))
            .map(KnownFailures::source)
            .collect(Collectors.toSet());
    String sources =
        Catalogue.load().all().stream()
            .map(Source::id)
            .filter(named::contains)
            .collect(Collectors.joining(","));
    if (!sources.isEmpty()) {
      ScrapeCommand.scrape(sources, options, AsOf.of(options), slate);
    }
  }

  private void again(Phase phase, GameDay day, SlateRun slate) {
    switch (phase) {
      case LOAD_RAW -> PhaseCommands.loadRaw(options, slate);
      case ANALYTICS ->
          asBefore(
              phase,
              day,
              slate,
              () -> PhaseCommands.analytics(options.as(AnalyticsOptions.class), slate));
      case PRECOMPUTE -> PhaseCommands.precompute(options, slate);
      case PREDICT -> asBefore(phase, day, slate, () -> PhaseCommands.predict(options, slate));
      case GRADE -> PhaseCommands.grade(options, slate);
      case PUBLISH -> PhaseCommands.publish(options, slate);
    }
  }

  /** As of the time of the slate's last completed run, unless the options say another. */
  private void asBefore(Phase phase, GameDay day, SlateRun slate, Runnable action) {
    String given = options.getAsOf();
    try {
      if (given == null) {
        lastAsOf(phase, day, slate).ifPresent(asOf -> options.setAsOf(asOf.toString()));
      }
      action.run();
    } finally {
      options.setAsOf(given);
    }
  }

  private static Optional<Instant> lastAsOf(Phase phase, GameDay day, SlateRun slate) {
    return slate.ledger().admin().rows(Queries.runLedger(SlateRange.of(day))).stream()
        .filter(event -> event.getEvent() == Event.COMPLETED)
        .filter(event -> event.getPipeline().equals(phase.id()) && event.getAsOf() != null)
        .max(Comparator.comparing(RunEvent::getStartedAt))
        .map(RunEvent::getAsOf);
  }
}
