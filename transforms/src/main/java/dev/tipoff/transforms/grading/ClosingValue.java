package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.forecast.UsualSpread;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.prediction.Prediction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a bet was worth by the market's last word before the tip, which knew more than anybody at
 * the time of the bet: whoever keeps beating it has an edge, and shows it in far fewer bets than by
 * winning.
 */
final class ClosingValue {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private ClosingValue() {}

  /** The market that a prediction closed at; absent unless it was seen after the prediction's. */
  static @Nullable ConsensusLine later(Prediction prediction, @Nullable ConsensusLine closing) {
    return closing != null
            && prediction.getSnapshotTime() != null
            && closing.getSnapshotTime().isAfter(prediction.getSnapshotTime())
        ? closing
        : null;
  }

  /**
   * Expected profit of a bet for each unit staked, given no push, by the closing market's fair
   * chance; absent if nothing was bet.
   */
  static @Nullable Double of(Prediction bet, ConsensusLine closing) {
    Line line = bet.getLine();
    if (line == null) {
      return null;
    }
    return switch (bet.getRecommendation()) {
      case OVER -> SettleFn.price(bet).toDecimal().getValue() * over(closing, line) - 1;
      case UNDER -> SettleFn.price(bet).toDecimal().getValue() * (1 - over(closing, line)) - 1;
      case PASS, NO_BOOK, NO_LINE -> null;
    };
  }

  /**
   * The closing market's chance of more than a line. Where it closed at another, its chance is
   * moved there along a normal curve: what a player records is taken to lie around what the market
   * expects with the variance that is usual around a mean of the closing line ({@link UsualSpread},
   * from seasons of box scores around running means). That is an approximation for lines not far
   * apart.
   */
  private static double over(ConsensusLine closing, Line line) {
    double chance = closing.getProbabilityOver().getValue();
    double closed = closing.getLine().getValue();
    return closed == line.getValue()
        ? chance
        : moved(chance, closed, line.getValue(), closing.getMarket());
  }

  private static double moved(double chance, double from, double to, Market market) {
    double sd = Math.sqrt(UsualSpread.variance(market, from));
    double z = NORMAL.inverseCumulativeProbability(chance) + (from - to) / sd;
    return NORMAL.cumulativeProbability(z);
  }
}
