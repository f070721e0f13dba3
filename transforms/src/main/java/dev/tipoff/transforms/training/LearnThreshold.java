package dev.tipoff.transforms.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * From how much expected profit on bets have paid: the least of a few thresholds from which a
 * system's bets of the past won more than one standard error, clustered by day, above nothing.
 * Where none has, no bet is worth making.
 */
final class LearnThreshold {
  /** What is demanded where no threshold has paid. */
  static final double NONE_PAID = Double.POSITIVE_INFINITY;

  private static final double[] THRESHOLDS = {0.02, 0.03, 0.05, 0.08, 0.12};
  private static final int LEAST_LINES = 500;
  private static final int LEAST_BETS = 100;

  private final List<Offer> offers = new ArrayList<>();

  /**
   * @param day of the slate, counted in days
   * @param expectedValue of the better side
   * @param profit that side made
   */
  private record Offer(long day, double expectedValue, double profit) {}

  /**
   * Adds a line.
   *
   * @param chance of the over given no push
   */
  void add(long day, SeenLine line, double chance, int actual) {
    double over = chance * line.overPrice() - 1;
    double under = (1 - chance) * line.underPrice() - 1;
    boolean isOver = over >= under;
    double price = isOver ? line.overPrice() : line.underPrice();
    boolean won = isOver ? actual > line.line() : actual < line.line();
    double profit = actual == line.line() ? 0 : won ? price - 1 : -1;
    offers.add(new Offer(day, Math.max(over, under), profit));
  }

  /** The threshold; empty if there are too few lines to say. */
  OptionalDouble threshold() {
    if (offers.size() < LEAST_LINES) {
      return OptionalDouble.empty();
    }
    for (double threshold : THRESHOLDS) {
      if (paid(threshold)) {
        return OptionalDouble.of(threshold);
      }
    }
    return OptionalDouble.of(NONE_PAID);
  }

  private boolean paid(double threshold) {
    Map<Long, double[]> byDay = new TreeMap<>();
    int bets = 0;
    double profit = 0;
    for (Offer offer : offers) {
      if (offer.expectedValue() >= threshold) {
        double[] day = byDay.computeIfAbsent(offer.day(), key -> new double[2]);
        day[0]++;
        day[1] += offer.profit();
        bets++;
        profit += offer.profit();
      }
    }
    if (bets < LEAST_BETS) {
      return false;
    }
    double mean = profit / bets;
    double square = 0;
    for (double[] day : byDay.values()) {
      square += (day[1] - day[0] * mean) * (day[1] - day[0] * mean);
    }
    return mean > Math.sqrt(square) / bets;
  }
}
