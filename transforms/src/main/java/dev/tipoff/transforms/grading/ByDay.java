package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The mean of a figure over rows of several days, and how far to trust it. Rows of one day are not
 * independent: they are of the same games, and one player's minutes are another's bench. So days
 * are drawn, not rows: with D the sum and n the rows of a day, N all rows, G the days and d the
 * mean, its variance is G / (G - 1) times the sum over days of (D - n d)^2, over N^2 (A. C. Cameron
 * and D. L. Miller, "A Practitioner's Guide to Cluster-Robust Inference", Journal of Human
 * Resources 50 (2015)).
 */
public final class ByDay implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The day of the first slot, since 1970-01-01. */
  private long first;

  private long[] rows = {};
  private ExactSums sums = new ExactSums(0);

  public void add(GameDay day, double value) {
    long epochDay = day.getEpochDay();
    cover(epochDay, 1);
    int slot = (int) (epochDay - first);
    rows[slot]++;
    sums.add(slot, value);
  }

  void addAll(ByDay other) {
    if (other.rows.length == 0) {
      return;
    }
    cover(other.first, other.rows.length);
    int at = (int) (other.first - first);
    for (int i = 0; i < other.rows.length; i++) {
      rows[at + i] += other.rows[i];
    }
    sums.addAll(other.sums, at);
  }

  private void cover(long from, int days) {
    boolean empty = rows.length == 0;
    long start = empty ? from : Math.min(first, from);
    long end = Math.max(empty ? from : first + rows.length, from + days);
    if (!empty && start == first && end == first + rows.length) {
      return;
    }
    int at = empty ? 0 : (int) (first - start);
    long[] moreRows = new long[(int) (end - start)];
    System.arraycopy(rows, 0, moreRows, at, rows.length);
    ExactSums moreSums = new ExactSums(moreRows.length);
    moreSums.addAll(sums, at);
    first = start;
    rows = moreRows;
    sums = moreSums;
  }

  /** The mean over all rows; empty without any. */
  public Optional<Estimate> estimate() {
    long count = Arrays.stream(rows).sum();
    if (count == 0) {
      return Optional.empty();
    }
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      total += sums.get(i);
    }
    double mean = total / count;
    long days = 0;
    double squares = 0;
    for (int i = 0; i < rows.length; i++) {
      double apart = sums.get(i) - rows[i] * mean;
      days += rows[i] > 0 ? 1 : 0;
      squares += apart * apart;
    }
    if (days < 2) {
      return Optional.of(new Estimate(mean, OptionalDouble.empty(), OptionalDouble.empty()));
    }
    double half = Estimate.Z * Math.sqrt((double) days / (days - 1) * squares) / count;
    return Optional.of(
        new Estimate(mean, OptionalDouble.of(mean - half), OptionalDouble.of(mean + half)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ByDay that
        && first == that.first
        && Arrays.equals(rows, that.rows)
        && sums.equals(that.sums);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rows) + sums.hashCode();
  }
}
