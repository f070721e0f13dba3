package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Pairs the overs and unders of one book's market by player and line; a book may mix alternate
 * lines in. An outcome that cannot be used, or has no partner, is a failure.
 */
final class MarketOffers {
  private static final String OVER = "Over";
  private static final String UNDER = "Under";

  private record Player(String name, Line line) {}

  private record Side(JsonNode outcome, AmericanOdds price) {}

  /** The outcomes of each side by price, so that copies are one. */
  private static final class Pair {
    final Map<AmericanOdds, Side> overs = new LinkedHashMap<>();
    final Map<AmericanOdds, Side> unders = new LinkedHashMap<>();
  }

  private final String bodyName;
  private final OfferedMarket market;
  private final PriceFormat format;
  private final GameDay day;

  MarketOffers(String bodyName, OfferedMarket market, PriceFormat format, GameDay day) {
    this.bodyName = bodyName;
    this.market = market;
    this.format = format;
    this.day = day;
  }

  /** Hands on each line, with all that the market knows filled in, and each failure. */
  void read(Consumer<RawPropLine.Builder> lines, Consumer<Failure> failures) {
    Map<Player, Pair> pairs = new LinkedHashMap<>();
    for (JsonNode outcome : market.outcomes()) {
      Optional<String> problem = add(outcome, pairs);
      problem.ifPresent(why -> failures.accept(failure(FailureCode.BAD_OFFER, outcome, why)));
    }
    pairs.forEach((player, pair) -> settle(player, pair, lines, failures));
  }

  /** Files the outcome with its pair, or says why it cannot be used. */
  private Optional<String> add(JsonNode outcome, Map<Player, Pair> pairs) {
    String side = outcome.path("name").asText();
    if (!side.equals(OVER) && !side.equals(UNDER)) {
      return Optional.of("the name is neither Over nor Under: " + outcome.path("name"));
    }
    JsonNode description = outcome.path("description");
    if (!description.isTextual() || description.textValue().isBlank()) {
      return Optional.of("no player is named: " + description);
    }
    Optional<Line> line = line(outcome.path("point"));
    if (line.isEmpty()) {
      return Optional.of(
          "the point is not a line (a positive multiple of 0.5): " + outcome.path("point"));
    }
    JsonNode price = outcome.path("price");
    Optional<AmericanOdds> odds =
        price.isNumber() ? format.read(price.doubleValue()) : Optional.empty();
    if (odds.isEmpty()) {
      return Optional.of("the price is impossible in " + format + " notation: " + price);
    }
    Pair pair =
        pairs.computeIfAbsent(
            new Player(description.textValue(), line.get()), player -> new Pair());
    (side.equals(OVER) ? pair.overs : pair.unders)
        .putIfAbsent(odds.get(), new Side(outcome, odds.get()));
    return Optional.empty();
  }

  private void settle(
      Player player, Pair pair, Consumer<RawPropLine.Builder> lines, Consumer<Failure> failures) {
    if (pair.overs.size() == 1 && pair.unders.size() == 1) {
      lines.accept(
          RawPropLine.builder()
              .setBookmaker(market.bookmaker())
              .setMarket(market.market())
              .setPlayerName(player.name())
              .setPlayer(null)
              .setLine(player.line())
              .setOverOdds(pair.overs.keySet().iterator().next())
              .setUnderOdds(pair.unders.keySet().iterator().next())
              .setMain(null)
              .setSnapshotTime(market.snapshotTime()));
      return;
    }
    Stream.of(pair.overs, pair.unders)
        .forEach(
            side -> side.values().forEach(offer -> failures.accept(leftOver(offer, side.size()))));
  }

  private Failure leftOver(Side offer, int pricesOfTheSide) {
    return pricesOfTheSide > 1
        ? failure(
            FailureCode.BAD_OFFER,
            offer.outcome(),
            "the book gives "
                + pricesOfTheSide
                + " prices for one side of one line, this one "
                + offer.price())
        : failure(
            FailureCode.ONE_SIDED_OFFER, offer.outcome(), "the other side has no usable price");
  }

  private Failure failure(FailureCode code, JsonNode outcome, String message) {
    List<String> key =
        List.of(
            bodyName,
            market.bookmaker(),
            market.market().id(),
            outcome.path("description").asText(),
            outcome.path("point").asText(),
            outcome.path("name").asText(),
            outcome.path("price").asText());
    return Failure.of(
        OddsApiEventOdds.STEP, code, String.join("|", key), message, outcome.toString(), day);
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
