package dev.tipoff.transforms.training;

import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;

/**
 * What the market said before a game.
 *
 * @param sources the feeds of the line
 * @param line that most central books offered, in units of the market
 * @param centre what the books together expected
 * @param probabilityOver the de-vigged chance of the over given no push
 * @param overPrice the best decimal price of the over at that line
 * @param underPrice the best decimal price of the under
 */
record SeenLine(
    String sources,
    double line,
    double centre,
    double probabilityOver,
    double overPrice,
    double underPrice) {
  static SeenLine of(ConsensusLine consensus) {
    double over = 0;
    double under = 0;
    for (PropLine offer : consensus.getOffers()) {
      over = Math.max(over, offer.getOverOdds().toDecimal().getValue());
      under = Math.max(under, offer.getUnderOdds().toDecimal().getValue());
    }
    return new SeenLine(
        consensus.getSources(),
        consensus.getLine().getValue(),
        consensus.getPriceAdjusted(),
        consensus.getProbabilityOver().getValue(),
        over,
        under);
  }
}
