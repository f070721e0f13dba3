package dev.tipoff.transforms.learned;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * How much each system's forecast counts in the ensemble: the weighted mean of the systems' means,
 * each first scaled to where it has its least absolute error.
 */
@AutoValue
public abstract class Mixture implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Ids of the systems, in the order of the weights. */
  public abstract ImmutableList<String> systems();

  /** Not negative; they add to one. */
  public abstract ImmutableList<Double> weights();

  public abstract ImmutableList<Double> scales();

  /**
   * A mixture of systems.
   *
   * @throws IllegalArgumentException unless there is a weight and a scale for each
   */
  public static Mixture of(
      ImmutableList<String> systems, ImmutableList<Double> weights, ImmutableList<Double> scales) {
    Preconditions.checkArgument(
        systems.size() == weights.size() && systems.size() == scales.size(),
        "%s systems with %s weights and %s scales",
        systems.size(),
        weights.size(),
        scales.size());
    return new AutoValue_Mixture(systems, weights, scales);
  }

  /**
   * The median that the mixture expects; the weight of a system that says nothing goes to the
   * others. Empty if no system with a weight says anything.
   *
   * @param means by system; NaN where one says nothing
   */
  public final OptionalDouble median(double[] means) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < means.length; i++) {
      if (!Double.isNaN(means[i]) && weights().get(i) > 0) {
        sum += weights().get(i) * scales().get(i) * means[i];
        weight += weights().get(i);
      }
    }
    return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
  }
}
