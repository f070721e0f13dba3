package dev.tipoff.pipelines.command;

import com.google.common.base.Preconditions;
import dev.tipoff.io.warehouse.BigQueryTablesFile;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.SchemaOptions;
import dev.tipoff.transforms.catalogue.Tables;
import java.util.List;

/** {@code schema}: prints the statements that make the warehouse, runs them, or looks for drift. */
final class SchemaCommand {
  private SchemaCommand() {}

  static void run(String[] args, Report report) {
    SchemaOptions options = Launcher.options(args, SchemaOptions.class);
    Preconditions.checkArgument(
        !options.getApply() || !options.getCheck(), "choose one of --apply and --check");
    if (options.getJson()) {
      Preconditions.checkArgument(
          !options.getApply() && !options.getCheck(), "--json prints, and does nothing else");
      report.text(BigQueryTablesFile.text());
      return;
    }
    try (WarehouseAdmin admin = NamedWarehouse.of(options).admin()) {
      if (options.getApply()) {
        admin.createTables();
        report.line("%s has all %d tables", options.getWarehouse(), Tables.all().size());
      } else if (options.getCheck()) {
        check(options.getWarehouse(), admin.drift(), report);
      } else {
        admin.statements().forEach(statement -> report.line("%s;", statement));
      }
    }
  }

  private static void check(String warehouse, List<String> drift, Report report) {
    drift.forEach(difference -> report.line("%s", difference));
    Preconditions.checkState(
        drift.isEmpty(), "%s is not as declared: %s differences", warehouse, drift.size());
    report.line("%s is as declared: %d tables", warehouse, Tables.all().size());
  }
}
