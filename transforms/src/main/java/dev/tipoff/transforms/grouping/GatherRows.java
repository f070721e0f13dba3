package dev.tipoff.transforms.grouping;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Rows gathered to one history.
 *
 * @param <T> a row
 * @param <H> the history
 */
public final class GatherRows<T, H extends GatheredRows<T>> extends Combine.CombineFn<T, H, H> {
  private static final long serialVersionUID = 1L;

  /** Makes a history without rows. */
  public interface Empty<H> extends Supplier<H>, Serializable {}

  private final Class<H> type;
  private final Empty<H> empty;

  /** Gathers to a history that starts as this one. */
  public GatherRows(Class<H> type, Empty<H> empty) {
    this.type = type;
    this.empty = empty;
  }

  @Override
  public H createAccumulator() {
    return empty.get();
  }

  @Override
  public H addInput(H history, T row) {
    history.add(row);
    return history;
  }

  @Override
  public H mergeAccumulators(Iterable<H> histories) {
    H merged = empty.get();
    histories.forEach(merged::addAll);
    return merged;
  }

  @Override
  public H extractOutput(H history) {
    return history;
  }

  @Override
  public Coder<H> getAccumulatorCoder(CoderRegistry registry, Coder<T> rows) {
    return coder(rows);
  }

  @Override
  public Coder<H> getDefaultOutputCoder(CoderRegistry registry, Coder<T> rows) {
    return coder(rows);
  }

  private Coder<H> coder(Coder<T> rows) {
    Empty<H> start = empty;
    return DelegateCoder.of(
        ListCoder.of(ByteArrayCoder.of()),
        history -> history.pieces(rows),
        pieces -> {
          H history = start.get();
          history.addPieces(pieces, rows);
          return history;
        },
        TypeDescriptor.of(type));
  }
}
