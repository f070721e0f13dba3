package dev.tipoff.transforms.grading;

import java.io.Serializable;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Chances in any order. */
final class Chances implements Serializable {
  private static final long serialVersionUID = 1L;

  private double[] values = {};
  private int size;

  void add(double chance) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(8, 2 * size));
    }
    values[size++] = chance;
  }

  void addAll(Chances other) {
    if (size + other.size > values.length) {
      values = Arrays.copyOf(values, Math.max(size + other.size, 2 * size));
    }
    System.arraycopy(other.values, 0, values, size, other.size);
    size += other.size;
  }

  double[] sorted() {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Chances that && Arrays.equals(sorted(), that.sorted());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted());
  }
}
