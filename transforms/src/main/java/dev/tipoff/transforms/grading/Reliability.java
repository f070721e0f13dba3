package dev.tipoff.transforms.grading;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Whether what was given a chance happened as often: chances, rising, in ten bins of as many rows
 * each. Equal chances stay together, in the bin that the middle of them falls into, so that the
 * bins do not hang on the order of the rows; a forecaster who always says the same has one bin.
 */
public final class Reliability implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int BINS = 10;
  private static final int DRAWS = 1000;
  private static final double BAND = 0.95;
  private static final long SEED = 20_250_110;

  /** Of what happened, and of what did not. */
  private final Chances happened = new Chances();

  private final Chances missed = new Chances();

  /**
   * Rows of similar chances.
   *
   * @param from where they begin among all rows by chance
   */
  private record Span(int from, int to, double expected) {
    int size() {
      return to - from;
    }
  }

  public void add(double chance, boolean happens) {
    (happens ? happened : missed).add(chance);
  }

  void addAll(Reliability other) {
    happened.addAll(other.happened);
    missed.addAll(other.missed);
  }

  /** Every bin's rows, by rising chance; empty without rows. */
  List<ReliabilityBin> bins() {
    double[] all = all();
    double[] came = happened.sorted();
    ImmutableList.Builder<ReliabilityBin> bins = ImmutableList.builder();
    int next = 0;
    for (Span span : spans(all)) {
      int before = next;
      while (next < came.length && came[next] <= all[span.to() - 1]) {
        next++;
      }
      bins.add(
          new ReliabilityBin(
              span.size(), span.expected() / span.size(), (double) (next - before) / span.size()));
    }
    return bins.build();
  }

  /** The mean over rows of how far chance and share of their bin lie apart; empty without rows. */
  public OptionalDouble error() {
    List<ReliabilityBin> bins = bins();
    long rows = bins.stream().mapToLong(ReliabilityBin::n).sum();
    return rows == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            bins.stream()
                    .mapToDouble(bin -> bin.n() * Math.abs(bin.probability() - bin.observed()))
                    .sum()
                / rows);
  }

  /**
   * What {@link #error} stays below 95 times in a hundred if the chances are right: of outcomes
   * drawn from them, which are the same for the same chances. Empty without rows.
   */
  public OptionalDouble band() {
    double[] all = all();
    if (all.length == 0) {
      return OptionalDouble.empty();
    }
    List<Span> spans = spans(all);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] errors = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double apart = 0;
      for (Span span : spans) {
        int drawn = 0;
        for (int i = span.from(); i < span.to(); i++) {
          drawn += random.nextDouble() < all[i] ? 1 : 0;
        }
        apart += Math.abs(span.expected() - drawn);
      }
      errors[draw] = apart / all.length;
    }
    Arrays.sort(errors);
    return OptionalDouble.of(errors[(int) Math.ceil(BAND * DRAWS) - 1]);
  }

  private double[] all() {
    double[] first = happened.sorted();
    double[] second = missed.sorted();
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    Arrays.sort(all);
    return all;
  }

  private static List<Span> spans(double[] all) {
    ImmutableList.Builder<Span> spans = ImmutableList.builder();
    int from = 0;
    int bin = 0;
    double expected = 0;
    int start = 0;
    while (start < all.length) {
      int end = start;
      double sum = 0;
      while (end < all.length && all[end] == all[start]) {
        sum += all[end++];
      }
      int own = (int) ((long) BINS * (start + end) / (2L * all.length));
      if (own != bin && start > from) {
        spans.add(new Span(from, start, expected));
        from = start;
        expected = 0;
      }
      bin = own;
      expected += sum;
      start = end;
    }
    if (all.length > from) {
      spans.add(new Span(from, all.length, expected));
    }
    return spans.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reliability that
        && happened.equals(that.happened)
        && missed.equals(that.missed);
  }

  @Override
  public int hashCode() {
    return 31 * happened.hashCode() + missed.hashCode();
  }
}
