package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What one book offers on one market.
 *
 * @param <M> the markets that are meant: of players or of games
 * @param snapshotTime when the prices stood
 * @param outcomes objects, not yet checked
 */
record OfferedMarket<M>(String bookmaker, M market, Instant snapshotTime, List<BodyNode> outcomes) {
  OfferedMarket {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Reads a book's market.
   *
   * @param otherwise when the prices stood if neither the market nor the book says
   * @throws BadBodyException if nothing says when, or the market is of a wrong shape
   */
  static <M> OfferedMarket<M> read(
      BodyNode book, BodyNode node, M market, @Nullable Instant otherwise) throws BadBodyException {
    String bookmaker = book.text("key");
    List<BodyNode> outcomes = node.objects("outcomes");
    Instant snapshot = node.time("last_update");
    if (snapshot == null) {
      snapshot = book.time("last_update");
    }
    if (snapshot == null) {
      snapshot = otherwise;
    }
    if (snapshot == null) {
      throw new BadBodyException(
          "at "
              + node.path()
              + ": neither the market, the bookmaker, an envelope nor the"
              + " file's name says when the prices stood");
    }
    return new OfferedMarket<>(bookmaker, market, snapshot, outcomes);
  }

  /** The prices that are finite numbers, possible or not. */
  List<Double> prices() {
    return outcomes.stream()
        .map(outcome -> outcome.json().path("price"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::doubleValue)
        .filter(Double::isFinite)
        .toList();
  }
}
