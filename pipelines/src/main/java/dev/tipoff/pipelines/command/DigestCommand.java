package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.options.DigestOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code digest}: the number of rows of each table and a digest of them. */
final class DigestCommand {
  private DigestCommand() {}

  static void run(String[] args, Report report) {
    DigestOptions options = Launcher.options(args, DigestOptions.class);
    Optional<SlateRange> slates =
        options.getDate() == null && options.getFrom() == null
            ? Optional.empty()
            : Optional.of(Slates.of(options));
    List<Table<?>> tables =
        Tables.reproducible().stream()
            .filter(table -> options.getTable() == null || table.name().equals(options.getTable()))
            .filter(
                table ->
                    slates.isEmpty() || table.partition() != null || options.getTable() != null)
            .collect(Collectors.toList());
    if (tables.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no table " + options.getTable() + "; one of " + Tables.reproducible());
    }
    try (WarehouseAdmin admin = NamedWarehouse.open(NamedWarehouse.of(options))) {
      for (Table<?> table : tables) {
        WarehouseAdmin.Digest digest = admin.digest(table, slates);
        report.line("%-46s %,12d  %016x", table, digest.rows(), digest.hash());
      }
    }
  }
}
