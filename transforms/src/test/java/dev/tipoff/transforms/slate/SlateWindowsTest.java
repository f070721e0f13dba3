package dev.tipoff.transforms.slate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class SlateWindowsTest implements Serializable {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  /** The row, its time and its window. */
  private static final class DescribeFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void describe(
        @Element String row,
        @Timestamp Instant time,
        BoundedWindow window,
        OutputReceiver<String> output) {
      IntervalWindow slate = (IntervalWindow) window;
      output.output(row + " at " + time + " in " + slate.start() + " to " + slate.end());
    }
  }

  private PCollection<String> windowed(String... days) {
    return pipeline
        .apply(Create.of(List.of(days)))
        .apply(SlateWindows.by(GameDay::parse))
        .apply(ParDo.of(new DescribeFn()));
  }

  @Test
  public void aSlateIsADayInNewYorkAlsoWhenTheClocksChange() {
    PAssert.that(windowed("2024-01-10", "2024-03-09", "2024-03-10", "2024-03-11", "2024-11-03"))
        .containsInAnyOrder(
            "2024-01-10 at 2024-01-11T04:59:59.999Z"
                + " in 2024-01-10T05:00:00.000Z to 2024-01-11T05:00:00.000Z",
            "2024-03-09 at 2024-03-10T04:59:59.999Z"
                + " in 2024-03-09T05:00:00.000Z to 2024-03-10T05:00:00.000Z",
            "2024-03-10 at 2024-03-11T03:59:59.999Z"
                + " in 2024-03-10T05:00:00.000Z to 2024-03-11T04:00:00.000Z",
            "2024-03-11 at 2024-03-12T03:59:59.999Z"
                + " in 2024-03-11T04:00:00.000Z to 2024-03-12T04:00:00.000Z",
            "2024-11-03 at 2024-11-04T04:59:59.999Z"
                + " in 2024-11-03T04:00:00.000Z to 2024-11-04T05:00:00.000Z");
    pipeline.run();
  }

  @Test
  public void rowsOfASlateShareItsWindow() {
    IntervalWindow window =
        new IntervalWindow(
            GameDay.parse("2024-03-10").firstInstant(), GameDay.parse("2024-03-11").firstInstant());
    PCollection<String> rows =
        pipeline
            .apply(Create.of("2024-03-10", "2024-03-11", "2024-03-10"))
            .apply(SlateWindows.by(GameDay::parse));
    PAssert.that(rows).inWindow(window).containsInAnyOrder("2024-03-10", "2024-03-10");
    pipeline.run();
  }

  @Test
  public void rowsThatAreInTheirSlateStayThere() {
    PCollection<String> again =
        pipeline
            .apply(Create.of("2024-11-03"))
            .apply("Once", SlateWindows.by(GameDay::parse))
            .apply("Twice", SlateWindows.by(GameDay::parse))
            .apply(ParDo.of(new DescribeFn()));
    PAssert.that(again)
        .containsInAnyOrder(
            "2024-11-03 at 2024-11-04T04:59:59.999Z"
                + " in 2024-11-03T04:00:00.000Z to 2024-11-04T05:00:00.000Z");
    pipeline.run();
  }

  @Property(tries = 300)
  void everyDayEndsInItsOwnWindow(@ForAll @LongRange(min = 14_000, max = 25_000) long epochDay) {
    GameDay day = GameDay.ofEpochDay(epochDay);
    IntervalWindow window = SlateWindows.windows().assignWindow(day.lastInstant());
    assertThat(window, is(new IntervalWindow(day.firstInstant(), day.plusDays(1).firstInstant())));
    assertThat(window.maxTimestamp(), is(day.lastInstant()));
    assertThat(GameDay.ofTip(day.lastInstant()), is(day));
    assertThat(GameDay.ofTip(day.firstInstant()), is(day));
  }
}
