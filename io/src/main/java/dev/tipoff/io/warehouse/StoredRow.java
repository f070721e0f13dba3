package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigDecimalCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.DoubleCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A row on its way into a table. Its cells travel as bytes, since a runner copies each row twice
 * where it groups them, and two hundred cells cost more to copy one by one than to compute.
 */
final class StoredRow {
  private static final int USUAL_BYTES = 256;
  private static final Coder<StoredRow> CODER = new RowCoder();

  private final @Nullable GameDay day;
  private final String key;
  private final long hash;

  /** How many cells there are, and the cells. */
  private final byte[] bytes;

  private StoredRow(@Nullable GameDay day, String key, long hash, byte[] bytes) {
    this.day = day;
    this.key = key;
    this.hash = hash;
    this.bytes = bytes;
  }

  /**
   * @throws IllegalArgumentException if a cell is one that no column holds, or one that cannot be
   *     part of a key is
   */
  static <T> StoredRow of(Table<T> table, T row) {
    return of(table, row, table.shape().cells(row));
  }

  /**
   * As {@link #of(Table, Object)} of a row whose cells are known already.
   *
   * @param cells as the table's shape gives them
   */
  static <T> StoredRow of(Table<T> table, T row, @Nullable Object[] cells) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try {
      VarIntCoder.of().encode(cells.length, bytes);
      for (Object cell : cells) {
        Cell.put(cell, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return new StoredRow(
        table.partition() == null ? null : table.partitionOf(row),
        table.keyOf(cells),
        RowHash.of(table.columns(), cells),
        bytes.toByteArray());
  }

  static Coder<StoredRow> coder() {
    return CODER;
  }

  /** The slate it is stored under; absent if the table is not split. */
  @Nullable GameDay day() {
    return day;
  }

  /** As {@link Table#keyOf}. */
  String key() {
    return key;
  }

  /** As {@link RowHash}. */
  long hash() {
    return hash;
  }

  /** In the order of the columns. */
  @Nullable Object[] cells() {
    InputStream in = new ByteArrayInputStream(bytes);
    try {
      @Nullable Object[] cells = new @Nullable Object[VarIntCoder.of().decode(in)];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = Cell.take(in);
      }
      return cells;
    } catch (IOException e) {
      throw new UncheckedIOException("the cells of " + key + " cannot be read back", e);
    }
  }

  private static final class RowCoder extends AtomicCoder<StoredRow> {
    private static final long serialVersionUID = 1L;

    @Override
    public void encode(StoredRow row, OutputStream out) throws IOException {
      GameDay day = row.day;
      Cell.put(day == null ? null : day.getEpochDay(), out);
      StringUtf8Coder.of().encode(row.key, out);
      BigEndianLongCoder.of().encode(row.hash, out);
      ByteArrayCoder.of().encode(row.bytes, out);
    }

    @Override
    public StoredRow decode(InputStream in) throws IOException {
      Object day = Cell.take(in);
      return new StoredRow(
          day == null ? null : GameDay.ofEpochDay((Long) day),
          StringUtf8Coder.of().decode(in),
          BigEndianLongCoder.of().decode(in),
          ByteArrayCoder.of().decode(in));
    }
  }

  /** What a cell may be; its ordinal goes before it. */
  private enum Cell {
    ABSENT,
    TEXT,
    INTEGER,
    REAL,
    DECIMAL,
    FALSE,
    TRUE,
    DATE,
    TIME,
    EXACT_TIME,
    LIST;

    private static final Cell[] KINDS = values();

    static void put(@Nullable Object cell, OutputStream out) throws IOException {
      if (cell == null) {
        out.write(ABSENT.ordinal());
      } else if (cell instanceof String text) {
        out.write(TEXT.ordinal());
        StringUtf8Coder.of().encode(text, out);
      } else if (cell instanceof Long number) {
        out.write(INTEGER.ordinal());
        VarLongCoder.of().encode(number, out);
      } else if (cell instanceof Double number) {
        out.write(REAL.ordinal());
        DoubleCoder.of().encode(number, out);
      } else if (cell instanceof BigDecimal number) {
        out.write(DECIMAL.ordinal());
        BigDecimalCoder.of().encode(number, out);
      } else if (cell instanceof Boolean flag) {
        out.write((flag ? TRUE : FALSE).ordinal());
      } else if (cell instanceof LocalDate date) {
        out.write(DATE.ordinal());
        VarLongCoder.of().encode(date.toEpochDay(), out);
      } else if (cell instanceof org.joda.time.Instant time) {
        out.write(TIME.ordinal());
        VarLongCoder.of().encode(time.getMillis(), out);
      } else if (cell instanceof Instant time) {
        out.write(EXACT_TIME.ordinal());
        VarLongCoder.of().encode(time.getEpochSecond(), out);
        VarIntCoder.of().encode(time.getNano(), out);
      } else if (cell instanceof List<?> list) {
        out.write(LIST.ordinal());
        VarIntCoder.of().encode(list.size(), out);
        for (Object each : list) {
          put(each, out);
        }
      } else {
        throw new IllegalArgumentException("no column holds a " + cell.getClass());
      }
    }

    static @Nullable Object take(InputStream in) throws IOException {
      int kind = in.read();
      if (kind < 0 || kind >= KINDS.length) {
        throw new CoderException("no cell begins with " + kind);
      }
      return switch (KINDS[kind]) {
        case ABSENT -> null;
        case TEXT -> StringUtf8Coder.of().decode(in);
        case INTEGER -> VarLongCoder.of().decode(in);
        case REAL -> DoubleCoder.of().decode(in);
        case DECIMAL -> BigDecimalCoder.of().decode(in);
        case FALSE -> false;
        case TRUE -> true;
        case DATE -> LocalDate.ofEpochDay(VarLongCoder.of().decode(in));
        case TIME -> org.joda.time.Instant.ofEpochMilli(VarLongCoder.of().decode(in));
        case EXACT_TIME ->
            Instant.ofEpochSecond(VarLongCoder.of().decode(in), VarIntCoder.of().decode(in));
        case LIST -> list(in);
      };
    }

    private static List<Object> list(InputStream in) throws IOException {
      int size = VarIntCoder.of().decode(in);
      List<Object> list = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        Object each = take(in);
        if (each != null) {
          list.add(each);
        }
      }
      return list;
    }
  }
}
