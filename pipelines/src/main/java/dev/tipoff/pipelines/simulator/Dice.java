package dev.tipoff.pipelines.simulator;

import java.util.SplittableRandom;

/**
 * Chance whose every outcome is fixed by a seed, a purpose and the ids of what it decides. Two dice
 * rolled for the same things show the same numbers, in whatever order they are rolled.
 */
final class Dice {
  private final SplittableRandom random;

  private Dice(long state) {
    this.random = new SplittableRandom(state);
  }

  static Dice of(long seed, String purpose, long... ids) {
    long state = mix(seed ^ mix(purpose.hashCode()));
    for (long id : ids) {
      state = mix(state + id);
    }
    return new Dice(state);
  }

  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  double uniform() {
    return random.nextDouble();
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** A factor around 1 whose logarithm has the given deviation. */
  double factor(double deviation) {
    return Math.exp(normal(-deviation * deviation / 2, deviation));
  }

  /** One of the two whole numbers next to a mean, right on average. */
  int round(double mean) {
    return (int) Math.floor(mean + random.nextDouble());
  }

  /** Index drawn in proportion to the weights, at least one of which is above 0. */
  int pick(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  long bits() {
    return random.nextLong();
  }
}
