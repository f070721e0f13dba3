package dev.tipoff.transforms.grouping;

import java.util.List;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * All rows of the global window combined to one value, as a side input. Without rows it is what the
 * function makes of none, and no step that asks for it is left waiting ({@link CombineWindows} says
 * why Beam's own views do not do).
 *
 * @param <T> a row
 * @param <O> what the rows are combined to
 */
public final class CombinedView<T, O> extends PTransform<PCollection<T>, PCollectionView<O>> {
  private static final long serialVersionUID = 1L;

  private final Combine.CombineFn<T, ?, O> combine;

  private CombinedView(Combine.CombineFn<T, ?, O> combine) {
    this.combine = combine;
  }

  /** Combines rows by a function. */
  public static <T, O> CombinedView<T, O> of(Combine.CombineFn<T, ?, O> combine) {
    return new CombinedView<>(combine);
  }

  /** The rows themselves, in no order. */
  public static <T> CombinedView<T, List<T>> list() {
    return of(new GatherList.Itself<>());
  }

  @Override
  public PCollectionView<O> expand(PCollection<T> rows) {
    return rows.apply("Combine", CombineWindows.once(combine, rows.getPipeline()))
        .apply("Value", View.asSingleton());
  }
}
