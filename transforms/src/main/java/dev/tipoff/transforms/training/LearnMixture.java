package dev.tipoff.transforms.training;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.learned.Mixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How systems are mixed for the least absolute error: all weights that are multiples of a twentieth
 * are tried. Of mixtures that err alike, the one that trusts the later systems more.
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
    List<Double> scales = new ArrayList<>();
    for (int system = 0; system < systems.size(); system++) {
      scales.add(scale(system));
    }
    List<int[]> all = new ArrayList<>();
    splits(new int[systems.size()], 0, STEPS, all);
    Mixture best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int[] split : all) {
      ImmutableList.Builder<Double> weights = ImmutableList.builder();
      for (int part : split) {
        weights.add((double) part / STEPS);
      }
      Mixture mixture = Mixture.of(systems, weights.build(), ImmutableList.copyOf(scales));
      double error = error(mixture);
      if (error < least) {
        least = error;
        best = mixture;
      }
    }
    return Objects.requireNonNull(best);
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

  private static void splits(int[] split, int place, int left, List<int[]> all) {
    if (place == split.length - 1) {
      split[place] = left;
      all.add(split.clone());
      return;
    }
    for (int part = 0; part <= left; part++) {
      split[place] = part;
      splits(split, place + 1, left - part, all);
    }
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
