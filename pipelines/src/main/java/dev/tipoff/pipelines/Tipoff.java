package dev.tipoff.pipelines;

import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.pipelines.command.CommandLine;
import dev.tipoff.pipelines.command.LocalOptions;

/** The {@code tipoff} command. */
public final class Tipoff {
  private Tipoff() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    LocalOptions.register(args);
    Terminal terminal = Terminal.ofThisProcess();
    // Pools of the runner would keep the process alive for a minute.
    System.exit(CommandLine.run(args, System.out, System.err, terminal));
  }
}
