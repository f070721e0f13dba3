package dev.tipoff.io.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.transforms.export.RowJson;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowShape;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Rows as CSV, a column each, with the names and the figures that {@link RowJson} gives them. */
public final class RowCsv {
  private RowCsv() {}

  /**
   * The rows under a header.
   *
   * @param first names of the columns that come before the others
   */
  public static <T> String of(RowShape<T> shape, List<String> first, Collection<T> rows) {
    Set<String> names = new LinkedHashSet<>(first);
    names.addAll(shape.columns().stream().map(Column::name).toList());
    return of(List.copyOf(names), rows.stream().map(row -> RowJson.of(shape, row)).toList());
  }

  /** Those properties of objects that the header names. */
  public static String of(List<String> header, Iterable<? extends JsonNode> objects) {
    CsvText csv = new CsvText(header);
    for (JsonNode object : objects) {
      csv.add(header.stream().map(name -> cell(object.path(name))).toList());
    }
    return csv.toString();
  }

  private static @Nullable Object cell(JsonNode value) {
    return value.isMissingNode()
        ? null
        : value.isNumber() ? value.decimalValue() : value.isTextual() ? value.asText() : value;
  }
}
