package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import dev.tipoff.pipelines.workflow.Workflows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/** Every command line in {@code docs/runbook.md} is one that {@code tipoff} takes. */
public class RunbookCommandsTest {
  private static final Path RUNBOOK =
      Path.of(System.getProperty("tipoff.root", ".."), "docs", "runbook.md");
  private static final Pattern LINE = Pattern.compile("\\./tipoff ([^`\n]*)");
  private static final Pattern LONE_OPTION = Pattern.compile("`--([A-Za-z]+)(?:=[^`]*)?`");
  private static final Pattern OPTION_OF_HELP = Pattern.compile("(?m)^  --([A-Za-z]+)=");

  /** Commands that the runbook names and that are not there yet. */
  private static final Set<String> TO_COME = Set.of();

  private static final Set<String> BEAMS = Set.of("tempLocation");

  private static Set<String> optionsOf(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(
        "tipoff has the command " + command,
        Command.run(new String[] {command, "--help"}, text, text),
        is(0));
    Set<String> options = new TreeSet<>(BEAMS);
    options.addAll(matches(OPTION_OF_HELP, out.toString(StandardCharsets.UTF_8)));
    return options;
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static void check(String line) {
    List<String> words = Arrays.asList(line.strip().split("\\s+"));
    if (TO_COME.contains(words.get(0))) {
      return;
    }
    Set<String> options = optionsOf(words.get(0));
    boolean namesWorkflow = words.get(0).equals("workflow") && words.size() > 1;
    if (namesWorkflow) {
      assertThat(Workflows.load().get(words.get(1)).name(), is(words.get(1)));
    }
    for (String word : words.subList(namesWorkflow ? 2 : 1, words.size())) {
      assertThat(line, word, startsWith("--"));
      String option = word.substring(2).split("=", 2)[0];
      assertThat("'" + line + "' has an option of the command", options.contains(option), is(true));
    }
  }

  @Test
  public void everyCommandLineIsTaken() throws IOException {
    Set<String> lines = new TreeSet<>(matches(LINE, Files.readString(RUNBOOK)));
    assertThat(lines.size(), is(greaterThan(20)));
    lines.forEach(RunbookCommandsTest::check);
  }

  @Test
  public void everyOptionIsOneOfSomeCommand() throws IOException {
    Set<String> known =
        Arrays.stream(Command.values())
            .flatMap(command -> optionsOf(command.id()).stream())
            .collect(Collectors.toSet());
    assertThat(
        LONE_OPTION
            .matcher(Files.readString(RUNBOOK))
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(option -> !known.contains(option))
            .toList(),
        is(empty()));
  }

  @Test
  public void whatIsNoCommandIsFound() {
    assertThrows(AssertionError.class, () -> check("mend --date=DAY"));
    assertThrows(AssertionError.class, () -> check("grade --asOf=TIME"));
  }
}
