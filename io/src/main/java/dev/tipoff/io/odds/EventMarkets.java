package dev.tipoff.io.odds;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.feed.GameMarket;
import dev.tipoff.transforms.model.Market;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.time.Instant;

/**
 * The markets of an event's books that are read. A book or market that cannot be read is a failure
 * and the others go on; one that nobody knows is ignored by its name.
 */
record EventMarkets(List<OfferedMarket<Market>> props, List<OfferedMarket<GameMarket>> games) {
  /** The markets of players by key. */
  static final ImmutableMap<String, Market> PROPS =
      Arrays.stream(Market.values())
          .collect(ImmutableMap.toImmutableMap(Market::oddsApiKey, market -> market));

  private static final ImmutableMap<String, GameMarket> GAMES =
      ImmutableMap.of(
          "h2h", GameMarket.MONEYLINE, "spreads", GameMarket.SPREAD, "totals", GameMarket.TOTAL);

  private static final Set<String> BOOK = Set.of("key", "title", "markets");
  private static final Set<String> MARKET = Set.of("key", "outcomes");
  private static final Set<String> SOMETIMES = Set.of("last_update", "link", "sid");
  private static final Set<String> PROP_OUTCOME = Set.of("name", "description", "price", "point");
  private static final Set<String> LINE_OUTCOME = Set.of("name", "price", "point");
  private static final Set<String> WINNER_OUTCOME = Set.of("name", "price");
  private static final Set<String> OUTCOME_SOMETIMES =
      Set.of("link", "sid", "bet_limit", "multiplier");

  EventMarkets {
    props = List.copyOf(props);
    games = List.copyOf(games);
  }

  /**
   * Reads an event's books.
   *
   * @param otherwise when prices stood of which neither the market nor the book says it
   */
  static EventMarkets read(BodyNode event, Instant otherwise, ParsedRows rows)
      throws BadBodyException {
    List<OfferedMarket<Market>> props = new ArrayList<>();
    List<OfferedMarket<GameMarket>> games = new ArrayList<>();
    rows.each(
        event.objects("bookmakers"),
        book -> {
          book.expect(rows, BOOK, SOMETIMES);
          rows.each(
              book.objects("markets"),
              node -> {
                node.expect(rows, MARKET, SOMETIMES);
                String key = node.text("key");
                Market prop = PROPS.get(key);
                GameMarket game = GAMES.get(key);
                if (prop != null) {
                  OfferedMarket<Market> market = OfferedMarket.read(book, node, prop, otherwise);
                  expect(market, PROP_OUTCOME, rows);
                  props.add(market);
                } else if (game != null) {
                  OfferedMarket<GameMarket> market =
                      OfferedMarket.read(book, node, game, otherwise);
                  boolean winner = game == GameMarket.MONEYLINE;
                  expect(market, winner ? WINNER_OUTCOME : LINE_OUTCOME, rows);
                  games.add(market);
                } else {
                  rows.ignore("market " + key);
                }
              });
        });
    return new EventMarkets(props, games);
  }

  private static void expect(OfferedMarket<?> market, Set<String> fields, ParsedRows rows) {
    market.outcomes().forEach(outcome -> outcome.expect(rows, fields, OUTCOME_SOMETIMES));
  }

  /** The numeric prices of all markets, by which the notation of each is told. */
  List<Double> prices() {
    return Stream.concat(
            props.stream().map(OfferedMarket::prices), games.stream().map(OfferedMarket::prices))
        .flatMap(List::stream)
        .toList();
  }
}
