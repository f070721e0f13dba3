package dev.tipoff.pipelines.command;

import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.OpenFailures;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.ReplayOptions;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        OpenFailures.slates(options),
        report,
        (given, run) -> new ReplayCommand(given, run.because("replay")).replay());
  }

  private void replay() {
    List<KnownFailure> before = OpenFailures.of(options, run.slates(), run.ledger().admin());
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
        OpenFailures.of(options, run.slates(), run.ledger().admin()).stream()
            .collect(Collectors.toMap(KnownFailure::getFailureId, failure -> failure));
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

  private void replay(GameDay day, List<KnownFailure> failures) {
    SlateRun slate = run.of(SlateRange.of(day));
    Set<String> pipelines =
        failures.stream().map(KnownFailure::getPipeline).collect(Collectors.toSet());
    try {
      if (pipelines.contains(KnownFailure.SCRAPE)) {
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
    return pipeline.equals(KnownFailure.SCRAPE)
        || List.of(Phase.values()).stream().anyMatch(phase -> phase.id().equals(pipeline));
  }

  private void ask(List<KnownFailure> failures, SlateRun slate) {
    String sources = OpenFailures.sources(failures);
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
      case PREDICT -> asBefore(phase, day, slate, () -> PredictCommand.predict(options, slate));
      case GRADE -> PhaseCommands.grade(options, slate);
      case PUBLISH -> PhaseCommands.publish(options, slate);
    }
  }

  /** As of the time of the slate's last completed run, unless the options say another. */
  private void asBefore(Phase phase, GameDay day, SlateRun slate, Runnable action) {
    String given = options.getAsOf();
    try {
      if (given == null) {
        OpenFailures.lastAsOf(phase.id(), day, slate.ledger().admin())
            .ifPresent(asOf -> options.setAsOf(asOf.toString()));
      }
      action.run();
    } finally {
      options.setAsOf(given);
    }
  }
}
