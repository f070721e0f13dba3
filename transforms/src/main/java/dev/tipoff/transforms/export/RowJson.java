package dev.tipoff.transforms.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Preconditions;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowShape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Rows as JSON objects, and the JSON Schema of such objects. A cell is a property under its
 * column's name; of an absent cell there is none. Fractions have six decimals at most, so that the
 * last bits of a sum, which hang on the order of its terms, do not make a new file.
 */
public final class RowJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectReader READER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .reader();
  private static final int DECIMALS = 6;

  /** What lies half-way between two of those decimals is so whatever its last bits. */
  private static final int WITHOUT_LAST_BITS = 11;

  private RowJson() {}

  /**
   * A row as an object.
   *
   * @throws IllegalArgumentException if a cell is not a number, or an infinite one, which JSON
   *     cannot say
   */
  public static <T> ObjectNode of(RowShape<T> shape, T row) {
    ObjectNode object = JSON.objectNode();
    @Nullable Object[] cells = shape.cells(row);
    for (int i = 0; i < cells.length; i++) {
      Column column = shape.columns().get(i);
      Object cell = cells[i];
      if (cell instanceof List<?> several) {
        ArrayNode list = object.putArray(column.name());
        several.forEach(each -> list.add(value(column, each)));
      } else if (cell != null) {
        object.set(column.name(), value(column, cell));
      }
    }
    return object;
  }

  /** An object that was made here, read back. */
  static JsonNode parsed(String object) {
    try {
      return READER.readTree(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no row in JSON: " + object, e);
    }
  }

  private static JsonNode value(Column column, Object cell) {
    return switch (column.type()) {
      case INT64 -> JSON.numberNode((Long) cell);
      case FLOAT64 -> JSON.numberNode(rounded(column, (Double) cell));
      case NUMERIC -> JSON.numberNode((BigDecimal) cell);
      case BOOL -> JSON.booleanNode((Boolean) cell);
      case STRING, DATE, TIMESTAMP -> JSON.textNode(cell.toString());
    };
  }

  private static BigDecimal rounded(Column column, double value) {
    Preconditions.checkArgument(
        Double.isFinite(value), "%s is %s, which JSON cannot say", column.name(), value);
    BigDecimal decimal =
        BigDecimal.valueOf(value)
            .setScale(WITHOUT_LAST_BITS, RoundingMode.HALF_EVEN)
            .setScale(DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  /** What the objects of a shape must be, strictly: nothing else is allowed in them. */
  public static ObjectNode schema(RowShape<?> shape) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Column column : shape.columns()) {
      ObjectNode property = properties.putObject(column.name());
      property.put("description", column.description());
      if (column.repeated()) {
        type(property.put("type", "array").putObject("items"), column.type());
      } else {
        type(property, column.type());
      }
      if (!column.nullable()) {
        required.add(column.name());
      }
    }
    return schema;
  }

  private static void type(ObjectNode property, Column.Type type) {
    switch (type) {
      case INT64 -> property.put("type", "integer");
      case FLOAT64, NUMERIC -> property.put("type", "number");
      case BOOL -> property.put("type", "boolean");
      case STRING -> property.put("type", "string");
      case DATE -> property.put("type", "string").put("format", "date");
      case TIMESTAMP -> property.put("type", "string").put("format", "date-time");
    }
  }
}
