package dev.tipoff.transforms.grading;

import com.google.common.base.Preconditions;
import java.io.Serializable;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Several sums of doubles that are the same bit by bit whatever the order of their terms: a term
 * counts as a whole number of 2^-52, and whole numbers add up exactly.
 */
final class ExactSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int BITS = 52;
  private static final double SCALE = 0x1p52;
  private static final long MASK = (1L << BITS) - 1;

  private final long[] whole;

  /** In units of 2^-52, from 0 to less than one. */
  private final long[] fraction;

  ExactSums(int size) {
    this.whole = new long[size];
    this.fraction = new long[size];
  }

  int size() {
    return whole.length;
  }

  void add(int sum, double term) {
    Preconditions.checkArgument(Math.abs(term) < Integer.MAX_VALUE, "cannot add %s", term);
    double floor = Math.floor(term);
    carry(sum, (long) floor, (long) ((term - floor) * SCALE));
  }

  /**
   * Adds all sums of others.
   *
   * @param at where the first of them belongs
   */
  void addAll(ExactSums others, int at) {
    for (int i = 0; i < others.whole.length; i++) {
      carry(at + i, others.whole[i], others.fraction[i]);
    }
  }

  private void carry(int sum, long ones, long parts) {
    long both = fraction[sum] + parts;
    whole[sum] += ones + (both >> BITS);
    fraction[sum] = both & MASK;
  }

  double get(int sum) {
    return whole[sum] + fraction[sum] / SCALE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExactSums that
        && Arrays.equals(whole, that.whole)
        && Arrays.equals(fraction, that.fraction);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(whole) + Arrays.hashCode(fraction);
  }
}
