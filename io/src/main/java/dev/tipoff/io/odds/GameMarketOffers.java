package dev.tipoff.io.odds;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.FeedGameLine;
import dev.tipoff.transforms.feed.GameMarket;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pairs the sides of one book's spread, total or moneyline: home with away, over with under. A book
 * has one line of each; where it gives several nobody can tell which one it means, and all of them
 * are failures.
 */
final class GameMarketOffers {
  private static final double WIDEST_SPREAD = 100;
  private static final double HIGHEST_TOTAL = 500;

  private final OddsApiGame game;
  private final OfferedMarket<GameMarket> market;
  private final PriceFormat format;

  /** By the points added to the home team, or the points of both teams; empty for a moneyline. */
  private final SidePairs<Optional<Double>> pairs = new SidePairs<>();

  GameMarketOffers(OddsApiGame game, OfferedMarket<GameMarket> market, PriceFormat format) {
    this.game = game;
    this.market = market;
    this.format = format;
  }

  /** Hands on the line, with all that the market knows filled in, and each failure. */
  void read(Consumer<FeedGameLine.Builder> lines, OfferFailures failures) {
    for (BodyNode outcome : market.outcomes()) {
      try {
        add(outcome);
      } catch (BadBodyException e) {
        failures.fail(FailureCode.BAD_OFFER, outcome, String.valueOf(e.getMessage()));
      }
    }
    List<SidePairs.Complete<Optional<Double>>> complete = pairs.complete(failures);
    for (SidePairs.Complete<Optional<Double>> pair : complete) {
      if (complete.size() > 1) {
        String message =
            "the book gives " + complete.size() + " lines, of which it can mean only one";
        failures.fail(FailureCode.BAD_OFFER, pair.first().node(), message);
        failures.fail(FailureCode.BAD_OFFER, pair.second().node(), message);
        continue;
      }
      lines.accept(
          FeedGameLine.builder()
              .setBookmaker(market.bookmaker())
              .setMarket(market.market())
              .setLine(pair.about().orElse(null))
              .setHomeOdds(pair.first().price())
              .setAwayOdds(pair.second().price())
              .setSnapshotTime(market.snapshotTime()));
    }
  }

  /** How many outcomes are copies of another. */
  int copies() {
    return pairs.copies();
  }

  private void add(BodyNode outcome) throws BadBodyException {
    boolean first = isFirst(outcome);
    Optional<Double> line = line(outcome, first);
    SidePairs.Offer offer =
        new SidePairs.Offer(
            outcome,
            format
                .read(outcome.json().path("price"))
                .orElseThrow(
                    () ->
                        new BadBodyException(
                            "the price is impossible in "
                                + format
                                + " notation: "
                                + outcome.json().path("price"))));
    pairs.add(line, first, offer);
  }

  /** Whether it is the home team, or the over. */
  private boolean isFirst(BodyNode outcome) throws BadBodyException {
    if (market.market() == GameMarket.TOTAL) {
      String side = outcome.text("name");
      if (!side.equals("Over") && !side.equals("Under")) {
        throw new BadBodyException("the name is neither Over nor Under: " + side);
      }
      return side.equals("Over");
    }
    TeamCode team = outcome.team("name");
    if (team != game.home() && team != game.away()) {
      throw new BadBodyException(team + " does not play in this game");
    }
    return team == game.home();
  }

  private Optional<Double> line(BodyNode outcome, boolean first) throws BadBodyException {
    return switch (market.market()) {
      case MONEYLINE -> Optional.empty();
      case TOTAL -> {
        double total = halves(outcome);
        if (total <= 0 || total >= HIGHEST_TOTAL) {
          throw new BadBodyException("the point is no total of a game: " + total);
        }
        yield Optional.of(total);
      }
      case SPREAD -> {
        double spread = halves(outcome);
        if (Math.abs(spread) >= WIDEST_SPREAD) {
          throw new BadBodyException("the point is no spread of a game: " + spread);
        }
        // Adding to 0.0 makes -0.0 plain, so that the sides of a pick'em meet.
        yield Optional.of(first ? 0.0 + spread : 0.0 - spread);
      }
    };
  }

  private static double halves(BodyNode outcome) throws BadBodyException {
    double point = outcome.number("point");
    if (point * 2 != Math.rint(point * 2)) {
      throw new BadBodyException("the point is not a multiple of 0.5: " + point);
    }
    return point;
  }
}
