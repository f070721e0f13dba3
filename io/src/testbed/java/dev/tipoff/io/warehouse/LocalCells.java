package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableRow;
import com.google.api.services.bigquery.model.TableSchema;
import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Cells as the local BigQuery keeps them: String, Long, Double, Boolean, BigDecimal, LocalDate, a
 * java.time Instant of microseconds, or a List of these. What a column does not hold is refused as
 * BigQuery refuses it.
 */
final class LocalCells {
  private static final int NUMERIC_SCALE = 9;

  private LocalCells() {}

  /** A row from JSON, as load jobs bring it. */
  static Map<String, Object> fromJson(TableSchema schema, Map<String, ?> json) throws IOException {
    Set<String> known = new java.util.HashSet<>();
    Map<String, Object> row = new LinkedHashMap<>();
    for (TableFieldSchema field : schema.getFields()) {
      known.add(field.getName());
      put(row, field, json.get(field.getName()));
    }
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        throw new IOException("no such field: " + name);
      }
    }
    return row;
  }

  /** A row from the message that the Storage Write API brings. */
  static Map<String, Object> fromMessage(TableSchema schema, DynamicMessage message)
      throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    for (TableFieldSchema field : schema.getFields()) {
      var descriptor = message.getDescriptorForType().findFieldByName(field.getName());
      boolean there =
          descriptor != null
              && (descriptor.isRepeated() || message.hasField(descriptor));
      put(row, field, there ? message.getField(descriptor) : null);
    }
    return row;
  }

  private static void put(Map<String, Object> row, TableFieldSchema field, @Nullable Object value)
      throws IOException {
    String name = field.getName();
    if ("REPEATED".equals(field.getMode())) {
      List<Object> cells = new ArrayList<>();
      for (Object element : value == null ? List.of() : (List<?>) value) {
        cells.add(cell(name, field.getType(), element));
      }
      row.put(name, cells);
      return;
    }
    if (value == null && "REQUIRED".equals(field.getMode())) {
      throw new IOException("missing required field: " + name);
    }
    row.put(name, value == null ? null : cell(name, field.getType(), value));
  }

  private static Object cell(String name, String type, Object value) throws IOException {
    try {
      return switch (type) {
        case "STRING" -> value.toString();
        case "INTEGER", "INT64" -> Long.valueOf(value.toString());
        case "FLOAT", "FLOAT64" -> Double.valueOf(value.toString());
        case "BOOLEAN", "BOOL" -> Boolean.valueOf(value.toString());
        case "NUMERIC" -> numeric(value);
        case "DATE" ->
            value instanceof Integer days
                ? LocalDate.ofEpochDay(days)
                : LocalDate.parse(value.toString());
        case "TIMESTAMP" ->
            value instanceof Long micros ? ofMicros(micros) : Instant.parse(value.toString());
        default -> throw new IOException("no cells of type " + type + " in column " + name);
      };
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new IOException("could not convert value of column " + name + ": " + value, e);
    }
  }

  private static BigDecimal numeric(Object value) {
    BigDecimal number;
    if (value instanceof ByteString bytes) {
      byte[] little = bytes.toByteArray();
      byte[] big = new byte[little.length];
      for (int i = 0; i < little.length; i++) {
        big[i] = little[little.length - 1 - i];
      }
      number = new BigDecimal(new BigInteger(big), NUMERIC_SCALE);
    } else {
      number = new BigDecimal(value.toString());
    }
    if (number.stripTrailingZeros().scale() > NUMERIC_SCALE) {
      throw new IllegalArgumentException("invalid NUMERIC " + number);
    }
    return number;
  }

  static Instant ofMicros(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  /** A row as the REST interface gives it, timestamps in microseconds. */
  static TableRow toJson(Map<String, Object> row) {
    TableRow json = new TableRow();
    row.forEach(
        (name, cell) -> {
          if (cell instanceof List<?> cells) {
            json.set(name, cells.stream().map(LocalCells::text).toList());
          } else if (cell != null) {
            json.set(name, text(cell));
          }
        });
    return json;
  }

  private static String text(Object cell) {
    return cell instanceof Instant instant
        ? Long.toString(micros(instant))
        : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
  }
}
