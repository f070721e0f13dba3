package dev.tipoff.pipelines.command;

import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.pipelines.launch.Ending;
import dev.tipoff.pipelines.launch.Report;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was typed after {@code tipoff}: a command with its options, or a question about them. */
public final class CommandLine {
  private static final List<String> HELP = List.of("help", "--help", "-h");

  private CommandLine() {}

  /**
   * Runs a command line.
   *
   * @param terminal what can be shown at {@code out}
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err, Terminal terminal) {
    Report report = new Report(out, err, terminal);
    if (args.length == 0) {
      err.print(Overview.text(terminal));
      return Ending.WRONG_USAGE.code();
    }
    boolean help = HELP.contains(args[0]);
    if (help && args.length == 1) {
      report.text(Overview.text(terminal));
      return Ending.DONE.code();
    }
    String id = help ? args[1] : args[0];
    String[] rest = help ? new String[] {"--help"} : Arrays.copyOfRange(args, 1, args.length);
    Optional<Command> command =
        Arrays.stream(Command.values()).filter(each -> each.id().equals(id)).findFirst();
    if (command.isEmpty()) {
      err.print(Overview.noSuchCommand(id));
      return Ending.WRONG_USAGE.code();
    }
    return command.orElseThrow().run(rest, report, err);
  }
}
