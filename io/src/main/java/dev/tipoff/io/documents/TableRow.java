package dev.tipoff.io.documents;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/**
 * A row of a table over several pages; a cell without text is empty.
 *
 * @param place the row's page and number in it, both from 1: {@code /pages/1/rows/3}
 * @param cells one for each column, their lines with a space between
 */
record TableRow(String place, ImmutableList<String> cells) {
  String cell(int column) {
    return cells.get(column);
  }

  /** The row with the rest of its cells, which stands on the next page. */
  TableRow withMore(ImmutableList<String> rest) {
    return new TableRow(
        place,
        IntStream.range(0, cells.size())
            .mapToObj(column -> (cells.get(column) + " " + rest.get(column)).strip())
            .collect(ImmutableList.toImmutableList()));
  }
}
