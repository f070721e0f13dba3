package dev.tipoff.transforms.grouping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * All rows of each window combined to one value; of a window without rows, if it is marked, what
 * the function makes of none. Rows are combined where they are first, in one step, for a runner
 * touches each row once a step.
 *
 * <p>DirectRunner makes the default of a window that nothing came to only when its watermark
 * passes, and wakes the steps that wait for it only if some step has given rows since. If the last
 * one to run waited for such a window itself and gave none, they are never woken: of graphs with
 * six such steps in a row nine in ten hung, and of graphs with marks none. So there are no defaults
 * here, and a mark counts as a part without rows.
 *
 * @param <T> a row
 * @param <A> what gathers rows
 * @param <O> what they are combined to
 */
public final class CombineWindows<T, A, O> extends PTransform<PCollection<T>, PCollection<O>> {
  private static final long serialVersionUID = 1L;

  private final CombineFn<T, A, O> combine;
  private final transient PCollection<?> marks;

  private CombineWindows(CombineFn<T, A, O> combine, PCollection<?> marks) {
    this.combine = combine;
    this.marks = marks;
  }

  /**
   * Combines rows by a function.
   *
   * @param marks one of each window that must not be left without, windowed as the rows are
   */
  public static <T, A, O> CombineWindows<T, A, O> marked(
      CombineFn<T, A, O> combine, PCollection<?> marks) {
    return new CombineWindows<>(combine, marks);
  }

  /** As {@link #marked} in the global window. */
  static <T, A, O> CombineWindows<T, A, O> once(CombineFn<T, A, O> combine, Pipeline pipeline) {
    return marked(combine, pipeline.apply("OnceAtLeast", Create.of("once")));
  }

  @Override
  public PCollection<O> expand(PCollection<T> rows) {
    Coder<A> parts;
    Coder<O> outputs;
    try {
      CoderRegistry registry = rows.getPipeline().getCoderRegistry();
      parts = combine.getAccumulatorCoder(registry, rows.getCoder());
      outputs = combine.getDefaultOutputCoder(registry, rows.getCoder());
    } catch (CannotProvideCoderException e) {
      throw new IllegalArgumentException(combine + " makes what has no coder", e);
    }
    PCollection<A> present =
        rows.apply("CombineBundles", ParDo.of(new BundleFn<>(combine))).setCoder(parts);
    return PCollectionList.of(present)
        .and(absent(marks, combine, parts))
        .apply("WithAbsent", Flatten.pCollections())
        .apply("Merge", Combine.globally(new MergeParts<>(combine, outputs)).withoutDefaults());
  }

  private static <M, A> PCollection<A> absent(
      PCollection<M> marks, CombineFn<?, A, ?> combine, Coder<A> parts) {
    return marks.apply("Absent", ParDo.of(new AbsentFn<M, A>(combine))).setCoder(parts);
  }

  private static final class AbsentFn<M, A> extends DoFn<M, A> {
    private static final long serialVersionUID = 1L;

    private final CombineFn<?, A, ?> combine;

    AbsentFn(CombineFn<?, A, ?> combine) {
      this.combine = combine;
    }

    @ProcessElement
    public void mark(OutputReceiver<A> output) {
      output.output(combine.createAccumulator());
    }
  }

  /** One part a bundle and window. */
  private static final class BundleFn<T, A> extends DoFn<T, A> {
    private static final long serialVersionUID = 1L;

    private final CombineFn<T, A, ?> combine;
    private transient @Nullable Map<BoundedWindow, A> parts;

    BundleFn(CombineFn<T, A, ?> combine) {
      this.combine = combine;
    }

    @StartBundle
    public void start() {
      parts = new HashMap<>();
    }

    @ProcessElement
    public void add(@Element T row, BoundedWindow window) {
      Objects.requireNonNull(parts)
          .compute(
              window,
              (any, part) ->
                  combine.addInput(part == null ? combine.createAccumulator() : part, row));
    }

    @FinishBundle
    public void finish(FinishBundleContext bundle) {
      Objects.requireNonNull(parts)
          .forEach(
              (window, part) ->
                  bundle.output(combine.compact(part), window.maxTimestamp(), window));
      parts = null;
    }
  }

  /** Combines what the rows of bundles have been combined to. */
  private static final class MergeParts<A, O> extends CombineFn<A, A, O> {
    private static final long serialVersionUID = 1L;

    private final CombineFn<?, A, O> combine;
    private final Coder<O> outputs;

    MergeParts(CombineFn<?, A, O> combine, Coder<O> outputs) {
      this.combine = combine;
      this.outputs = outputs;
    }

    @Override
    public A createAccumulator() {
      return combine.createAccumulator();
    }

    @Override
    public A addInput(A merged, A part) {
      return combine.mergeAccumulators(List.of(merged, part));
    }

    @Override
    public A mergeAccumulators(Iterable<A> parts) {
      return combine.mergeAccumulators(parts);
    }

    @Override
    public A compact(A merged) {
      return combine.compact(merged);
    }

    @Override
    public O extractOutput(A merged) {
      return combine.extractOutput(merged);
    }

    @Override
    public Coder<A> getAccumulatorCoder(CoderRegistry registry, Coder<A> parts) {
      return parts;
    }

    @Override
    public Coder<O> getDefaultOutputCoder(CoderRegistry registry, Coder<A> parts) {
      return outputs;
    }

    @Override
    public TypeDescriptor<O> getOutputType() {
      return combine.getOutputType();
    }
  }
}
