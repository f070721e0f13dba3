package dev.tipoff.pipelines.simulator;

/** Prices as American books quote them: what 100 wins, or, negative, what it takes to win 100. */
final class AmericanPrice {
  private static final double SUREST = 0.985;

  private AmericanPrice() {}

  /** Price of an outcome with a probability, the book keeping its share. Never within 100 of 0. */
  static int of(double probability, double share) {
    double implied = Math.min(SUREST, Math.max(1 - SUREST, probability * (1 + share)));
    double price = implied >= 0.5 ? -100 * implied / (1 - implied) : 100 * (1 - implied) / implied;
    long step = Math.abs(price) < 200 ? 1 : Math.abs(price) < 500 ? 5 : 10;
    return (int) (Math.round(price / step) * step);
  }
}
