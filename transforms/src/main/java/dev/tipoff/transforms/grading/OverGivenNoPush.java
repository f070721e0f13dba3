package dev.tipoff.transforms.grading;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A forecast's chance of the over among the outcomes that win or lose, which is what a market's
 * chance is of: a push gives the stake back.
 */
public final class OverGivenNoPush {
  private static final double LEAST_DECIDED = 1e-12;

  private OverGivenNoPush() {}

  /** The chance, 0 to 1; absent without a line. */
  public static @Nullable Double of(GradedPrediction row) {
    Double over = row.getProbabilityOver();
    Double push = row.getProbabilityPush();
    return over == null || push == null ? null : over / Math.max(1 - push, LEAST_DECIDED);
  }
}
