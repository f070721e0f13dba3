package dev.tipoff.transforms.grouping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Rows gathered by {@link GatherRows}. A runner copies them at each step on their way to become a
 * side input, so they travel as bytes that nobody reads before the rows are asked for.
 */
public abstract class GatheredRows<T> {
  private final List<T> rows = new ArrayList<>();
  private final List<byte[]> pieces = new ArrayList<>();
  private @Nullable Coder<T> coder;

  /** Forgets what was made of the rows. */
  protected abstract void changed();

  /** Adds a row. */
  public synchronized void add(T row) {
    rows.add(row);
    changed();
  }

  /** Adds the rows of another, which must not change meanwhile. */
  public final synchronized void addAll(GatheredRows<T> other) {
    rows.addAll(other.rows);
    if (!other.pieces.isEmpty()) {
      addPieces(other.pieces, Objects.requireNonNull(other.coder));
    }
    changed();
  }

  /** Adds rows as {@link #pieces} gave them. */
  final synchronized void addPieces(List<byte[]> more, Coder<T> rowCoder) {
    pieces.addAll(more);
    coder = rowCoder;
    changed();
  }

  /** The rows, encoded. */
  final synchronized List<byte[]> pieces(Coder<T> rowCoder) throws IOException {
    if (rows.isEmpty()) {
      return List.copyOf(pieces);
    }
    RowPiece<T> piece = new RowPiece<>(rowCoder);
    for (T row : rows) {
      piece.add(row);
    }
    List<byte[]> all = new ArrayList<>(pieces);
    all.add(piece.take());
    return all;
  }

  /** The rows in no order. */
  public final synchronized List<T> rows() {
    for (byte[] piece : pieces) {
      RowPiece.forEach(piece, Objects.requireNonNull(coder), rows::add);
    }
    pieces.clear();
    return Collections.unmodifiableList(rows);
  }
}
