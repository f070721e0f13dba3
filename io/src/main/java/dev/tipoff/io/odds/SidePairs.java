package dev.tipoff.io.odds;

import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.AmericanOdds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pairs the two sides of a book's offers by what they are about. An offer met several times is one;
 * an offer without its other side, or with several prices for its own, is a failure.
 *
 * @param <K> what a pair is about: a player and a line, for instance
 */
public final class SidePairs<K> {
  /** A side at its price. */
  public record Offer(BodyNode node, AmericanOdds price) {}

  /**
   * Both sides of an offer.
   *
   * @param first the over, or the home team
   * @param second the under, or the visiting team
   */
  public record Complete<K>(K about, Offer first, Offer second) {}

  /** The offers of each side by price, so that copies are one. */
  private static final class Pair {
    final Map<AmericanOdds, Offer> firsts = new LinkedHashMap<>();
    final Map<AmericanOdds, Offer> seconds = new LinkedHashMap<>();

    boolean isComplete() {
      return firsts.size() == 1 && seconds.size() == 1;
    }
  }

  private final Map<K, Pair> pairs = new LinkedHashMap<>();
  private int copies;

  /**
   * Adds one side.
   *
   * @param first whether it is the over or the home team
   */
  public void add(K about, boolean first, Offer offer) {
    Pair pair = pairs.computeIfAbsent(about, each -> new Pair());
    if ((first ? pair.firsts : pair.seconds).putIfAbsent(offer.price(), offer) != null) {
      copies++;
    }
  }

  /** How many of the added offers were there already. */
  public int copies() {
    return copies;
  }

  /**
   * The pairs in the order of their first side met; every other offer is handed on as a failure.
   */
  public List<Complete<K>> complete(OfferFailures failures) {
    List<Complete<K>> complete = new ArrayList<>();
    pairs.forEach(
        (about, pair) -> {
          if (pair.isComplete()) {
            complete.add(
                new Complete<>(
                    about,
                    pair.firsts.values().iterator().next(),
                    pair.seconds.values().iterator().next()));
          } else {
            Stream.of(pair.firsts, pair.seconds).forEach(side -> leaveOver(side, failures));
          }
        });
    return complete;
  }

  private static void leaveOver(Map<AmericanOdds, Offer> side, OfferFailures failures) {
    for (Offer offer : side.values()) {
      if (side.size() > 1) {
        failures.fail(
            FailureCode.BAD_OFFER,
            offer.node(),
            "the book gives "
                + side.size()
                + " prices for one side of one line, this one "
                + offer.price());
      } else {
        failures.fail(
            FailureCode.ONE_SIDED_OFFER, offer.node(), "the other side has no usable price");
      }
    }
  }
}
