package dev.tipoff.transforms.tables;

import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.ExactTime;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The fingerprint of a stored row: 64-bit FarmHash over its cells in the order of its columns, each
 * with its name, its type and, if absent, a mark of its own. Equal on every engine, and equal for
 * cells that SQL holds equal: 0.0 and -0.0, numbers that differ in trailing zeros, any two NaN. The
 * order of a repeated column's values matters.
 */
public final class RowHash {
  /** Beside a column's name: its mark, a number or a text's length, and a few letters. */
  private static final int USUAL_CELL = 16;

  private ByteBuffer bytes;

  private RowHash(int usual) {
    this.bytes = ByteBuffer.allocate(usual).order(ByteOrder.LITTLE_ENDIAN);
  }

  public static long of(List<Column> columns, @Nullable Object[] cells) {
    int usual = Long.BYTES;
    for (Column column : columns) {
      usual += column.hashedName().length + USUAL_CELL;
    }
    RowHash hash = new RowHash(usual);
    for (int i = 0; i < cells.length; i++) {
      hash.name(columns.get(i));
      hash.put(cells[i]);
    }
    return Hashing.farmHashFingerprint64()
        .hashBytes(hash.bytes.array(), 0, hash.bytes.position())
        .asLong();
  }

  private void name(Column column) {
    byte[] name = column.hashedName();
    reserve(name.length);
    bytes.put(name);
  }

  /** Makes room for so many bytes beside a mark and a length. */
  private void reserve(int more) {
    int needed = bytes.position() + more + Byte.BYTES + Long.BYTES;
    if (needed > bytes.capacity()) {
      bytes =
          ByteBuffer.allocate(Math.max(needed, 2 * bytes.capacity()))
              .order(ByteOrder.LITTLE_ENDIAN)
              .put(bytes.flip());
    }
  }

  private ByteBuffer mark(int type, int more) {
    reserve(more);
    return bytes.put((byte) type);
  }

  private void text(int type, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    mark(type, utf8.length).putInt(text.length()).put(utf8);
  }

  private void put(@Nullable Object cell) {
    if (cell == null) {
      mark(0, 0);
    } else if (cell instanceof String text) {
      text(1, text);
    } else if (cell instanceof Long number) {
      mark(2, 0).putLong(number);
    } else if (cell instanceof Double number) {
      // One pattern of bits for every NaN, and for both zeros.
      mark(3, 0).putLong(Double.doubleToLongBits(number == 0 ? 0.0 : number));
    } else if (cell instanceof Boolean flag) {
      mark(4, 0).put((byte) (flag ? 1 : 0));
    } else if (cell instanceof LocalDate date) {
      mark(5, 0).putLong(date.toEpochDay());
    } else if (cell instanceof Instant instant) {
      mark(6, 0).putLong(instant.getMillis());
    } else if (cell instanceof java.time.Instant instant) {
      mark(7, 0).putLong(ExactTime.of(instant).getEpochMicros());
    } else if (cell instanceof BigDecimal number) {
      text(8, FieldCells.numeric(number).toPlainString());
    } else if (cell instanceof List<?> list) {
      mark(9, 0).putInt(list.size());
      list.forEach(this::put);
    } else {
      throw new IllegalArgumentException("no column holds a " + cell.getClass());
    }
  }
}
