package dev.tipoff.transforms.slate;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.NonMergingWindowFn;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.transforms.windowing.WindowFn;
import org.apache.beam.sdk.transforms.windowing.WindowMappingFn;
import org.apache.beam.sdk.values.PCollection;

/**
 * {@link SlateWindows} of a stream: each row in the window of its slate with the time that it has,
 * even if that is on the day before. A row that is on its way holds the stream's time back to when
 * it came, so that nothing is closed before it arrives.
 */
@AutoValue
public abstract class OwnSlateWindows<T> extends PTransform<PCollection<T>, PCollection<T>> {
  abstract SerializableFunction<T, GameDay> slate();

  public static <T> OwnSlateWindows<T> by(SerializableFunction<T, GameDay> slate) {
    return new AutoValue_OwnSlateWindows<>(slate);
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    return rows.apply("IntoSlates", Window.into(new OwnSlateFn<>(slate())));
  }

  private static final class OwnSlateFn<T> extends NonMergingWindowFn<T, IntervalWindow> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, GameDay> slate;

    OwnSlateFn(SerializableFunction<T, GameDay> slate) {
      this.slate = slate;
    }

    @Override
    public Collection<IntervalWindow> assignWindows(AssignContext context) {
      GameDay day = slate.apply(context.element());
      return List.of(new IntervalWindow(day.firstInstant(), day.plusDays(1).firstInstant()));
    }

    @Override
    public boolean isCompatible(WindowFn<?, ?> other) {
      return other instanceof OwnSlateFn<?>;
    }

    @Override
    public Coder<IntervalWindow> windowCoder() {
      return IntervalWindow.getCoder();
    }

    @Override
    public WindowMappingFn<IntervalWindow> getDefaultWindowMappingFn() {
      throw new UnsupportedOperationException("a row's slate is not known of its time");
    }
  }
}
