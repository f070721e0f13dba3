package dev.tipoff.io.warehouse;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;

/** The condition, alike in both engines, that keeps to some slates of a table. */
final class SlateCondition {
  private SlateCondition() {}

  /**
   * A condition on the table's partition, without WHERE.
   *
   * @throws IllegalArgumentException if the table is not split by slates
   */
  static String of(Table<?> table, SlateRange slates) {
    Preconditions.checkArgument(table.partition() != null, "%s is not split by slates", table);
    return String.format(
        "%s BETWEEN DATE '%s' AND DATE '%s'", table.partition(), slates.from(), slates.to());
  }
}
