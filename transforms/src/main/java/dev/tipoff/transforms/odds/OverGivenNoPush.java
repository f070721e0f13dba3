package dev.tipoff.transforms.odds;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A forecast's chance of the over among the outcomes that win or lose, which is what a market's
 * chance is of: a push gives the stake back.
 */
public final class OverGivenNoPush {
  private OverGivenNoPush() {}

  /**
   * The chance, 0 to 1; absent without a line, or if nothing but a push can happen.
   *
   * @param over the chance of more than the line
   * @param push the chance of landing on it
   */
  public static @Nullable Double of(@Nullable Double over, @Nullable Double push) {
    return over == null || push == null || push >= 1 ? null : Math.min(1, over / (1 - push));
  }
}
