package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.RunOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.SlateRange;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code run}: the phases in order, each of the slates of which something has changed. */
final class RunCommand {
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
    Cascade cascade = new Cascade(options, archive, run);
    if (archive.contains("://") || Files.isDirectory(Path.of(archive))) {
      // Lines may have come by import instead.
      cascade.ifReady(Phase.LOAD_RAW, LoadRawOptions.class, PhaseCommands::loadRaw);
    } else {
      run.report().line("load-raw    %s: passed over, no archive there", archive);
    }
    cascade.step(Phase.ANALYTICS, AnalyticsOptions.class, PhaseCommands::analytics);
    cascade.step(Phase.PRECOMPUTE, SlateOptions.class, PhaseCommands::precompute);
    cascade.step(Phase.PREDICT, PredictOptions.class, PredictCommand::predict);
    // Box scores come the day after.
    cascade.ifReady(Phase.GRADE, SlateOptions.class, PhaseCommands::grade);
    cascade
        .of(SlateRange.of(run.slates().to()))
        .step(Phase.PUBLISH, PublishOptions.class, PhaseCommands::publish);
  }
}
