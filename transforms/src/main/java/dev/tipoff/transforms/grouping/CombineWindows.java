package dev.tipoff.transforms.grouping;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

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

  /** The key of all rows of a window. */
  private static final int ALL = 0;

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
    Coder<KV<Integer, A>> coder = KvCoder.of(VarIntCoder.of(), parts);
    PCollection<KV<Integer, A>> present =
        rows.apply(
                "CombineBundles",
                ParDo.of(new CombineBundlesFn<>(combine, row -> List.of(KV.of(ALL, row)))))
            .setCoder(coder);
    return PCollectionList.of(present)
        .and(absent(marks, combine, coder))
        .apply("WithAbsent", Flatten.pCollections())
        .apply("Group", GroupByKey.create())
        .apply("Merge", ParDo.of(new MergePartsFn<>(combine)))
        .setCoder(KvCoder.of(VarIntCoder.of(), outputs))
        .apply("Value", Values.create());
  }

  private static <M, A> PCollection<KV<Integer, A>> absent(
      PCollection<M> marks, CombineFn<?, A, ?> combine, Coder<KV<Integer, A>> coder) {
    return marks.apply("Absent", ParDo.of(new AbsentFn<M, A>(combine))).setCoder(coder);
  }

  private static final class AbsentFn<M, A> extends DoFn<M, KV<Integer, A>> {
    private static final long serialVersionUID = 1L;

    private final CombineFn<?, A, ?> combine;

    AbsentFn(CombineFn<?, A, ?> combine) {
      this.combine = combine;
    }

    @ProcessElement
    public void mark(OutputReceiver<KV<Integer, A>> output) {
      output.output(KV.of(ALL, combine.createAccumulator()));
    }
  }
}
