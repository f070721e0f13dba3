package dev.tipoff.transforms.grading;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What became of bets of one unit each on players who played, pushes included. */
final class BetSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ByDay profits = new ByDay();

  /** Of the bets of which a later line was seen. */
  private final ByDay closing = new ByDay();

  private long bets;
  private long wins;
  private long pushes;

  void add(GradedPrediction row) {
    Double profit = row.getProfit();
    if (profit == null) {
      return;
    }
    bets++;
    wins += row.getOutcome() == Outcome.WIN ? 1 : 0;
    pushes += row.getOutcome() == Outcome.PUSH ? 1 : 0;
    profits.add(row.getGameDate(), profit);
    Double value = row.getClv();
    if (value != null) {
      closing.add(row.getGameDate(), value);
    }
  }

  void addAll(BetSums other) {
    bets += other.bets;
    wins += other.wins;
    pushes += other.pushes;
    profits.addAll(other.profits);
    closing.addAll(other.closing);
  }

  long bets() {
    return bets;
  }

  OptionalDouble hitRate() {
    long decided = bets - pushes;
    return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) wins / decided);
  }

  /**
   * An end of the hit rate's interval (E. B. Wilson, Journal of the American Statistical
   * Association 22 (1927)).
   *
   * @param z quantile of the normal distribution, negative for the lower end
   */
  OptionalDouble wilson(double z) {
    long decided = bets - pushes;
    if (decided == 0) {
      return OptionalDouble.empty();
    }
    double p = (double) wins / decided;
    double centre = p + z * z / (2 * decided);
    double half =
        Math.abs(z) * Math.sqrt(p * (1 - p) / decided + z * z / (4.0 * decided * decided));
    double bound = (centre + Math.signum(z) * half) / (1 + z * z / decided);
    // The interval holds the rate and stays in [0, 1], whatever rounding does at its ends.
    return OptionalDouble.of(
        z < 0 ? Math.max(0, Math.min(p, bound)) : Math.min(1, Math.max(p, bound)));
  }

  Optional<Estimate> returnOnInvestment() {
    return profits.estimate();
  }

  /** The mean closing line value of the bets of which a later line was seen. */
  Optional<Estimate> closingLineValue() {
    return closing.estimate();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BetSums that
        && bets == that.bets
        && wins == that.wins
        && pushes == that.pushes
        && profits.equals(that.profits)
        && closing.equals(that.closing);
  }

  @Override
  public int hashCode() {
    return profits.hashCode();
  }
}
