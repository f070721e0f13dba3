package dev.tipoff.transforms.tables;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The fingerprint of a stored row: 64-bit FarmHash over its cells in the order of its columns, each
 * with its name, its type and, if absent, a mark of its own. Equal on every engine.
 */
public final class RowHash {
  private RowHash() {}

  public static long of(List<Column> columns, @Nullable Object[] cells) {
    Hasher hasher = Hashing.farmHashFingerprint64().newHasher(cells.length * 16);
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      hasher.putUnencodedChars(columns.get(i).name());
      if (cell == null) {
        hasher.putByte((byte) 0);
      } else if (cell instanceof String text) {
        hasher.putByte((byte) 1).putInt(text.length()).putString(text, StandardCharsets.UTF_8);
      } else if (cell instanceof Long number) {
        hasher.putByte((byte) 2).putLong(number);
      } else if (cell instanceof Double number) {
        // 0.0 and -0.0 are one number in SQL.
        hasher.putByte((byte) 3).putDouble(number == 0 ? 0.0 : number);
      } else if (cell instanceof Boolean flag) {
        hasher.putByte((byte) 4).putBoolean(flag);
      } else if (cell instanceof LocalDate date) {
        hasher.putByte((byte) 5).putLong(date.toEpochDay());
      } else if (cell instanceof Instant instant) {
        hasher.putByte((byte) 6).putLong(instant.getMillis());
      } else {
        throw new IllegalArgumentException("no column holds a " + cell.getClass());
      }
    }
    return hasher.hash().asLong();
  }
}
