package dev.tipoff.transforms.grouping;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.slate.SlateWindows;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Rows that wait for the end of others. */
public class HoldUntilTest implements Serializable {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final AtomicInteger PASSED = new AtomicInteger();

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  @Before
  public void forget() {
    PASSED.set(0);
  }

  /** Takes its time over each of the others. */
  private static final class SlowFn extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void pass(@Element Integer number, OutputReceiver<Integer> output)
        throws InterruptedException {
      Thread.sleep(40);
      PASSED.incrementAndGet();
      output.output(number);
    }
  }

  /** How many of the others had passed when a row came. */
  private static final class PassedFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void count(@Element String row, OutputReceiver<String> output) {
      output.output(row + " after " + PASSED.get());
    }
  }

  private PCollection<Integer> slow() {
    return pipeline
        .apply("Others", Create.of(1, 2, 3, 4, 5, 6))
        .apply("Slow", ParDo.of(new SlowFn()));
  }

  @Test
  public void rowsComeOnceNothingMoreComesOfTheOthers() {
    PAssert.that(
            pipeline
                .apply("Rows", Create.of("a", "b", "a"))
                .apply("Hold", HoldUntil.done(slow()))
                .apply("Count", ParDo.of(new PassedFn())))
        .containsInAnyOrder("a after 6", "b after 6", "a after 6");
    pipeline.run();
  }

  @Test
  public void rowsComeOnceASideInputIsMade() {
    PCollectionView<List<Integer>> view = slow().apply("View", CombinedView.list());
    PAssert.that(
            pipeline
                .apply("Rows", Create.of("a", "b"))
                .apply("Hold", HoldUntil.<String>made(view).spread(String::hashCode))
                .apply("Count", ParDo.of(new PassedFn())))
        .containsInAnyOrder("a after 6", "b after 6");
    pipeline.run();
  }

  @Test
  public void othersWithoutARowHoldNothingUp() {
    PAssert.that(
            pipeline
                .apply("Rows", Create.of("a"))
                .apply(
                    "Hold", HoldUntil.done(pipeline.apply("None", Create.empty(VarIntCoder.of())))))
        .containsInAnyOrder("a");
    pipeline.run();
  }

  /** "window row". */
  private static final class WindowFn extends DoFn<GameDay, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void say(@Element GameDay day, BoundedWindow window, OutputReceiver<String> output) {
      output.output(day + " from " + ((IntervalWindow) window).start());
    }
  }

  @Test
  public void rowsStayInTheirSlates() {
    PCollection<GameDay> days =
        pipeline
            .apply("Days", Create.of(SlateRange.of(DAY, DAY.plusDays(1)).days()))
            .apply("Slates", SlateWindows.by(day -> day));
    PCollection<GameDay> others =
        pipeline.apply("Other", Create.of(DAY)).apply("OtherSlates", SlateWindows.by(day -> day));
    PAssert.that(days.apply("Hold", HoldUntil.done(others)).apply("Say", ParDo.of(new WindowFn())))
        .containsInAnyOrder(
            DAY + " from " + DAY.firstInstant(),
            DAY.plusDays(1) + " from " + DAY.plusDays(1).firstInstant());
    pipeline.run();
  }
}
