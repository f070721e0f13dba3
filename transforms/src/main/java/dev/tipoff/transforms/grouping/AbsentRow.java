package dev.tipoff.transforms.grouping;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Rows, and for every mark a null in its window: a side input that is made from them is made like
 * any other even if no row comes. Combine them with {@link PresentRows}.
 *
 * <p>DirectRunner makes the default of a window that nothing came to only when its watermark
 * passes, and wakes the steps that wait for it only if some step has given rows since. If the last
 * one to run waited for such a window itself and gave none, they are never woken: of graphs with
 * six such steps in a row nine in ten hung, and of graphs with marks none.
 *
 * @param <T> a row
 */
public final class AbsentRow<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final transient PCollection<?> marks;

  private AbsentRow(PCollection<?> marks) {
    this.marks = marks;
  }

  /**
   * @param marks one of each window that must not be left without, windowed as the rows are
   */
  public static <T> AbsentRow<T> forEach(PCollection<?> marks) {
    return new AbsentRow<>(marks);
  }

  /** One null, in the global window. */
  static <T> AbsentRow<T> once(Pipeline pipeline) {
    return forEach(pipeline.apply("OnceAtLeast", Create.of("once")));
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    Coder<T> coder = NullableCoder.of(rows.getCoder());
    PCollection<T> present =
        rows.apply(
                "Present",
                MapElements.into(rows.getTypeDescriptor())
                    .via((SerializableFunction<T, T>) row -> row))
            .setCoder(coder);
    return PCollectionList.of(present)
        .and(absent(marks, coder))
        .apply("WithAbsent", Flatten.pCollections());
  }

  private static <M, T> PCollection<T> absent(PCollection<M> marks, Coder<T> coder) {
    return marks.apply("Absent", ParDo.of(new AbsentFn<M, T>())).setCoder(coder);
  }

  private static final class AbsentFn<M, T> extends DoFn<M, T> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    @SuppressWarnings("NullAway") // An absent row is what marks the window; its coder allows it.
    public void mark(OutputReceiver<T> output) {
      output.output(null);
    }
  }
}
