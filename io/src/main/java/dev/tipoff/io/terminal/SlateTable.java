package dev.tipoff.io.terminal;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.export.BestBets;
import dev.tipoff.transforms.export.PublishProps;
import dev.tipoff.transforms.export.PublishedProp;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A slate as text for a terminal, of 100 columns where it does not say how many it has. */
public final class SlateTable {
  private static final int WIDTH = 100;
  private static final String NONE = "";

  private final Terminal terminal;
  private final int limit;
  private final StringBuilder text = new StringBuilder();

  private SlateTable(Terminal terminal, int limit) {
    this.terminal = terminal;
    this.limit = limit;
  }

  /**
   * The bets that the site proposes too, then the other props on which the lead system and the
   * market are furthest apart. Ends with a newline.
   *
   * @param predictions what is published of the slate
   * @param limit most rows of each
   * @throws IllegalArgumentException if a prediction is of another day or the limit is negative
   */
  public static String render(
      GameDay slate, List<Prediction> predictions, int limit, Terminal terminal) {
    Preconditions.checkArgument(limit >= 0, "a limit of %s rows", limit);
    for (Prediction prediction : predictions) {
      Preconditions.checkArgument(
          prediction.getGameDate().equals(slate),
          "a prediction of %s among those of the slate of %s",
          prediction.getGameDate(),
          slate);
    }
    return new SlateTable(terminal, limit).render(slate, predictions);
  }

  /** A side of a prop as the lead system sees it, and the price for it. */
  private record Side(PublishedProp prop, boolean isOver, AmericanOdds price, double edge) {
    private static final Comparator<Side> BY_EDGE =
        Comparator.comparingDouble(Side::edge)
            .reversed()
            .thenComparing(side -> side.prop().getPlayerName())
            .thenComparing(side -> side.prop().getPlayer())
            .thenComparing(side -> side.prop().getMarket())
            .thenComparing(side -> side.prop().getGameId());

    /**
     * The side that the lead bets, or else finds likelier than the market does, if it is priced.
     */
    static Optional<Side> of(PublishedProp prop) {
      Double ours = prop.getProbabilityOver();
      Double market = prop.getMarketProbabilityOver();
      if (ours == null || market == null) {
        return Optional.empty();
      }
      boolean isOver =
          switch (prop.getRecommendation()) {
            case OVER -> true;
            case UNDER -> false;
            default -> ours.compareTo(market) >= 0;
          };
      AmericanOdds price = isOver ? prop.getOverOdds() : prop.getUnderOdds();
      return price == null
          ? Optional.empty()
          : Optional.of(new Side(prop, isOver, price, isOver ? ours - market : market - ours));
    }

    String call() {
      return Words.call(isOver ? Recommendation.OVER : Recommendation.UNDER);
    }

    String percent(@Nullable Double over) {
      return over == null ? NONE : Figures.percent(isOver ? over : 1 - over);
    }
  }

  private String render(GameDay slate, List<Prediction> predictions) {
    List<PublishedProp> props = PublishProps.of(predictions);
    text.append(
        "Slate of %s: %s, %s, %s\n"
            .formatted(
                terminal.ink(Ink.BOLD, Words.day(slate)),
                Figures.count(count(predictions.stream().map(Prediction::getGameId)), "game"),
                Figures.count(count(predictions.stream().map(Prediction::getPlayer)), "player"),
                Figures.count(props.size(), "line")));
    section(
        "Best bets",
        props.stream()
            .filter(BestBets::isProposed)
            .sorted(BestBets.BY_VALUE.reversed())
            .flatMap(prop -> Side.of(prop).stream())
            .toList(),
        "no side is worth its price to a system that sees the line.");
    section(
        "Biggest edges without a bet",
        props.stream()
            .filter(prop -> !BestBets.isProposed(prop))
            .flatMap(prop -> Side.of(prop).stream())
            .sorted(Side.BY_EDGE)
            .toList(),
        "none.");
    String leads =
        props.stream()
            .filter(prop -> prop.getProbabilityOver() != null)
            .map(PublishedProp::getSystemId)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return text.append(leads.isEmpty() ? NONE : "\nOurs: " + leads + "\n")
        .append('\n')
        .append(Figures.count(predictions.size(), "prediction"))
        .append(", ")
        .append(predictions.stream().filter(each -> each.getLine() == null).count())
        .append(" without a line\n")
        .toString();
  }

  private static long count(Stream<?> things) {
    return things.distinct().count();
  }

  private void section(String title, List<Side> sides, String none) {
    int shown = Math.min(limit, sides.size());
    text.append('\n').append(terminal.ink(Ink.BOLD, title));
    if (shown == 0) {
      text.append(sides.isEmpty() ? ": " + none : ": 0 of " + sides.size()).append('\n');
      return;
    }
    text.append(shown < sides.size() ? ": " + shown + " of " + sides.size() : NONE).append('\n');
    boolean isBet = sides.stream().anyMatch(side -> BestBets.isProposed(side.prop()));
    TextTable table = new TextTable(terminal, terminal.width(WIDTH), columns(isBet));
    sides.stream().limit(limit).forEach(side -> table.add(cells(side, isBet)));
    text.append(table.render());
  }

  private static List<TextTable.Column> columns(boolean isBet) {
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
                TextTable.Column.number("Mkt")));
    if (isBet) {
      columns.add(TextTable.Column.number("EV").inked(Ink::ofSign));
      columns.add(TextTable.Column.number("Stake"));
    } else {
      columns.add(TextTable.Column.number("Edge"));
    }
    return columns;
  }

  private static Ink inkOf(String side) {
    return side.equals(Words.call(Recommendation.OVER)) ? Ink.CYAN : Ink.MAGENTA;
  }

  private static List<String> cells(Side side, boolean isBet) {
    PublishedProp prop = side.prop();
    List<String> cells =
        new ArrayList<>(
            List.of(
                prop.getPlayerName(),
                Words.matchup(prop.getTeam(), prop.getOpponent(), prop.getHome()),
                Words.shortMarket(prop.getMarket()),
                Figures.line(Line.of(prop.getLine())),
                side.call(),
                prop.getBookmaker(),
                Figures.odds(side.price()),
                side.percent(prop.getProbabilityOver()),
                side.percent(prop.getMarketProbabilityOver())));
    if (isBet) {
      cells.add(signed(prop.getExpectedValue()));
      Double stake = prop.getStake();
      cells.add(stake == null ? NONE : Figures.percent(stake));
    } else {
      cells.add(Figures.signedPercent(side.edge()));
    }
    return cells;
  }

  private static String signed(@Nullable Double fraction) {
    return fraction == null ? NONE : Figures.signedPercent(fraction);
  }
}
