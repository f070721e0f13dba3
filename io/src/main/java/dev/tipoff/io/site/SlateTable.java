package dev.tipoff.io.site;

import com.google.common.base.Preconditions;
import dev.tipoff.io.terminal.Ink;
import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.io.terminal.TextTable;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A slate as text for a terminal, of 100 columns where it does not say how many it has. */
public final class SlateTable {
  private static final int WIDTH = 100;

  private final Terminal terminal;
  private final List<SystemColumn> systems;
  private final StringBuilder text = new StringBuilder();

  private SlateTable(Terminal terminal, List<SystemColumn> systems) {
    this.terminal = terminal;
    this.systems = systems;
  }

  /**
   * The bets of the best expected value, then the lines without a bet on which a system and the
   * market are furthest apart. Ends with a newline.
   *
   * @param limit most rows of each
   * @throws IllegalArgumentException if a prediction is of another day or the limit is negative
   */
  public static String render(
      GameDay slate, List<Prediction> predictions, int limit, Terminal terminal) {
    Preconditions.checkArgument(limit >= 0, "a limit of %s rows", limit);
    SlateCounts.checkSlate(slate, predictions);
    List<PropRow<Prediction>> rows = PropRow.ofPredictions(predictions);
    List<SystemColumn> systems =
        PropRow.systems(rows).stream().filter(SystemColumn::decides).toList();
    return new SlateTable(terminal, systems).render(slate, rows, limit);
  }

  private String render(GameDay slate, List<PropRow<Prediction>> rows, int limit) {
    SlateCounts counts = SlateCounts.of(rows);
    text.append(
        "Slate of %s: %s, %s, %s\n"
            .formatted(
                terminal.ink(Ink.BOLD, Words.day(slate)),
                Figures.count(counts.games(), "game", "games"),
                Figures.count(counts.players(), "player", "players"),
                Figures.count(counts.lines(), "line", "lines")));
    section("Best bets", Pick.bets(rows), limit, "no side is worth its price.");
    section("Biggest edges without a bet", Pick.leans(rows), limit, "none.");
    if (systems.size() > 1) {
      text.append('\n').append(legend()).append('\n');
    }
    return text.append('\n')
        .append(Figures.count(counts.predictions(), "prediction", "predictions"))
        .append(", ")
        .append(Figures.count(counts.bets(), "bet", "bets"))
        .append(", ")
        .append(counts.withoutLine())
        .append(" without a line\n")
        .toString();
  }

  private void section(String title, List<Pick> picks, int limit, String none) {
    int shown = Math.min(limit, picks.size());
    text.append('\n').append(terminal.ink(Ink.BOLD, title));
    if (shown == 0) {
      text.append(picks.isEmpty() ? ": " + none : ": 0 of " + picks.size()).append('\n');
      return;
    }
    text.append(shown < picks.size() ? ": " + shown + " of " + picks.size() : "").append('\n');
    TextTable table = new TextTable(terminal, terminal.width(WIDTH), columns());
    picks.stream().limit(limit).forEach(pick -> table.add(cells(pick)));
    text.append(table.render());
  }

  private List<TextTable.Column> columns() {
    List<TextTable.Column> columns =
        new ArrayList<>(
            List.of(
                TextTable.Column.text("Player", 26),
                TextTable.Column.text("Game", 10),
                TextTable.Column.text("Prop", 4),
                TextTable.Column.number("Line"),
                TextTable.Column.text("Side", 5).inked(SlateTable::inkOf),
                TextTable.Column.text("Book", 12),
                TextTable.Column.number("Price"),
                TextTable.Column.number("Ours"),
                TextTable.Column.number("Mkt"),
                TextTable.Column.number("EV").inked(Ink::ofSign)));
    if (systems.size() > 1) {
      columns.add(TextTable.Column.number("Sys"));
    }
    return columns;
  }

  private static Ink inkOf(String side) {
    return side.equals(Words.call(Recommendation.OVER)) ? Ink.CYAN : Ink.MAGENTA;
  }

  private List<String> cells(Pick pick) {
    Prediction prediction = pick.prediction();
    return List.of(
        prediction.getPlayerName(),
        Words.matchup(prediction.getTeam(), prediction.getOpponent(), prediction.getHome()),
        Words.shortMarket(prediction.getMarket()),
        Figures.line(pick.line()),
        Words.call(pick.side()),
        prediction.getBookmaker(),
        Figures.odds(pick.price()),
        Figures.percent(pick.ours()),
        Figures.percent(pick.market()),
        Figures.signedPercent(pick.expectedValue()),
        number(prediction));
  }

  private String number(Prediction prediction) {
    return Integer.toString(
        1 + systems.indexOf(new SystemColumn(prediction.getSystemId(), prediction.getKind())));
  }

  private String legend() {
    return IntStream.range(0, systems.size())
        .mapToObj(i -> "Sys %s: %s".formatted(Integer.toString(i + 1), systems.get(i).id()))
        .collect(Collectors.joining("\n"));
  }
}
