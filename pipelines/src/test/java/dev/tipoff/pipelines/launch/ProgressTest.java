package dev.tipoff.pipelines.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.tipoff.io.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import org.junit.Test;

public class ProgressTest {
  private static String shown(Terminal terminal) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(err, true, UTF_8);
        Progress progress = Progress.of("backtest", terminal, stream)) {
      progress.show(12_345, 678);
    }
    return err.toString(UTF_8);
  }

  @Test
  public void aTerminalSeesHowFarItIsAndThenAnEmptyLine() {
    String shown = shown(Terminal.of(Map.of("COLUMNS", "100"), true));
    assertThat(shown, containsString("backtest"));
    assertThat(shown, containsString("12345/? rows"));
    assertThat(shown, containsString("678 stored"));
    assertThat(shown, endsWith("\r" + " ".repeat(99) + "\r"));
  }

  @Test
  public void itFitsTheLine() {
    Arrays.stream(shown(Terminal.of(Map.of("COLUMNS", "80"), true)).split("\r"))
        .forEach(line -> assertThat(line, line.length(), is(lessThanOrEqualTo(80))));
  }

  @Test
  public void whereNobodyLooksNothingIsShown() {
    assertThat(shown(Terminal.plain()), is(""));
    assertThat(shown(Terminal.of(Map.of("TERM", "dumb"), true)), is(""));
  }
}
