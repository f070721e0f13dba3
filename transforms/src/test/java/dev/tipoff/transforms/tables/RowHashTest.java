package dev.tipoff.transforms.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.joda.time.Instant;
import org.junit.Test;

public class RowHashTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("größe", Column.Type.STRING, true),
          Column.of("number", Column.Type.INT64, true),
          Column.of("share", Column.Type.FLOAT64, true),
          Column.of("home", Column.Type.BOOL, true),
          Column.of("day", Column.Type.DATE, true),
          Column.of("time", Column.Type.TIMESTAMP, true),
          Column.of("price", Column.Type.NUMERIC, true),
          Column.repeated("names", Column.Type.STRING));

  /** Stored hashes stay what they are: the marks, lengths and order of the bytes are a format. */
  @Property(tries = 200)
  void isFarmHashOverNamesMarksAndValues(
      @ForAll @StringLength(max = 3000) String text,
      @ForAll long number,
      @ForAll double share,
      @ForAll boolean home) {
    Hasher hasher = Hashing.farmHashFingerprint64().newHasher();
    hasher.putUnencodedChars("größe").putByte((byte) 1).putInt(text.length());
    hasher.putString(text, StandardCharsets.UTF_8);
    hasher.putUnencodedChars("number").putByte((byte) 2).putLong(number);
    hasher.putUnencodedChars("share").putByte((byte) 3);
    hasher.putLong(Double.doubleToLongBits(share == 0 ? 0.0 : share));
    hasher.putUnencodedChars("home").putByte((byte) 4).putBoolean(home);
    hasher.putUnencodedChars("day").putByte((byte) 5).putLong(22000);
    hasher.putUnencodedChars("time").putByte((byte) 6).putLong(1_924_000_000_123L);
    hasher.putUnencodedChars("price").putByte((byte) 8).putInt(3);
    hasher.putString("1.5", StandardCharsets.UTF_8);
    hasher.putUnencodedChars("names").putByte((byte) 9).putInt(2);
    hasher.putByte((byte) 1).putInt(1).putString("a", StandardCharsets.UTF_8);
    hasher.putByte((byte) 1).putInt(0);
    assertThat(
        RowHash.of(
            COLUMNS,
            new Object[] {
              text,
              number,
              share,
              home,
              LocalDate.ofEpochDay(22000),
              Instant.ofEpochMilli(1_924_000_000_123L),
              new BigDecimal("1.500"),
              List.of("a", "")
            }),
        is(hasher.hash().asLong()));
  }

  @Test
  public void anAbsentCellIsNoZeroAndNoEmptyText() {
    List<Column> column = List.of(Column.of("x", Column.Type.STRING, true));
    long absent = RowHash.of(column, new Object[] {null});
    assertThat(absent, is(not(RowHash.of(column, new Object[] {""}))));
    assertThat(absent, is(not(RowHash.of(column, new Object[] {0L}))));
  }
}
