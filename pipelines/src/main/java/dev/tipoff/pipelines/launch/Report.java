package dev.tipoff.pipelines.launch;

import com.google.common.base.Ascii;
import com.google.common.base.CaseFormat;
import dev.tipoff.io.alerts.AlertFn;
import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.transforms.alerts.AlertDelivery;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a command tells the terminal. */
public final class Report {
  private final PrintStream out;
  private final PrintStream err;
  private final Terminal terminal;

  /** What is said in one place without colour. */
  public Report(PrintStream out) {
    this(out, out, Terminal.plain());
  }

  /**
   * A report.
   *
   * @param err where people are told what happens if {@code out} has data for programs
   * @param terminal what can be shown at {@code out}
   */
  public Report(PrintStream out, PrintStream err, Terminal terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** What can be shown where it is read. */
  public Terminal terminal() {
    return terminal;
  }

  /** What is said to people while standard output has data. */
  public Report besideData() {
    return new Report(err, err, Terminal.plain());
  }

  /** Data for programs, in UTF-8 whatever the locale. */
  public void data(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  public void line(String format, Object... values) {
    out.printf(format + "%n", values);
  }

  public void text(String text) {
    out.print(text);
  }

  /** How many inputs failed, by code, where to look at them, and who was told. */
  public void failures(RunCounts counts) {
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
    SortedMap<String, Long> alerts = counts.of(AlertFn.COUNTERS);
    if (!alerts.isEmpty()) {
      line(
          "  alerts: %s",
          alerts.entrySet().stream()
              .map(each -> words(each.getKey(), each.getValue()))
              .collect(Collectors.joining(", ")));
    }
  }

  /** What became of an alert that no pipeline counts. */
  void delivery(AlertDelivery delivery) {
    line(
        "  alerts: %s%s",
        words(delivery.getChannel() + " " + delivery.getState(), 1),
        delivery.getReason().isEmpty() ? "" : ": " + delivery.getReason());
  }

  /** {@code slack 2 not sent} for two of {@code slack NOT_SENT}. */
  private static String words(String counter, long count) {
    String[] parts = counter.split(" ", 2);
    return String.format(
        "%s %,d %s", parts[0], count, Ascii.toLowerCase(parts[1]).replace('_', ' '));
  }
}
