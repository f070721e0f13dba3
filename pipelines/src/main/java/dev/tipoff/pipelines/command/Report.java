package dev.tipoff.pipelines.command;

import com.google.common.base.CaseFormat;
import java.io.PrintStream;
import java.util.SortedMap;

/** What a command tells the terminal. */
final class Report {
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void line(String format, Object... values) {
    out.printf(format + "%n", values);
  }

  void text(String text) {
    out.print(text);
  }

  /** How many inputs failed, by code, and where to look at them. */
  void failures(RunCounts counts) {
    SortedMap<String, Long> failures = counts.of("failures");
    if (failures.isEmpty()) {
      return;
    }
    failures.forEach(
        (code, count) ->
            line(
                "  %,9d  %s",
                count, CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_HYPHEN, code)));
    line("  each is a row of nba_orchestration.failures, with its reason");
  }
}
