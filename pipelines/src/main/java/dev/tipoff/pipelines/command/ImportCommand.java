package dev.tipoff.pipelines.command;

import dev.tipoff.io.history.ReadCsv;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.ImportPipeline;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.ImportOptions;
import java.util.List;
import java.util.SortedMap;

/** {@code import}: rows in are rows stored plus failures, or the command fails. */
final class ImportCommand {
  private ImportCommand() {}

  static void run(String[] args, Report report) {
    ImportOptions options = Launcher.options(args, ImportOptions.class);
    Warehouse warehouse = NamedWarehouse.of(options);
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      load(options, new RunLedger(warehouse, admin), report);
    }
  }

  static void load(ImportOptions options, RunLedger ledger, Report report) {
    RunCounts counts =
        ledger.run(
            PlannedRun.of(
                "import",
                List.of(),
                null,
                null,
                (pipeline, services) -> ImportPipeline.build(pipeline, options, services)),
            "asked for",
            options);
    SortedMap<String, Long> rowsIn = counts.of(ReadCsv.ROWS_IN);
    report.line("%-36s %10s %10s %10s", "table", "rows in", "stored", "failures");
    rowsIn.forEach(
        (table, rows) -> {
          long stored = counts.get("rows-stored", table);
          long failed = counts.get(ReadCsv.ROWS_FAILED, table) + counts.get("rows-refused", table);
          report.line("%-36s %,10d %,10d %,10d", table, rows, stored, failed);
          if (rows != stored + failed) {
            throw new IllegalStateException(
                String.format(
                    "%s: %d rows came in, but %d were stored and %d failed",
                    table, rows, stored, failed));
          }
        });
    report.failures(counts);
  }
}
