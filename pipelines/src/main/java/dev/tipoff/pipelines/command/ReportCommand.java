package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.options.ReportOptions;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/** {@code report}: the runs of a slate one after the other, or two runs side by side. */
final class ReportCommand {
  private static final SlateRange EVER =
      SlateRange.of(GameDay.parse("1946-11-01"), GameDay.parse("2199-12-31"));

  private ReportCommand() {}

  static void run(String[] args, Report report) {
    ReportOptions options = Launcher.options(args, ReportOptions.class);
    List<String> compared = options.getCompare();
    SlateRange slates = compared == null ? Launcher.slates(options) : EVER;
    try (WarehouseAdmin admin = Launcher.open(Launcher.warehouse(options))) {
      List<RunHistory> runs = RunHistory.of(admin.rows(Queries.runLedger(slates)));
      if (compared == null) {
        cascade(runs, report);
      } else {
        compare(runs, compared, report);
      }
    }
  }

  private static void cascade(List<RunHistory> runs, Report report) {
    report.line(
        "%-11s %-16s %-24s %8s %9s %9s %5s  %-9s %s",
        "phase", "run", "start", "seconds", "read", "written", "reads", "state", "why");
    for (RunHistory run : runs) {
      RunEvent first = run.first();
      report.line(
          "%-11s %-16s %-24s %8s %9s %9s %5s  %-9s %s",
          first.getPipeline(),
          first.getRunId(),
          first.getStartedAt(),
          text(run.seconds()),
          counted(run, RunEvent::getRowsRead),
          text(run.end().map(RunEvent::getRowsWritten).orElse(null)),
          counted(run, RunEvent::getDataReads),
          run.state(),
          run.end()
              .map(RunEvent::getReason)
              .filter(why -> !why.isEmpty())
              .orElse(first.getReason()));
    }
  }

  private static void compare(List<RunHistory> runs, List<String> ids, Report report) {
    if (ids.size() != 2) {
      throw new IllegalArgumentException(
          "--compare= takes two run ids, as report --date= has them");
    }
    Map<String, String> expected = figures(find(runs, ids.get(0)));
    Map<String, String> measured = figures(find(runs, ids.get(1)));
    report.line("%-48s %16s %16s", "", "expected", "measured");
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(measured.keySet());
    for (String name : names) {
      String one = expected.getOrDefault(name, "");
      String other = measured.getOrDefault(name, "");
      report.line("%-48s %16s %16s%s", name, one, other, one.equals(other) ? "" : "  differs");
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
    run.tableRows().forEach((table, rows) -> figures.put("rows of " + table, rows));
    figures.put("phase", run.first().getPipeline());
    figures.put("seconds", text(run.seconds()));
    figures.put("rows read", counted(run, RunEvent::getRowsRead));
    figures.put("data reads", counted(run, RunEvent::getDataReads));
    figures.put("state", run.state());
    return figures;
  }

  private static String counted(RunHistory run, Function<RunEvent, @Nullable Long> figure) {
    Optional<RunEvent> measured = run.event(Event.MEASURED);
    return measured.isPresent() ? text(figure.apply(measured.get())) : "";
  }

  private static String text(@Nullable Number number) {
    return number == null
        ? ""
        : String.format(number instanceof Double ? "%.1f" : "%.0f", number.doubleValue());
  }
}
