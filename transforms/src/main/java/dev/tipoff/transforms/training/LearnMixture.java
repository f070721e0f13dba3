package dev.tipoff.transforms.training;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.learned.Mixture;
import java.util.ArrayList;
import java.util.List;

/**
 * How systems are mixed for the least absolute error, in twentieths: beginning with the last system
 * alone, one twentieth moves from a system to another, wherever that helps most, until no move
 * helps. The error is convex in the weights where every system says something, so that this ends
 * where trying all mixtures would, or next to it, at a fraction of the work.
 */
final class LearnMixture {
  private static final int STEPS = 20;
  private static final double LEAST_SCALE = 0.85;
  private static final double SCALE_STEP = 0.005;
  private static final int SCALES = 51;

  private final ImmutableList<String> systems;
  private final double[][] means;
  private final double[] outcomes;

  private LearnMixture(ImmutableList<String> systems, double[][] means, double[] outcomes) {
    this.systems = systems;
    this.means = means;
    this.outcomes = outcomes;
  }

  /**
   * The mixture.
   *
   * @param means of each row by system; NaN where one says nothing
   */
  static Mixture of(ImmutableList<String> systems, double[][] means, double[] outcomes) {
    return new LearnMixture(systems, means, outcomes).best();
  }

  private Mixture best() {
    List<Double> each = new ArrayList<>();
    for (int system = 0; system < systems.size(); system++) {
      each.add(scale(system));
    }
    ImmutableList<Double> scales = ImmutableList.copyOf(each);
    int[] split = new int[systems.size()];
    split[split.length - 1] = STEPS;
    Candidate best = candidate(split, scales);
    for (Candidate next = better(best, scales); next != best; next = better(best, scales)) {
      best = next;
    }
    return best.mixture();
  }

  private record Candidate(int[] split, Mixture mixture, double error) {}

  /** The best of what moving one part makes better; the same where nothing does. */
  private Candidate better(Candidate from, ImmutableList<Double> scales) {
    Candidate best = from;
    for (int giver = 0; giver < systems.size(); giver++) {
      for (int taker = 0; taker < systems.size(); taker++) {
        if (giver != taker && from.split()[giver] > 0) {
          int[] moved = from.split().clone();
          moved[giver]--;
          moved[taker]++;
          Candidate candidate = candidate(moved, scales);
          best = candidate.error() < best.error() ? candidate : best;
        }
      }
    }
    return best;
  }

  private Candidate candidate(int[] split, ImmutableList<Double> scales) {
    ImmutableList.Builder<Double> weights = ImmutableList.builder();
    for (int part : split) {
      weights.add((double) part / STEPS);
    }
    Mixture mixture = Mixture.of(systems, weights.build(), scales);
    return new Candidate(split, mixture, error(mixture));
  }

  private double scale(int system) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step < SCALES; step++) {
      double scale = LEAST_SCALE + step * SCALE_STEP;
      double error = 0;
      for (int row = 0; row < outcomes.length; row++) {
        if (!Double.isNaN(means[row][system])) {
          error += Math.abs(scale * means[row][system] - outcomes[row]);
        }
      }
      if (error < least) {
        least = error;
        best = scale;
      }
    }
    return best;
  }

  /** Rows about which the mixture says nothing count as forecasts of nothing. */
  private double error(Mixture mixture) {
    double error = 0;
    for (int row = 0; row < outcomes.length; row++) {
      error += Math.abs(mixture.median(means[row]).orElse(0) - outcomes[row]);
    }
    return error;
  }
}
