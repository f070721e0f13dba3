package dev.tipoff.transforms.grouping;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TimestampedValue;

/**
 * What a step looks up in a side input: its one value, or of those that were made in turn the
 * newest. A step is the same whether its side input is made once or again and again.
 *
 * @param <T> what is looked up
 */
public final class LookUp<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<?> view;
  private final Reading<T> reading;

  /** How a step gets at what it looks up. */
  private interface Reading<T> extends Serializable {
    T in(DoFn<?, ?>.ProcessContext process);
  }

  private LookUp(PCollectionView<?> view, Reading<T> reading) {
    this.view = view;
    this.reading = reading;
  }

  /** Of a side input that has one value. */
  public static <T> LookUp<T> of(PCollectionView<T> view) {
    return new LookUp<>(view, process -> process.sideInput(view));
  }

  /**
   * Of a side input to which values come in turn. A runner that lags behind shows a step several at
   * once, which is more than Beam's singletons bear.
   *
   * @param view each value with the time of its round
   */
  public static <T> LookUp<T> newest(PCollectionView<Iterable<TimestampedValue<T>>> view) {
    return new LookUp<>(
        view,
        process ->
            StreamSupport.stream(process.sideInput(view).spliterator(), false)
                .max(Comparator.comparing(TimestampedValue::getTimestamp))
                .orElseThrow(() -> new IllegalStateException("no round is there yet"))
                .getValue());
  }

  /** What a step must declare. */
  public PCollectionView<?> view() {
    return view;
  }

  /** The value for the element that is being processed. */
  public T in(DoFn<?, ?>.ProcessContext process) {
    return reading.in(process);
  }
}
