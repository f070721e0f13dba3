package dev.tipoff.transforms.tables;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.ExactTime;
import java.math.BigDecimal;
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
  private RowHash() {}

  public static long of(List<Column> columns, @Nullable Object[] cells) {
    Hasher hasher = Hashing.farmHashFingerprint64().newHasher(cells.length * 16);
    for (int i = 0; i < cells.length; i++) {
      hasher.putUnencodedChars(columns.get(i).name());
      put(hasher, cells[i]);
    }
    return hasher.hash().asLong();
  }

  private static void put(Hasher hasher, @Nullable Object cell) {
    if (cell == null) {
      hasher.putByte((byte) 0);
    } else if (cell instanceof String text) {
      hasher.putByte((byte) 1).putInt(text.length()).putString(text, StandardCharsets.UTF_8);
    } else if (cell instanceof Long number) {
      hasher.putByte((byte) 2).putLong(number);
    } else if (cell instanceof Double number) {
      // One pattern of bits for every NaN, and for both zeros.
      hasher.putByte((byte) 3).putLong(Double.doubleToLongBits(number == 0 ? 0.0 : number));
    } else if (cell instanceof Boolean flag) {
      hasher.putByte((byte) 4).putBoolean(flag);
    } else if (cell instanceof LocalDate date) {
      hasher.putByte((byte) 5).putLong(date.toEpochDay());
    } else if (cell instanceof Instant instant) {
      hasher.putByte((byte) 6).putLong(instant.getMillis());
    } else if (cell instanceof java.time.Instant instant) {
      hasher.putByte((byte) 7).putLong(ExactTime.of(instant).getEpochMicros());
    } else if (cell instanceof BigDecimal number) {
      String text = FieldCells.numeric(number).toPlainString();
      hasher.putByte((byte) 8).putInt(text.length()).putString(text, StandardCharsets.UTF_8);
    } else if (cell instanceof List<?> list) {
      hasher.putByte((byte) 9).putInt(list.size());
      list.forEach(element -> put(hasher, element));
    } else {
      throw new IllegalArgumentException("no column holds a " + cell.getClass());
    }
  }
}
