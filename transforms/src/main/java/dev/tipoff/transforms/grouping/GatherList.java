package dev.tipoff.transforms.grouping;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine;

/**
 * Gathers rows to a list, and makes something of it.
 *
 * @param <T> a row
 * @param <O> what is made of them
 */
public abstract class GatherList<T, O> extends Combine.CombineFn<T, List<T>, O> {
  private static final long serialVersionUID = 1L;

  @Override
  public List<T> createAccumulator() {
    return new ArrayList<>();
  }

  @Override
  public List<T> addInput(List<T> gathered, T row) {
    gathered.add(row);
    return gathered;
  }

  @Override
  public List<T> mergeAccumulators(Iterable<List<T>> parts) {
    List<T> merged = new ArrayList<>();
    parts.forEach(merged::addAll);
    return merged;
  }

  @Override
  public Coder<List<T>> getAccumulatorCoder(CoderRegistry registry, Coder<T> rows) {
    return ListCoder.of(rows);
  }

  /** The list itself. */
  static final class Itself<T> extends GatherList<T, List<T>> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<T> extractOutput(List<T> gathered) {
      return gathered;
    }

    @Override
    public Coder<List<T>> getDefaultOutputCoder(CoderRegistry registry, Coder<T> rows) {
      return ListCoder.of(rows);
    }
  }
}
