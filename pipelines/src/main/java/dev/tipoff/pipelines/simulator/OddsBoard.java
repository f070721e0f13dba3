package dev.tipoff.pipelines.simulator;

import dev.tipoff.pipelines.simulator.Expectation.Means;
import dev.tipoff.pipelines.simulator.MarketView.Moment;
import java.util.ArrayList;
import java.util.List;

/** The lines a book puts up on one game at one moment. */
final class OddsBoard {
  private static final double BOOK_ERROR = 0.012;
  private static final double MOVED_LINE = 0.07;
  private static final double WHOLE_LINE = 0.06;
  private static final double ONE_SIDED = 0.012;
  private static final double NOT_OFFERED = 0.04;
  private static final double ALTERNATES = 0.25;
  private static final double[] ALTERNATE_STEPS = {-0.4, -0.2, 0.2, 0.4};

  private final Season season;
  private final ScheduledGame game;
  private final MarketView view;
  private final Moment moment;

  OddsBoard(Season season, ScheduledGame game, Moment moment) {
    this.season = season;
    this.game = game;
    this.view = MarketView.of(season, game, moment);
    this.moment = moment;
  }

  ScheduledGame game() {
    return game;
  }

  List<Quote> quotes(Bookmaker book, PropMarket market) {
    List<Quote> quotes = new ArrayList<>();
    for (Means means : view.players()) {
      if (market.offers(means)) {
        quote(book, market, means, quotes);
      }
    }
    return quotes;
  }

  private void quote(Bookmaker book, PropMarket market, Means means, List<Quote> quotes) {
    long[] ids = {game.number(), means.player().id(), book.ordinal(), market.ordinal()};
    Dice habit = Dice.of(season.seed(), "book", ids);
    Dice now = Dice.of(season.seed() + moment.ordinal(), "price", ids);
    if (habit.chance(NOT_OFFERED)) {
      return;
    }
    CountSpread spread = market.spread(market.mean(means) * habit.factor(BOOK_ERROR));
    double line = Math.floor(spread.median()) + 0.5;
    if (habit.chance(WHOLE_LINE)) {
      line = Math.max(1, Math.round(spread.median()));
    }
    if (habit.chance(MOVED_LINE)) {
      line = Math.max(line % 1 + (line % 1 == 0 ? 1 : 0), line + (habit.chance(0.5) ? 1 : -1));
    }
    int from = quotes.size();
    addBothSides(book, spread, line, means.player(), now, quotes);
    if (habit.chance(ONE_SIDED)) {
      quotes.remove(from + habit.below(2));
    }
    if (book.hasAlternates() && habit.chance(ALTERNATES)) {
      for (double step : ALTERNATE_STEPS) {
        double alternate = Math.floor(line * (1 + step)) + 0.5;
        if (Math.abs(alternate - line) >= 1.5) {
          addBothSides(book, spread, alternate, means.player(), now, quotes);
        }
      }
    }
  }

  private static void addBothSides(
      Bookmaker book,
      CountSpread spread,
      double line,
      Player player,
      Dice dice,
      List<Quote> quotes) {
    double over = Math.min(0.92, Math.max(0.08, spread.over(line) + dice.normal(0, 0.008)));
    quotes.add(new Quote(Quote.OVER, player, AmericanPrice.of(over, book.share()), line));
    quotes.add(new Quote(Quote.UNDER, player, AmericanPrice.of(1 - over, book.share()), line));
  }
}
