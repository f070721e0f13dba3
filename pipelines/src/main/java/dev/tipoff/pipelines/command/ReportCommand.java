package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunHistory;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.options.ReportOptions;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/** {@code report}: the runs of a slate one after the other, or two runs side by side. */
final class ReportCommand {
  private static final String ROW = "%-11s %-16s %-24s %8s %9s %9s %5s  %-9s %s";

  private ReportCommand() {}

  static void run(String[] args, Report report) {
    ReportOptions options = Launcher.options(args, ReportOptions.class);
    List<String> compared = options.getCompare();
    try (WarehouseAdmin admin = NamedWarehouse.open(NamedWarehouse.of(options))) {
      if (compared == null) {
        cascade(Slates.of(options), admin, report);
      } else if (compared.size() == 2) {
        compare(compared.get(0), compared.get(1), admin, report);
      } else {
        throw new IllegalArgumentException(
            "--compare= takes two run ids with a comma between, as report --date= shows them");
      }
    }
  }

  /** Prints the runs of some slates in the order in which they started. */
  static void cascade(SlateRange slates, WarehouseAdmin admin, Report report) {
    List<RunHistory> runs = RunHistory.of(admin.rows(Queries.runLedger(slates)));
    report.line(
        ROW, "phase", "run", "start", "seconds", "read", "written", "reads", "state", "why");
    for (RunHistory run : runs) {
      RunEvent first = run.first();
      if (first.getGameDate() != null || slates.contains(GameDay.ofTip(first.getStartedAt()))) {
        report.line(
            ROW,
            first.getPipeline(),
            first.getRunId(),
            first.getStartedAt(),
            text(run.seconds()),
            text(run.measured(RunEvent::getRowsRead)),
            text(run.rowsWritten()),
            text(run.measured(RunEvent::getDataReads)),
            run.state(),
            run.why());
      }
    }
  }

  private static void compare(
      String expected, String measured, WarehouseAdmin admin, Report report) {
    List<RunHistory> runs = RunHistory.of(admin.rows(Queries.runs(expected, measured)));
    Map<String, String> one = figures(find(runs, expected));
    Map<String, String> other = figures(find(runs, measured));
    report.line("%-64s %24s %24s", "", "expected", "measured");
    TreeSet<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      String before = one.getOrDefault(name, "");
      String now = other.getOrDefault(name, "");
      report.line("%-64s %24s %24s%s", name, before, now, before.equals(now) ? "" : "  differs");
    }
  }

  private static RunHistory find(List<RunHistory> runs, String id) {
    return runs.stream()
        .filter(run -> run.first().getRunId().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the ledger has no run " + id + "; see report"));
  }

  private static Map<String, String> figures(RunHistory run) {
    Map<String, String> figures = new TreeMap<>();
    run.tableRows().forEach((table, rows) -> figures.put("rows of " + table, text(rows)));
    for (String input : run.inputs()) {
      int end = input.indexOf('=');
      figures.put(input.substring(0, end), input.substring(end + 1));
    }
    figures.put("phase", run.first().getPipeline());
    figures.put("slates", run.slates());
    figures.put("seconds", text(run.seconds()));
    figures.put("rows read", text(run.measured(RunEvent::getRowsRead)));
    figures.put("data reads", text(run.measured(RunEvent::getDataReads)));
    figures.put("state", run.state());
    return figures;
  }

  private static String text(@Nullable Number number) {
    return number == null
        ? ""
        : String.format(number instanceof Double ? "%.1f" : "%.0f", number.doubleValue());
  }
}
