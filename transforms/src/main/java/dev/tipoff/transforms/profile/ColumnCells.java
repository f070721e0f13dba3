package dev.tipoff.transforms.profile;

import dev.tipoff.transforms.tables.Column;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The cells of one column, added in any order. Counts are exact, and sums go from the least number
 * to the greatest, so that the same cells give the same profile to the last bit.
 */
final class ColumnCells {
  private final Column column;
  private final Set<Object> distinct = new HashSet<>();
  private final DoubleStream.Builder numbers = DoubleStream.builder();
  private int rows;
  private int nulls;

  ColumnCells(Column column) {
    this.column = column;
  }

  void add(@Nullable Object cell) {
    rows++;
    if (cell == null || isEmpty(cell)) {
      nulls++;
      return;
    }
    if (cell instanceof Number number) {
      addNumber(number);
    } else if (cell instanceof Boolean flag) {
      numbers.add(flag ? 1 : 0);
      distinct.add(flag);
    } else {
      distinct.add(cell);
    }
  }

  private void addNumber(Number number) {
    // Minus zero is zero in SQL.
    double value = number.doubleValue() + 0.0;
    numbers.add(value);
    distinct.add(number instanceof Long || number instanceof BigDecimal ? number : value);
  }

  private static boolean isEmpty(Object cell) {
    return cell instanceof String text
        ? text.isEmpty()
        : cell instanceof Collection<?> list
            ? list.isEmpty()
            : cell instanceof Double number && number.isNaN();
  }

  /** What can be said of the cells, once one was added; whose they are is left to the caller. */
  ColumnProfile.Builder profile() {
    ColumnProfile.Builder profile =
        ColumnProfile.builder()
            .setColumnName(column.name())
            .setRowCount(rows)
            .setNullCount(nulls)
            .setNullShare((double) nulls / rows)
            .setDistinctCount(distinct.size());
    if (distinct.size() == 1) {
      profile.setOnlyValue(distinct.iterator().next().toString());
    }
    double[] sorted = numbers.build().sorted().toArray();
    if (sorted.length > 0) {
      double mean = mean(sorted);
      profile
          .setMinValue(sorted[0])
          .setMaxValue(sorted[sorted.length - 1])
          .setMean(finite(mean))
          .setSd(finite(standardDeviation(sorted, mean)));
    }
    return profile;
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
