package dev.tipoff.transforms.grouping;

import java.util.List;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reify;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.AfterPane;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Repeatedly;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.transforms.windowing.WindowFn;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Duration;

/**
 * {@link CombinedView} of what is read again and again: the rows of each round in a window of its
 * own, and as a side input of everything what a round is combined to, for {@link LookUp#newest}.
 *
 * @param <T> a row
 * @param <O> what the rows of a round are combined to
 */
public final class LatestView<T, O>
    extends PTransform<PCollection<T>, PCollectionView<Iterable<TimestampedValue<O>>>> {
  private static final long serialVersionUID = 1L;

  private final Combine.CombineFn<T, ?, O> combine;
  private final transient PCollection<?> rounds;

  private LatestView(Combine.CombineFn<T, ?, O> combine, PCollection<?> rounds) {
    this.combine = combine;
    this.rounds = rounds;
  }

  /**
   * Combines the rows of a round by a function.
   *
   * @param rounds one element a round, windowed as the rows are, for rounds without a row
   */
  public static <T, O> LatestView<T, O> of(
      Combine.CombineFn<T, ?, O> combine, PCollection<?> rounds) {
    return new LatestView<>(combine, rounds);
  }

  /** The rows of a round themselves, in no order. */
  public static <T> LatestView<T, List<T>> list(PCollection<?> rounds) {
    return of(new GatherList.Itself<>(), rounds);
  }

  /** Windows that have news as soon as they come, and that end without any. */
  public static <T> Window<T> newestIn(WindowFn<Object, ?> windows) {
    return Window.<T>into(windows)
        .triggering(Repeatedly.forever(AfterPane.elementCountAtLeast(1)))
        .withOnTimeBehavior(Window.OnTimeBehavior.FIRE_IF_NON_EMPTY)
        .withAllowedLateness(Duration.ZERO)
        .discardingFiredPanes();
  }

  @Override
  public PCollectionView<Iterable<TimestampedValue<O>>> expand(PCollection<T> rows) {
    return rows.apply("Combine", CombineWindows.marked(combine, rounds))
        .apply("Times", Reify.timestamps())
        .apply("OfAllTimes", newestIn(new GlobalWindows()))
        .apply("Latest", View.asIterable());
  }
}
