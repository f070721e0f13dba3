package dev.tipoff.transforms.odds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A {@link RawPropLine} in failures: a key for people and the whole row as JSON for a replay. */
final class RawLineText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RowShape<RawPropLine> SHAPE = RowShape.of(RawPropLine.class);

  private RawLineText() {}

  /** Source, event, market, book, name, line and snapshot, joined by bars. */
  static String key(RawPropLine line) {
    return String.join(
        "|",
        line.getSource(),
        line.getEventId(),
        line.getMarket().id(),
        line.getBookmaker(),
        line.getPlayerName(),
        line.getLine().toString(),
        line.getSnapshotTime().toString());
  }

  /** The row by column name, as tables store it; dates and times in ISO form. */
  static String json(RawPropLine line) {
    List<Column> columns = SHAPE.columns();
    @Nullable Object[] cells = SHAPE.cells(line);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      boolean plain = cell == null || cell instanceof Number || cell instanceof Boolean;
      values.put(columns.get(i).name(), plain ? cell : String.valueOf(cell));
    }
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values always have a JSON form", e);
    }
  }
}
