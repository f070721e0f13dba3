package dev.tipoff.io.site;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.prediction.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A slate as plain text for a terminal of 100 columns. */
public final class SlateTable {
  private static final int WIDTH = 100;

  private SlateTable() {}

  /**
   * The bets of the best expected value, then the lines without a bet on which a system and the
   * market are furthest apart. Ends with a newline.
   *
   * @param limit most rows of each
   * @throws IllegalArgumentException if a prediction is of another day or the limit is negative
   */
  public static String render(GameDay slate, List<Prediction> predictions, int limit) {
    Preconditions.checkArgument(limit >= 0, "a limit of %s rows", limit);
    SlateCounts.checkSlate(slate, predictions);
    List<PropRow<Prediction>> rows = PropRow.ofPredictions(predictions);
    SlateCounts counts = SlateCounts.of(rows);
    StringBuilder text = new StringBuilder();
    text.append(
        "Slate of %s: %s, %s, %s\n"
            .formatted(
                Words.day(slate),
                Figures.count(counts.games(), "game", "games"),
                Figures.count(counts.players(), "player", "players"),
                Figures.count(counts.lines(), "line", "lines")));
    List<SystemColumn> systems =
        PropRow.systems(rows).stream().filter(SystemColumn::decides).toList();
    List<Pick> bets = Pick.bets(rows);
    List<Pick> leans = Pick.leans(rows);
    section(text, "Best bets", bets, limit, systems, "no side is worth its price.");
    section(text, "Biggest edges without a bet", leans, limit, systems, "none.");
    if (systems.size() > 1) {
      text.append('\n').append(legend(systems)).append('\n');
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

  private static void section(
      StringBuilder text,
      String title,
      List<Pick> picks,
      int limit,
      List<SystemColumn> systems,
      String none) {
    int shown = Math.min(limit, picks.size());
    text.append('\n').append(title);
    if (shown == 0) {
      text.append(picks.isEmpty() ? ": " + none : ": 0 of " + picks.size()).append('\n');
      return;
    }
    text.append(shown < picks.size() ? ": " + shown + " of " + picks.size() : "").append('\n');
    TextTable table = new TextTable(WIDTH, columns(systems));
    picks.stream().limit(limit).forEach(pick -> table.add(cells(pick, systems)));
    text.append(table.render());
  }

  private static List<TextTable.Column> columns(List<SystemColumn> systems) {
    List<TextTable.Column> columns =
        new ArrayList<>(
            List.of(
                TextTable.Column.text("Player", 26),
                TextTable.Column.text("Game", 10),
                TextTable.Column.text("Prop", 4),
                TextTable.Column.number("Line"),
                TextTable.Column.text("Side", 5),
                TextTable.Column.text("Book", 12),
                TextTable.Column.number("Price"),
                TextTable.Column.number("Ours"),
                TextTable.Column.number("Mkt"),
                TextTable.Column.number("EV")));
    if (systems.size() > 1) {
      columns.add(TextTable.Column.number("Sys"));
    }
    return columns;
  }

  private static List<String> cells(Pick pick, List<SystemColumn> systems) {
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
        number(prediction, systems));
  }

  private static String number(Prediction prediction, List<SystemColumn> systems) {
    return Integer.toString(
        1 + systems.indexOf(new SystemColumn(prediction.getSystemId(), prediction.getKind())));
  }

  private static String legend(List<SystemColumn> systems) {
    return IntStream.range(0, systems.size())
        .mapToObj(i -> "Sys %s: %s".formatted(Integer.toString(i + 1), systems.get(i).id()))
        .collect(Collectors.joining("\n"));
  }
}
