package dev.tipoff.transforms.profile;

import java.io.Serializable;

/** What a table's columns may look like over a whole slate. */
public interface ColumnRule extends Serializable {
  /**
   * Whether there may be no value in any row of a slate. That a single row may lack one is another
   * matter.
   *
   * @param column the column's name
   */
  boolean mayBeEmpty(String column);

  /**
   * Whether all rows of a slate may have the same value.
   *
   * @param column the column's name
   */
  boolean mayBeConstant(String column);
}
