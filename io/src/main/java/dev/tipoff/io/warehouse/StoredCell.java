package dev.tipoff.io.warehouse;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.tipoff.transforms.model.ExactTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.duckdb.DuckDBAppender;
import org.joda.time.ReadableInstant;

/** A cell on its way into DuckDB: what it may be, and its bytes. Its ordinal goes before it. */
enum StoredCell {
  ABSENT,
  TEXT,
  INTEGER,
  REAL,
  DECIMAL,
  FALSE,
  TRUE,
  DATE,
  TIME,
  LIST;

  /** Of the digits after the point of a NUMERIC. */
  private static final int SCALE = 9;

  private static final StoredCell[] KINDS = values();

  /**
   * Puts a cell as a table's shape gives it.
   *
   * @throws IllegalArgumentException if no column holds its like
   */
  static void put(@Nullable Object cell, Output out) {
    if (cell == null) {
      kind(ABSENT, out);
    } else if (cell instanceof String text) {
      kind(TEXT, out);
      out.writeString(text);
    } else if (cell instanceof Long number) {
      kind(INTEGER, out);
      out.writeVarLong(number, false);
    } else if (cell instanceof Double number) {
      kind(REAL, out);
      out.writeDouble(number);
    } else if (cell instanceof BigDecimal number) {
      kind(DECIMAL, out);
      byte[] digits = number.setScale(SCALE).unscaledValue().toByteArray();
      out.writeByte(digits.length);
      out.writeBytes(digits);
    } else if (cell instanceof Boolean flag) {
      kind(flag ? TRUE : FALSE, out);
    } else if (cell instanceof LocalDate date) {
      kind(DATE, out);
      out.writeVarLong(date.toEpochDay(), false);
    } else if (cell instanceof ReadableInstant time) {
      kind(TIME, out);
      out.writeVarLong(Math.multiplyExact(time.getMillis(), 1000L), false);
    } else if (cell instanceof Instant time) {
      kind(TIME, out);
      out.writeVarLong(ExactTime.of(time).getEpochMicros(), false);
    } else if (cell instanceof List<?> list) {
      kind(LIST, out);
      out.writeVarInt(list.size(), true);
      list.forEach(each -> put(each, out));
    } else {
      throw new IllegalArgumentException("no column holds a " + cell.getClass());
    }
  }

  private static void kind(StoredCell kind, Output out) {
    out.writeByte(kind.ordinal());
  }

  /** Appends the next cell to a row. */
  static void append(Input in, DuckDBAppender appender) throws SQLException {
    switch (KINDS[in.readByte()]) {
      case ABSENT -> appender.appendNull();
      case TEXT -> appender.append(in.readString());
      case INTEGER -> appender.append(in.readVarLong(false));
      case REAL -> appender.append(in.readDouble());
      case DECIMAL -> appender.append(decimal(in));
      case FALSE -> appender.append(false);
      case TRUE -> appender.append(true);
      case DATE -> appender.append(LocalDate.ofEpochDay(in.readVarLong(false)));
      case TIME -> appender.appendEpochMicros(in.readVarLong(false));
      case LIST -> {
        int size = in.readVarInt(true);
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          list.add(element(in));
        }
        appender.append(list);
      }
    }
  }

  private static BigDecimal decimal(Input in) {
    return new BigDecimal(new BigInteger(in.readBytes(in.readByte())), SCALE);
  }

  /** A value of a list as the appender takes it. */
  private static Object element(Input in) {
    StoredCell kind = KINDS[in.readByte()];
    return switch (kind) {
      case TEXT -> in.readString();
      case INTEGER -> in.readVarLong(false);
      case REAL -> in.readDouble();
      case DECIMAL -> decimal(in);
      case FALSE -> false;
      case TRUE -> true;
      case DATE -> LocalDate.ofEpochDay(in.readVarLong(false));
      case TIME ->
          LocalDateTime.ofInstant(
              Instant.EPOCH.plus(in.readVarLong(false), ChronoUnit.MICROS), ZoneOffset.UTC);
      case ABSENT, LIST -> throw new IllegalArgumentException("no list holds " + kind);
    };
  }
}
