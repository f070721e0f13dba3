package dev.tipoff.io.terminal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import org.junit.Test;

public class TerminalTest {
  private static final String RED = "\u001b[31mlost\u001b[0m";

  private static String lost(Map<String, String> environment, boolean interactive) {
    return Terminal.of(environment, interactive).ink(Ink.RED, "lost");
  }

  @Test
  public void somebodyWhoLooksAtATerminalSeesColour() {
    assertThat(lost(Map.of("TERM", "xterm-256color"), true), is(RED));
    assertThat(lost(Map.of(), true), is(RED));
  }

  @Test
  public void whatGoesElsewhereHasNone() {
    assertThat(lost(Map.of("TERM", "xterm-256color"), false), is("lost"));
  }

  @Test
  public void nobodyHasToTakeColour() {
    assertThat(lost(Map.of("NO_COLOR", "1"), true), is("lost"));
    assertThat(lost(Map.of("TERM", "dumb"), true), is("lost"));
  }

  /** As https://no-color.org says: when present and not an empty string. */
  @Test
  public void anEmptyVariableSaysNothing() {
    assertThat(lost(Map.of("NO_COLOR", ""), true), is(RED));
  }

  @Test
  public void plainTextAndNoTextStayAsTheyAre() {
    Terminal terminal = Terminal.of(Map.of(), true);
    assertThat(terminal.ink(Ink.PLAIN, "lost"), is("lost"));
    assertThat(terminal.ink(Ink.RED, ""), is(""));
  }

  @Test
  public void barsMoveOnlyWhereTheCursorDoes() {
    assertThat(Terminal.of(Map.of("NO_COLOR", "1"), true).moves(), is(true));
    assertThat(Terminal.of(Map.of("TERM", "dumb"), true).moves(), is(false));
    assertThat(Terminal.of(Map.of(), false).moves(), is(false));
  }

  @Test
  public void aWidthIsTheTerminalsOrWhatIsUsual() {
    assertThat(Terminal.of(Map.of("COLUMNS", "132"), false).width(100), is(132));
    assertThat(Terminal.of(Map.of(), true).width(100), is(100));
    for (String wrong : new String[] {"", "wide", "0", "-5", "99999999999"}) {
      assertThat(wrong, Terminal.of(Map.of("COLUMNS", wrong), true).width(100), is(100));
    }
  }

  @Test
  public void aTableIsNotSqueezedBelowEightyColumns() {
    assertThat(Terminal.of(Map.of("COLUMNS", "30"), true).width(100), is(80));
  }
}
