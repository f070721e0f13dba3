package dev.tipoff.transforms.slate;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithTimestamps;
import org.apache.beam.sdk.transforms.windowing.CalendarWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;

/**
 * Puts each row into the window of its slate: the day in New York, with the slate's last
 * millisecond as the row's time. A day has one such window and a season about 170, and the steps
 * after it are the same.
 */
@AutoValue
public abstract class SlateWindows<T> extends PTransform<PCollection<T>, PCollection<T>> {
  abstract SerializableFunction<T, GameDay> slate();

  public static <T> SlateWindows<T> by(SerializableFunction<T, GameDay> slate) {
    return new AutoValue_SlateWindows<>(slate);
  }

  /** The windows of all slates. */
  public static CalendarWindows.DaysWindows windows() {
    return CalendarWindows.days(1).withTimeZone(GameDay.ZONE);
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    SerializableFunction<T, GameDay> slate = slate();
    return rows.apply("AtSlateEnd", WithTimestamps.of(row -> slate.apply(row).lastInstant()))
        .apply("IntoSlates", Window.into(windows()));
  }
}
