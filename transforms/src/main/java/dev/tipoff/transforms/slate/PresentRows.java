package dev.tipoff.transforms.slate;

import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Combines rows and passes over nulls, which stand for a window that no row came to.
 *
 * @param <T> a row
 * @param <A> what gathers them
 * @param <O> what they are combined to
 */
final class PresentRows<T, A, O> extends Combine.CombineFn<T, A, O> {
  private static final long serialVersionUID = 1L;

  private final Combine.CombineFn<T, A, O> combine;

  /** Combines the rows that are there by another function. */
  PresentRows(Combine.CombineFn<T, A, O> combine) {
    this.combine = combine;
  }

  @Override
  public A createAccumulator() {
    return combine.createAccumulator();
  }

  @Override
  public A addInput(A gathered, @Nullable T row) {
    return row == null ? gathered : combine.addInput(gathered, row);
  }

  @Override
  public A mergeAccumulators(Iterable<A> parts) {
    return combine.mergeAccumulators(parts);
  }

  @Override
  public A compact(A gathered) {
    return combine.compact(gathered);
  }

  @Override
  public O extractOutput(A gathered) {
    return combine.extractOutput(gathered);
  }

  @Override
  public Coder<A> getAccumulatorCoder(CoderRegistry registry, Coder<T> rows)
      throws CannotProvideCoderException {
    return combine.getAccumulatorCoder(registry, present(rows));
  }

  @Override
  public Coder<O> getDefaultOutputCoder(CoderRegistry registry, Coder<T> rows)
      throws CannotProvideCoderException {
    return combine.getDefaultOutputCoder(registry, present(rows));
  }

  @Override
  public TypeDescriptor<O> getOutputType() {
    return combine.getOutputType();
  }

  private static <T> Coder<T> present(Coder<T> rows) {
    return rows instanceof NullableCoder<T> nullable ? nullable.getValueCoder() : rows;
  }
}
