package dev.tipoff.pipelines.command;

import com.google.common.collect.Iterables;
import dev.tipoff.io.odds.ArchiveFingerprints;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.RunOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.fingerprint.ComposeFingerprints;
import dev.tipoff.transforms.fingerprint.FingerprintRow;
import dev.tipoff.transforms.fingerprint.SkipKey;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import dev.tipoff.transforms.model.SlateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code run}: the phases of a slate in order, but for those of which nothing has changed. */
final class RunCommand {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final int CHANGES_SHOWN = 3;

  private final RunOptions options;
  private final SlateRun run;

  private RunCommand(RunOptions options, SlateRun run) {
    this.options = options;
    this.run = run;
  }

  static void run(String[] args, Report report) {
    RunOptions options = Launcher.options(args, RunOptions.class);
    SlateRange slates = Launcher.slates(options);
    Warehouse warehouse = Launcher.warehouse(options);
    try (WarehouseAdmin admin = Launcher.open(warehouse)) {
      new RunCommand(options, new SlateRun(slates, warehouse, admin, report, "")).allPhases();
    }
  }

  private void allPhases() {
    if (Files.isDirectory(Path.of(options.getArchive()))) {
      passingOver(Phase.LOAD_RAW, LoadRawOptions.class, PhaseCommands::loadRaw);
    } else {
      run.report().line("load-raw    %s: passed over, no archive there", options.getArchive());
    }
    unlessUnchanged(Phase.ANALYTICS, SlateOptions.class, PhaseCommands::analytics);
    unlessUnchanged(Phase.PRECOMPUTE, SlateOptions.class, PhaseCommands::precompute);
    unlessUnchanged(Phase.PREDICT, PredictOptions.class, PhaseCommands::predict);
    passingOver(Phase.GRADE, SlateOptions.class, PhaseCommands::grade);
    unlessUnchanged(Phase.PUBLISH, PublishOptions.class, PhaseCommands::publish);
  }

  /** Lines may have come by import instead, and box scores come the day after. */
  private <T extends SlateOptions> void passingOver(
      Phase phase, Class<T> type, PhaseCommands.PhaseOf<T> action) {
    try {
      unlessUnchanged(phase, type, action);
    } catch (NotReadyException e) {
      run.report().line("%-11s not ready: %s", phase.id(), String.valueOf(e.getMessage()));
    }
  }

  private <T extends SlateOptions> void unlessUnchanged(
      Phase phase, Class<T> type, PhaseCommands.PhaseOf<T> action) {
    SlateRun ofPhase = phase == Phase.PUBLISH ? run.of(SlateRange.of(run.slates().to())) : run;
    List<String> changes = changes(phase, type, ofPhase.slates());
    if (options.getForce()) {
      changes.add(0, "--force");
    }
    if (changes.isEmpty()) {
      String reason = "nothing that it is made from has changed since the last completed run";
      ofPhase.skipped(phase, options, reason);
      run.report().line("%-11s %s: skipped, %s", phase.id(), ofPhase.slates(), reason);
      return;
    }
    String why = String.join("; ", Iterables.limit(changes, CHANGES_SHOWN));
    if (changes.size() > CHANGES_SHOWN) {
      why += "; and " + (changes.size() - CHANGES_SHOWN) + " more";
    }
    run.report().line("%-11s %s: runs, %s", phase.id(), ofPhase.slates(), why);
    action.run(options.as(type), ofPhase.because(why));
  }

  /** What differs from the last completed run, over all slates; empty if nothing does. */
  private <T extends SlateOptions> List<String> changes(
      Phase phase, Class<T> type, SlateRange slates) {
    List<FingerprintRow> rows =
        new ArrayList<>(run.admin().rows(Queries.fingerprints(phase.id(), slates)));
    if (phase == Phase.LOAD_RAW) {
      rows.addAll(ArchiveFingerprints.of(options.getArchive(), slates));
    }
    Map<String, String> settings = SlateRun.settings(phase, options.as(type), type);
    List<String> all = new ArrayList<>();
    for (SlateFingerprints slate :
        ComposeFingerprints.of(slates, phase.sources()).compose(rows).values()) {
      List<String> changes = SkipKey.of(slate, settings).changesSince(slate.lastRun());
      LOG.info(
          "phase={} slate={} skip={} changes={}",
          phase.id(),
          slate.slate(),
          changes.isEmpty(),
          changes);
      changes.forEach(
          change ->
              all.add(slates.from().equals(slates.to()) ? change : slate.slate() + ": " + change));
    }
    return all;
  }
}
