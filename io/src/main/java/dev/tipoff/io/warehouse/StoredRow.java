package dev.tipoff.io.warehouse;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.duckdb.DuckDBAppender;

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

  /** The cells, each as {@link StoredCell} puts it. */
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
    return of(table, dayOf(table, row), table.shape().cells(row));
  }

  /** The slate that a row is stored under; absent if the table is not split. */
  static <T> @Nullable GameDay dayOf(Table<T> table, T row) {
    return table.partition() == null ? null : table.partitionOf(row);
  }

  /**
   * As {@link #of(Table, Object)} of a row whose cells are known already.
   *
   * @param cells as the table's shape gives them
   */
  static StoredRow of(Table<?> table, @Nullable GameDay day, @Nullable Object[] cells) {
    Output bytes = new Output(USUAL_BYTES, -1);
    for (Object cell : cells) {
      StoredCell.put(cell, bytes);
    }
    return new StoredRow(
        day, table.keyOf(cells), RowHash.of(table.columns(), cells), bytes.toBytes());
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

  /** Appends the cells, in the order of the columns, and the hash. */
  void append(DuckDBAppender appender) throws SQLException {
    Input in = new Input(bytes);
    appender.beginRow();
    while (!in.end()) {
      StoredCell.append(in, appender);
    }
    appender.append(hash);
    appender.endRow();
  }

  private static final class RowCoder extends AtomicCoder<StoredRow> {
    private static final long serialVersionUID = 1L;
    private static final Coder<Long> DAY = NullableCoder.of(VarLongCoder.of());

    @Override
    public void encode(StoredRow row, OutputStream out) throws IOException {
      GameDay day = row.day;
      DAY.encode(day == null ? null : day.getEpochDay(), out);
      StringUtf8Coder.of().encode(row.key, out);
      BigEndianLongCoder.of().encode(row.hash, out);
      ByteArrayCoder.of().encode(row.bytes, out);
    }

    @Override
    public StoredRow decode(InputStream in) throws IOException {
      Long day = DAY.decode(in);
      return new StoredRow(
          day == null ? null : GameDay.ofEpochDay(day),
          StringUtf8Coder.of().decode(in),
          BigEndianLongCoder.of().decode(in),
          ByteArrayCoder.of().decode(in));
    }
  }
}
