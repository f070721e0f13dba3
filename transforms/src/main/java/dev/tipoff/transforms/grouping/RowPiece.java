package dev.tipoff.transforms.grouping;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.Coder;

/**
 * Rows as bytes, one after the other. A runner copies and counts whatever travels, once a step and
 * element: a megabyte of rows together costs it what one of them would alone.
 *
 * <p>The bytes gather in Kryo's buffer, since that of the JDK takes a lock for each of them.
 *
 * @param <T> a row
 */
public final class RowPiece<T> {
  private static final int FULL = 1 << 20;
  private static final int FIRST = 1 << 12;

  private final Coder<T> coder;
  private final Output bytes = new Output(FIRST, -1);

  /** A piece without rows. */
  public RowPiece(Coder<T> coder) {
    this.coder = coder;
  }

  /**
   * Adds a row.
   *
   * @throws IOException if the coder does not know its like
   */
  public void add(T row) throws IOException {
    coder.encode(row, bytes);
  }

  /** Whether the next row is better put into a new piece: this one has a megabyte. */
  public boolean isFull() {
    return bytes.position() >= FULL;
  }

  public boolean isEmpty() {
    return bytes.position() == 0;
  }

  /** The rows so far; the piece is empty then. */
  public byte[] take() {
    byte[] taken = bytes.toBytes();
    bytes.reset();
    return taken;
  }

  /** Hands on each row of what {@link #take} gave, in order. */
  public static <T> void forEach(byte[] piece, Coder<T> coder, Consumer<T> rows) {
    Input bytes = new Input(piece);
    while (!bytes.end()) {
      try {
        rows.accept(coder.decode(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException("packed rows cannot be read back", e);
      }
    }
  }
}
