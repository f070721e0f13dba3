package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.pipelines.launch.Ending;
import dev.tipoff.pipelines.launch.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How a command ended, and all that it said. */
record Ended(int exit, String text) {
  static Ended of(String command, String... options) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int exit =
        Command.run(
            Stream.concat(Stream.of(command), Arrays.stream(options)).toArray(String[]::new),
            stream,
            stream);
    return new Ended(exit, text.toString(StandardCharsets.UTF_8));
  }

  /** A command whose options and outside a test has put together itself. */
  static Ended of(Command command, Consumer<Report> work) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int exit = Ending.of(command.id(), "", () -> work.accept(new Report(stream)), stream).code();
    return new Ended(exit, text.toString(StandardCharsets.UTF_8));
  }

  Ended with(int expected) {
    assertThat(text, exit, is(expected));
    return this;
  }

  /** Why it failed: its last line. */
  String reason() {
    String[] lines = text.strip().split("\n");
    return lines[lines.length - 1];
  }
}
