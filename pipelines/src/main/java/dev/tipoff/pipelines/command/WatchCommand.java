package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.pipelines.watch.Watch;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;

/** {@code watch}: says what is lost or missing, and which columns look unlike those before. */
final class WatchCommand {
  private WatchCommand() {}

  static void run(String[] args, Report report) {
    WatchOptions options = Launcher.options(args, WatchOptions.class);
    SlateRange slates = Slates.of(options);
    watch(options, slates, NamedWarehouse.of(options), report);
  }

  static void watch(WatchOptions options, SlateRange slates, Warehouse warehouse, Report report) {
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      Watch watch = new Watch(options, slates, admin, AsOf.of(options));
      report(watch.failures(warehouse.alertBudget()), watch, slates, report);
    }
  }

  private static void report(List<Failure> wrong, Watch watch, SlateRange slates, Report report) {
    wrong.forEach(failure -> report.line("%s: %s", kind(failure), failure.getMessage()));
    List<String> drifted = watch.drifted();
    drifted.forEach(column -> report.line("drifted: %s", column));
    if (!wrong.isEmpty()) {
      throw new CommandFailedException(
          wrong.size() + " of what " + slates + " should have is missing or failed, see above");
    }
    report.line(
        "watch       %s: %s",
        slates,
        drifted.isEmpty()
            ? "all is well"
            : "nothing is missing; see above what looks unlike the slates before");
  }

  private static String kind(Failure failure) {
    return switch (failure.getCode()) {
      case LOST_RUN, ALERT_NOT_SENT -> "failed";
      case STALE_MODEL -> "stale";
      default -> "missing";
    };
  }
}
