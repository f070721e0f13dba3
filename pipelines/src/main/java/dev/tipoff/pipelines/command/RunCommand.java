package dev.tipoff.pipelines.command;

import com.google.common.collect.Iterables;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.SlateDecisions;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.RunOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code run}: the phases in order, each of the slates of which something has changed. */
final class RunCommand {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final int DAYS_SHOWN = 3;

  private final RunOptions options;
  private final SlateRun run;

  private RunCommand(RunOptions options, SlateRun run) {
    this.options = options;
    this.run = run;
  }

  static void run(String[] args, Report report) {
    RunOptions options = Launcher.options(args, RunOptions.class);
    SlateRange slates = Slates.of(options);
    Warehouse warehouse = NamedWarehouse.of(options);
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      RunLedger ledger = new RunLedger(warehouse, admin);
      run(options, new SlateRun(slates, ledger, report, ""));
    }
  }

  static void run(RunOptions options, SlateRun run) {
    new RunCommand(options, run).allPhases();
  }

  private void allPhases() {
    String sources = options.getSources();
    if (sources != null) {
      ScrapeCommand.scrape(sources, options, AsOf.of(options), run.because("asked for"));
    }
    String archive = options.getArchive();
    if (archive.contains("://") || Files.isDirectory(Path.of(archive))) {
      passingOver(Phase.LOAD_RAW, LoadRawOptions.class, PhaseCommands::loadRaw);
    } else {
      run.report().line("load-raw    %s: passed over, no archive there", options.getArchive());
    }
    unlessUnchanged(Phase.ANALYTICS, AnalyticsOptions.class, PhaseCommands::analytics);
    unlessUnchanged(Phase.PRECOMPUTE, SlateOptions.class, PhaseCommands::precompute);
    unlessUnchanged(Phase.PREDICT, PredictOptions.class, PredictCommand::predict);
    passingOver(Phase.GRADE, SlateOptions.class, PhaseCommands::grade);
    unlessUnchanged(Phase.PUBLISH, PublishOptions.class, PhaseCommands::publish);
  }

  /** Lines may have come by import instead, and box scores come the day after. */
  private <T extends SlateOptions> void passingOver(
      Phase phase, Class<T> type, PhaseCommands.PhaseOf<T> action) {
    try {
      unlessUnchanged(phase, type, action);
    } catch (NotReadyException e) {
      LOG.info("phase={} slates={} not_ready=\"{}\"", phase.id(), run.slates(), e.getMessage());
    }
  }

  private <T extends SlateOptions> void unlessUnchanged(
      Phase phase, Class<T> type, PhaseCommands.PhaseOf<T> action) {
    SlateRange slates = phase == Phase.PUBLISH ? SlateRange.of(run.slates().to()) : run.slates();
    SlateDecisions decisions =
        SlateDecisions.of(
            phase,
            slates,
            options.getArchive(),
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
      throw new NotReadyException(phase.id() + " of " + slates + ", see above");
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
