package dev.tipoff.pipelines.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.tipoff.io.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** What {@code tipoff} says to who has not yet found the command to type. */
public class OverviewTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^  tipoff ([^|\n]+)");
  private static final Pattern OPTION_OF_HELP = Pattern.compile("(?m)^  --([A-Za-z]+)=");

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1).strip()).toList();
  }

  @Test
  public void withoutArgumentsItTeachesAndIsWrongUsage() {
    CommandRun run = CommandRun.of();
    assertThat(run.exit(), is(2));
    assertThat(run.out(), is(""));
    assertThat(run.err(), startsWith("usage: tipoff COMMAND"));
    assertThat(run.err(), containsString("predicts NBA player props"));
    assertThat(
        run.err(), containsString("Start here, with neither data nor an account\n  tipoff demo\n"));
    assertThat(run.err(), containsString("tipoff COMMAND --help shows"));
  }

  /** The launcher's own, which no command of the deployed program is. */
  @Test
  public void theBenchmarksAreNamedToo() {
    assertThat(CommandRun.of("help").out(), containsString("\n  bench        measures starts"));
  }

  @Test
  public void helpSaysTheSameAndIsDone() {
    String taught = CommandRun.of().err();
    for (String word : List.of("--help", "help", "-h")) {
      assertThat(CommandRun.of(word), is(new CommandRun(0, taught, "")));
    }
  }

  @Test
  public void everyCommandIsInOneGroupWithWhatItDoes() {
    String text = CommandRun.of("help").out();
    for (Command command : Command.values()) {
      String line = String.format("  %-12s %s", command.id(), command.summary());
      assertThat(
          command.id(),
          text.lines().filter(each -> each.startsWith("  " + command.id() + " ")).toList(),
          is(List.of(line)));
    }
  }

  @Test
  public void everyExampleIsACommandLineThatIsTaken() {
    List<String> examples = found(EXAMPLE, CommandRun.of("help").out());
    assertThat(examples.size(), is(greaterThan(4)));
    for (String example : examples) {
      String[] words = example.split(" +");
      CommandRun help = CommandRun.of(words[0], "--help");
      assertThat(example, help.exit(), is(0));
      List<String> options = found(OPTION_OF_HELP, help.out());
      for (String word : Arrays.asList(words).subList(1, words.length)) {
        assertThat(example, options, hasItem(word.replaceAll("^--|=.*", "")));
      }
    }
  }

  @Test
  public void aLineFitsATerminalOfAHundredAndTwentyColumns() {
    CommandRun.of("help")
        .out()
        .lines()
        .forEach(line -> assertThat(line, line.length(), is(lessThanOrEqualTo(120))));
  }

  @Test
  public void helpOnACommandIsItsHelp() {
    assertThat(CommandRun.of("help", "predict"), is(CommandRun.of("predict", "--help")));
  }

  @Test
  public void aMistypedCommandIsAnsweredWithTheOneThatWasMeant() {
    Map.of(
            "pedict", "predict",
            "back-test", "backtest",
            "BACKTEST", "backtest",
            "load_raw", "load-raw",
            "demoo", "demo",
            "pre", "precompute",
            "predict-liv", "predict-live",
            "helth", "health")
        .forEach(
            (typed, meant) -> {
              CommandRun run = CommandRun.of(typed, "--date=2025-10-23");
              assertThat(run.exit(), is(2));
              assertThat(run.out(), is(""));
              assertThat(
                  run.err(),
                  startsWith(
                      String.format(
                          "tipoff: there is no command '%s'; did you mean '%s'?\n", typed, meant)));
            });
  }

  @Test
  public void nobodyGuessesWhatIsLikeNoCommand() {
    for (String typed : List.of("forecast", "x", "", "--date=2025-10-23")) {
      CommandRun run = CommandRun.of(typed);
      assertThat(run.exit(), is(2));
      assertThat(
          run.err(),
          is(
              String.format(
                  "tipoff: there is no command '%s'\nusage: tipoff COMMAND --option=value ...\n"
                      + "tipoff --help shows what there is.\n",
                  typed)));
    }
    assertThat(CommandRun.of("help", "forecast").err(), containsString("no command 'forecast'"));
  }

  @Test
  public void coloursAddNothingToTheWords() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    CommandLine.run(new String[] {"help"}, stream, stream, Terminal.of(Map.of(), true));
    String coloured = out.toString(UTF_8);
    assertThat(coloured, containsString("\u001b[36mtipoff demo\u001b[0m"));
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""), is(CommandRun.of("help").out()));
    assertThat(CommandRun.of("help").out(), not(containsString("\u001b")));
  }
}
