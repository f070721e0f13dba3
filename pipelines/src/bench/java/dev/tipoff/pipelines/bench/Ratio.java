package dev.tipoff.pipelines.bench;

import com.google.common.base.Preconditions;
import com.google.common.math.Quantiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many times as long one thing takes as another, over pairs of runs that followed each other. On
 * a machine that does other work too a ratio holds where seconds do not.
 *
 * @param median of the pairs' ratios
 * @param least of them
 * @param most of them
 * @param pairs how many
 */
record Ratio(double median, double least, double most, int pairs) {
  /**
   * Of each of some runs to the run of the other that it was paired with.
   *
   * @throws IllegalArgumentException if there are none, or not as many of both
   */
  static Ratio of(List<Double> seconds, List<Double> others) {
    Preconditions.checkArgument(
        !seconds.isEmpty() && seconds.size() == others.size(),
        "%s runs are no pairs of %s",
        seconds.size(),
        others.size());
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      ratios.add(seconds.get(i) / others.get(i));
    }
    return new Ratio(
        Quantiles.median().compute(ratios),
        Collections.min(ratios),
        Collections.max(ratios),
        ratios.size());
  }

  @Override
  public String toString() {
    return String.format("%.2f (%.2f to %.2f)", median, least, most);
  }
}
