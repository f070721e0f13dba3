package dev.tipoff.pipelines.bench;

import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.pipelines.command.LocalOptions;
import dev.tipoff.pipelines.launch.Ending;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Logging;
import dev.tipoff.pipelines.launch.OptionNames;
import dev.tipoff.pipelines.launch.Report;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code tipoff bench}: how fast Tipoff is on this machine, beside the design that it replaces and
 * beside what people would write instead.
 */
public final class Bench {
  private static final String HINT = "try: tipoff bench reads --runs=5, or tipoff bench --help";

  private Bench() {}

  /** Measures and ends the process with an exit code. */
  public static void main(String[] args) {
    LocalOptions.register(args);
    Report report = new Report(System.out, System.err, Terminal.ofThisProcess());
    if (Arrays.asList(args).contains("--help")) {
      report.text(help());
      System.exit(0);
    }
    Logging.set(false);
    System.exit(Ending.of("bench", HINT, () -> measure(args, report), System.err).code());
  }

  private static void measure(String[] args, Report report) {
    List<BenchPart> parts =
        Arrays.stream(args).filter(arg -> !arg.startsWith("--")).map(Bench::part).toList();
    BenchOptions options =
        Launcher.options(
            Arrays.stream(args).filter(arg -> arg.startsWith("--")).toArray(String[]::new),
            BenchOptions.class);
    Sizes.check(options);
    Results results = new Results(Path.of(options.getFolder()), report);
    for (BenchPart part : parts.isEmpty() ? List.of(BenchPart.values()) : parts) {
      try {
        part.measure(options, results);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(part.id() + " cannot be measured", e);
      }
    }
  }

  private static BenchPart part(String name) {
    return Arrays.stream(BenchPart.values())
        .filter(part -> part.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no part '"
                        + name
                        + "' to measure, only "
                        + Arrays.stream(BenchPart.values())
                            .map(BenchPart::id)
                            .collect(Collectors.joining(", "))));
  }

  private static String help() {
    StringBuilder text =
        new StringBuilder(
            "usage: tipoff bench [PART ...] --option=value ...\n\n"
                + "Measures on this machine, prints tables of ratios and counts, and writes them as"
                + " JSON and pictures.\nAll parts take more than an hour. Seconds hang on what else the"
                + " machine does; ratios of runs that\nfollowed each other hardly do.\n\nparts:\n");
    for (BenchPart part : BenchPart.values()) {
      text.append(String.format("  %-8s %s%n", part.id(), part.summary()));
    }
    return text.append(String.format("%noptions:%n%s", OptionNames.help(BenchOptions.class)))
        .toString();
  }
}
