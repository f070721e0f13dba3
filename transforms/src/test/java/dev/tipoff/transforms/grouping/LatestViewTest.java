package dev.tipoff.transforms.grouping;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

/** A round every ten minutes, and somebody who asks in between. */
public class LatestViewTest implements Serializable {
  private static final Instant START = Instant.parse("2026-01-14T22:00:00Z");
  private static final Duration EVERY = Duration.standardMinutes(10);

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static TimestampedValue<String> at(int minute, String element) {
    return TimestampedValue.of(element, START.plus(Duration.standardMinutes(minute)));
  }

  private static Instant after(int minutes) {
    return START.plus(Duration.standardMinutes(minutes));
  }

  private static final class AskFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    private final LookUp<List<String>> view;

    AskFn(LookUp<List<String>> view) {
      this.view = view;
    }

    @ProcessElement
    public void ask(ProcessContext process) {
      process.output(process.element() + ": " + view.in(process).stream().sorted().toList());
    }
  }

  @Test
  public void whoAsksIsToldTheRowsOfTheLastRound() {
    TestStream<String> events =
        TestStream.create(StringUtf8Coder.of())
            .addElements(at(0, "round"), at(0, "row a"))
            .advanceWatermarkTo(after(10))
            .addElements(at(11, "ask first"))
            .addElements(at(12, "round"), at(12, "row b"), at(13, "row c"))
            .addElements(at(14, "ask before the second is complete"))
            .advanceWatermarkTo(after(20))
            .addElements(at(21, "ask second"), at(22, "round"))
            .advanceWatermarkTo(after(30))
            .addElements(at(31, "ask third"))
            .advanceWatermarkToInfinity();
    PAssert.that(answers(events))
        .containsInAnyOrder(
            "ask first: [row a]",
            "ask before the second is complete: [row a]",
            "ask second: [row b, row c]",
            "ask third: []");
    pipeline.run().waitUntilFinish();
  }

  /** Two rounds that end in one step, as after a stop: Beam's singleton would refuse them. */
  @Test
  public void ofRoundsThatComeTogetherTheNewestIsTold() {
    TestStream<String> events =
        TestStream.create(StringUtf8Coder.of())
            .addElements(at(12, "round"), at(12, "row new"), at(0, "round"), at(0, "row old"))
            .advanceWatermarkTo(after(20))
            .addElements(at(21, "ask"))
            .advanceWatermarkToInfinity();
    PAssert.that(answers(events)).containsInAnyOrder("ask: [row new]");
    pipeline.run().waitUntilFinish();
  }

  private PCollection<String> answers(TestStream<String> events) {
    PCollection<String> all = pipeline.apply(events);
    PCollection<String> windowed = all.apply("Windows", Window.into(FixedWindows.of(EVERY)));
    PCollection<String> rounds =
        windowed.apply("Rounds", Filter.by(event -> event.equals("round")));
    LookUp<List<String>> view =
        LookUp.newest(
            windowed
                .apply("Rows", Filter.by(event -> event.startsWith("row")))
                .apply("View", LatestView.list(rounds)));
    return all.apply("Questions", Filter.by(event -> event.startsWith("ask")))
        .apply("Everything", Window.into(new GlobalWindows()))
        .apply("Ask", ParDo.of(new AskFn(view)).withSideInputs(view.view()));
  }
}
