package dev.tipoff.io.warehouse;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Values in a statement, by their type. */
final class SqlLiteral {
  private SqlLiteral() {}

  /**
   * The value as SQL writes it.
   *
   * @throws IllegalArgumentException if no literal of ours is of the value's type
   */
  static String of(@Nullable Object value, SqlDialect dialect) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof LocalDate date) {
      return "DATE '" + date + "'";
    }
    if (value instanceof Instant instant) {
      return timestamp(instant.toString());
    }
    if (value instanceof java.time.Instant instant) {
      return timestamp(instant.toString());
    }
    if (value instanceof Long || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof BigDecimal number) {
      return "NUMERIC '" + number.toPlainString() + "'";
    }
    if (value instanceof Double number) {
      return "CAST('" + number + "' AS FLOAT64)";
    }
    if (value instanceof String text) {
      return dialect.text(text);
    }
    throw new IllegalArgumentException("no literal of " + value.getClass());
  }

  private static String timestamp(String utc) {
    return "TIMESTAMP '" + utc.replace('T', ' ').replace("Z", "") + "'";
  }
}
