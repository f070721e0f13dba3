package dev.tipoff.io.terminal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.terminal.TextTable.Column;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class TextTableTest {
  private static final Terminal COLOURED = Terminal.of(Map.of(), true);

  private static TextTable table(Terminal terminal, int width) {
    return new TextTable(
        terminal,
        width,
        List.of(
            Column.text("Name", 20),
            Column.text("Side", 5).inked(side -> side.equals("Over") ? Ink.CYAN : Ink.MAGENTA),
            Column.number("EV")));
  }

  private static String names(String... names) {
    TextTable table = table(Terminal.plain(), 100);
    for (String name : names) {
      table.add(List.of(name, "Over", "+1.0%"));
    }
    return table.render();
  }

  @Test
  public void accentsTakeNoColumnOfTheirOwn() {
    assertThat(
        names("Jokić", "Jokic\u0301", "k\u0304ara", "Li"),
        is(
            """
            Name   Side     EV
            Jokić  Over  +1.0%
            Jokić  Over  +1.0%
            k\u0304ara   Over  +1.0%
            Li     Over  +1.0%
            """));
  }

  @Test
  public void wideLettersTakeTwoColumns() {
    assertThat(
        names("周琦", "Yao Ming", "\uD83C\uDFC0 ball"),
        is(
            """
            Name      Side     EV
            周琦      Over  +1.0%
            Yao Ming  Over  +1.0%
            \uD83C\uDFC0 ball   Over  +1.0%
            """));
  }

  @Test
  public void aCutFallsBetweenLetters() {
    TextTable table = new TextTable(Terminal.plain(), 100, List.of(Column.text("N", 5)));
    table.add(List.of("周琦周琦"));
    table.add(List.of("k\u0304k\u0304k\u0304k\u0304k\u0304k\u0304"));
    assertThat(table.render(), is("N\n周琦…\nk\u0304k\u0304k\u0304k\u0304…\n"));
  }

  @Test
  public void coloursLeaveTheColumnsWhereTheyAre() {
    TextTable table = table(COLOURED, 100);
    table.add(List.of("Ann", "Over", "+1.0%"));
    table.add(List.of("Bob Lee", "Under", "-12.0%"));
    String text = table.render();
    assertThat(text.contains("\u001b[36mOver\u001b[0m   "), is(true));
    assertThat(
        text.replaceAll("\u001b\\[[0-9;]*m", ""),
        is(
            """
            Name     Side       EV
            Ann      Over    +1.0%
            Bob Lee  Under  -12.0%
            """));
  }

  @Test
  public void whereItIsTightGapsGiveWayAndThenTheFirstColumn() {
    TextTable table = table(Terminal.plain(), 21);
    table.add(List.of("Giannis", "Under", "-12.0%"));
    assertThat(table.render(), is("Name    Side      EV\nGiannis Under -12.0%\n"));
    TextTable tighter = table(Terminal.plain(), 18);
    tighter.add(List.of("Giannis", "Under", "-12.0%"));
    assertThat(tighter.render(), is("Name  Side      EV\nGian… Under -12.0%\n"));
  }

  @Test
  public void aRowCannotColourTheTerminal() {
    TextTable table = table(COLOURED, 100);
    table.add(List.of("\u001b[31mAnn\u009b", "Over", "+1.0%"));
    assertThat(table.render().contains(" [31mAnn   "), is(true));
  }
}
