package dev.tipoff.transforms.profile;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The cells of one column, added in any order. Counts are exact, and sums go from the least number
 * to the greatest, so that the same cells give the same profile to the last bit.
 */
final class ColumnCells implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whole numbers up to here are doubles too. */
  private static final double LARGEST_WHOLE = 1L << 53;

  private final Set<String> texts = new HashSet<>();
  private double[] numbers = {};
  private int numberCount;
  private int rows;
  private int nulls;

  void add(@Nullable Object cell) {
    rows++;
    if (cell == null || isEmpty(cell)) {
      nulls++;
    } else if (cell instanceof Number number) {
      addNumber(number.doubleValue());
    } else if (cell instanceof Boolean flag) {
      addNumber(flag ? 1 : 0);
    } else {
      texts.add(cell.toString());
    }
  }

  private static boolean isEmpty(Object cell) {
    return cell instanceof String text
        ? text.isEmpty()
        : cell instanceof Collection<?> list
            ? list.isEmpty()
            : cell instanceof Double number && number.isNaN();
  }

  private void addNumber(double number) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(32, 2 * numberCount));
    }
    // Minus zero is zero in SQL.
    numbers[numberCount] = number + 0.0;
    numberCount++;
  }

  /** Adds what was added to others. */
  void addAll(ColumnCells other) {
    rows += other.rows;
    nulls += other.nulls;
    texts.addAll(other.texts);
    double[] all = Arrays.copyOf(numbers, numberCount + other.numberCount);
    System.arraycopy(other.numbers, 0, all, numberCount, other.numberCount);
    numbers = all;
    numberCount = all.length;
  }

  /** Gives up the room that no number has taken. */
  void trim() {
    numbers = Arrays.copyOf(numbers, numberCount);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ColumnCells that
        && rows == that.rows
        && nulls == that.nulls
        && texts.equals(that.texts)
        && Arrays.equals(numbers, 0, numberCount, that.numbers, 0, that.numberCount);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rows, nulls, texts, numberCount);
  }

  /** What can be said of the cells, once one was added; whose they are is left to the caller. */
  ColumnProfile.Builder profile() {
    ColumnProfile.Builder profile =
        ColumnProfile.builder()
            .setRowCount(rows)
            .setNullCount(nulls)
            .setNullShare((double) nulls / rows)
            .setDistinctCount(texts.size());
    if (texts.size() == 1) {
      profile.setOnlyValue(texts.iterator().next());
    }
    if (numberCount > 0) {
      double[] sorted = Arrays.copyOf(numbers, numberCount);
      Arrays.sort(sorted);
      describe(sorted, profile);
    }
    return profile;
  }

  private static void describe(double[] sorted, ColumnProfile.Builder profile) {
    int distinct = distinct(sorted);
    double mean = mean(sorted);
    profile
        .setDistinctCount(distinct)
        .setOnlyValue(distinct == 1 ? text(sorted[0]) : null)
        .setMinValue(sorted[0])
        .setMaxValue(sorted[sorted.length - 1])
        .setMean(finite(mean))
        .setSd(finite(standardDeviation(sorted, mean)));
  }

  private static int distinct(double[] sorted) {
    int distinct = 1;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] != sorted[i - 1]) {
        distinct++;
      }
    }
    return distinct;
  }

  private static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) <= LARGEST_WHOLE
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** Rounding must not carry the mean of equal numbers away from them. */
  private static double mean(double[] sorted) {
    double sum = 0;
    for (double number : sorted) {
      sum += number;
    }
    return Math.min(Math.max(sum / sorted.length, sorted[0]), sorted[sorted.length - 1]);
  }

  /** NaN, which is not finite, of a single number. */
  private static double standardDeviation(double[] sorted, double mean) {
    double squares = 0;
    for (double number : sorted) {
      squares += (number - mean) * (number - mean);
    }
    return Math.sqrt(squares / (sorted.length - 1));
  }

  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }
}
