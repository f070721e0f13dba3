package dev.tipoff.transforms.systems;

import java.util.Comparator;
import java.util.List;

/**
 * A part of a forecast, in units of the market.
 *
 * @param what the feature or adjustment, as it is shown
 * @param amount what it adds
 */
public record Contribution(String what, double amount) {
  /** Largest first, whichever way it pulls; of equal ones the first by name. */
  private static final Comparator<Contribution> LARGEST_FIRST =
      Comparator.comparingDouble((Contribution part) -> -Math.abs(part.amount()))
          .thenComparing(Contribution::what);

  /** The parts that move the forecast most. */
  public static List<Contribution> largest(List<Contribution> parts, int atMost) {
    return parts.stream().sorted(LARGEST_FIRST).limit(atMost).toList();
  }
}
