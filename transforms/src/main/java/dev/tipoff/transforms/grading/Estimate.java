package dev.tipoff.transforms.grading;

import java.util.OptionalDouble;

/**
 * A mean and the ends of its 95 % interval.
 *
 * @param low empty if nothing can be said of it, as of rows of one day alone
 */
public record Estimate(double mean, OptionalDouble low, OptionalDouble high) {
  /** 97.5 % quantile of the normal distribution. */
  static final double Z = 1.959963984540054;
}
