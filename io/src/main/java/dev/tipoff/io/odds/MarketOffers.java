package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pairs the overs and unders of one book's market by player and line; a book may mix alternate
 * lines in. An outcome that cannot be used, or has no partner, is a failure.
 */
final class MarketOffers {
  private static final String OVER = "Over";
  private static final String UNDER = "Under";

  private record Player(String name, Line line) {}

  private final OfferedMarket<Market> market;
  private final PriceFormat format;
  private final SidePairs<Player> pairs = new SidePairs<>();

  MarketOffers(OfferedMarket<Market> market, PriceFormat format) {
    this.market = market;
    this.format = format;
  }

  /** Hands on each line, with all that the market knows filled in, and each failure. */
  void read(Consumer<RawPropLine.Builder> lines, OfferFailures failures) {
    for (BodyNode outcome : market.outcomes()) {
      add(outcome).ifPresent(why -> failures.fail(FailureCode.BAD_OFFER, outcome, why));
    }
    for (SidePairs.Complete<Player> pair : pairs.complete(failures)) {
      lines.accept(
          RawPropLine.builder()
              .setBookmaker(market.bookmaker())
              .setMarket(market.market())
              .setPlayerName(pair.about().name())
              .setPlayer(null)
              .setLine(pair.about().line())
              .setOverOdds(pair.first().price())
              .setUnderOdds(pair.second().price())
              .setMain(null)
              .setSnapshotTime(market.snapshotTime()));
    }
  }

  /** How many outcomes are copies of another. */
  int copies() {
    return pairs.copies();
  }

  /** Files the outcome with its pair, or says why it cannot be used. */
  private Optional<String> add(BodyNode node) {
    JsonNode outcome = node.json();
    String side = outcome.path("name").asText();
    if (!side.equals(OVER) && !side.equals(UNDER)) {
      return Optional.of("the name is neither Over nor Under: " + outcome.path("name"));
    }
    JsonNode description = outcome.path("description");
    if (!description.isTextual()
        || description.textValue().isBlank()
        || !BodyNode.isStorable(description.textValue())) {
      return Optional.of("no player is named: " + description);
    }
    Optional<Line> line = line(outcome.path("point"));
    if (line.isEmpty()) {
      return Optional.of(
          "the point is not a line (a positive multiple of 0.5): " + outcome.path("point"));
    }
    JsonNode price = outcome.path("price");
    Optional<AmericanOdds> odds = format.read(price);
    if (odds.isEmpty()) {
      return Optional.of("the price is impossible in " + format + " notation: " + price);
    }
    pairs.add(
        new Player(description.textValue(), line.get()),
        side.equals(OVER),
        new SidePairs.Offer(node, odds.get()));
    return Optional.empty();
  }

  private static Optional<Line> line(JsonNode point) {
    if (!point.isNumber()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Line.of(point.doubleValue()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
