package dev.tipoff.transforms.slate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.grouping.LookUp;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class SlateMapViewTest implements Serializable {
  private static final GameDay START = GameDay.parse("2024-02-20");

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  /** Rows are "day|key|value". */
  private static String part(String row, int index) {
    return row.split("\\|", -1)[index];
  }

  private static SlateWindows<String> slates() {
    return SlateWindows.by(row -> GameDay.parse(part(row, 0)));
  }

  private static SlateMapView<String, String> byKey() {
    return SlateMapView.by(SlateRange.of(START, START.plusDays(60)), row -> part(row, 1));
  }

  /** What the slate of the asker knows of the key. */
  private static final class AskFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    private final LookUp<SlateMap<String, String>> view;

    AskFn(PCollectionView<SlateMap<String, String>> view) {
      this(LookUp.of(view));
    }

    AskFn(LookUp<SlateMap<String, String>> view) {
      this.view = view;
    }

    @ProcessElement
    public void ask(ProcessContext process) {
      SlateMap<String, String> slate = view.in(process);
      SlateMap.Found<String> found = slate.find(part(process.element(), 1));
      String answer =
          found instanceof SlateMap.Value<String> known
              ? part(known.value(), 2)
              : found.getClass().getSimpleName() + (slate.isEmpty() ? " of none" : "");
      process.output(process.element() + ": " + answer);
    }
  }

  private PCollection<String> answers(List<String> rows, List<String> questions) {
    PCollectionView<SlateMap<String, String>> view =
        pipeline.apply("Rows", Create.of(rows)).apply("RowSlates", slates()).apply("View", byKey());
    return pipeline
        .apply("Questions", Create.of(questions))
        .apply("QuestionSlates", slates())
        .apply(ParDo.of(new AskFn(view)).withSideInputs(view));
  }

  @Test
  public void aSlateKnowsItsOwnRowsOnly() {
    PAssert.that(
            answers(
                List.of(
                    "2024-03-09|zed|1", "2024-03-10|zed|2", "2024-03-10|moe|3", "2024-03-10|moe|4"),
                List.of(
                    "2024-03-09|zed",
                    "2024-03-10|zed",
                    "2024-03-10|moe",
                    "2024-03-10|ann",
                    "2024-03-11|zed")))
        .containsInAnyOrder(
            "2024-03-09|zed: 1",
            "2024-03-10|zed: 2",
            "2024-03-10|moe: Duplicate",
            "2024-03-10|ann: Missing",
            "2024-03-11|zed: Missing of none");
    pipeline.run();
  }

  @Test
  public void thirtyShuffledSlatesDoNotMix() {
    List<String> rows = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      for (int player = 0; player < 20; player++) {
        String key = START.plusDays(day) + "|" + player;
        rows.add(key + "|" + day * 100 + player);
        questions.add(key);
        expected.add(key + ": " + day * 100 + player);
      }
    }
    Collections.shuffle(rows, new Random(1));
    Collections.shuffle(questions, new Random(2));
    PAssert.that(answers(rows, questions)).containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  public void thereIsOneMapASlate() {
    PCollectionView<SlateMap<String, String>> view =
        pipeline
            .apply("Rows", Create.of("2024-03-09|zed|1", "2024-03-10|zed|2", "2024-03-10|moe|3"))
            .apply("RowSlates", slates())
            .apply("View", byKey());
    PAssert.that(
            pipeline
                .apply("Days", Create.of("2024-03-09", "2024-03-10", "2024-03-12"))
                .apply("DaySlates", SlateWindows.by(GameDay::parse))
                .apply(
                    ParDo.of(
                            new DoFn<String, String>() {
                              @ProcessElement
                              public void count(ProcessContext process) {
                                process.output(
                                    process.element()
                                        + " "
                                        + process.sideInput(view).keys().size());
                              }
                            })
                        .withSideInputs(view)))
        .containsInAnyOrder("2024-03-09 1", "2024-03-10 2", "2024-03-12 0");
    pipeline.run();
  }

  @Test
  public void withoutAnyRowEverySlateIsEmpty() {
    PCollectionView<SlateMap<String, String>> view =
        pipeline
            .apply("Rows", Create.of("2024-03-09|zed|1"))
            .apply(Filter.by(row -> false))
            .apply("RowSlates", slates())
            .apply("View", byKey());
    PAssert.that(
            pipeline
                .apply("Questions", Create.of("2024-03-09|zed"))
                .apply("QuestionSlates", slates())
                .apply(ParDo.of(new AskFn(view)).withSideInputs(view)))
        .containsInAnyOrder("2024-03-09|zed: Missing of none");
    pipeline.run();
  }

  /** The first round reads two slates; the second the later one again, and one that is new. */
  @Test
  public void ofEachSlateTheMapOfTheLastRoundThatReadItIsAsked() {
    Instant start = Instant.parse("2024-03-09T12:00:00Z");
    Duration hour = Duration.standardHours(1);
    TestStream<String> events =
        TestStream.create(StringUtf8Coder.of())
            .addElements(
                TimestampedValue.of("round|2024-03-09|2024-03-10", start),
                TimestampedValue.of("2024-03-09|zed|1", start),
                TimestampedValue.of("2024-03-10|zed|2", start))
            .advanceWatermarkTo(start.plus(hour))
            .addElements(
                TimestampedValue.of("2024-03-09|zed|?", start.plus(hour)),
                TimestampedValue.of("2024-03-10|zed|?", start.plus(hour)),
                TimestampedValue.of("round|2024-03-10|2024-03-11", start.plus(hour)),
                TimestampedValue.of("2024-03-10|zed|3", start.plus(hour)))
            .advanceWatermarkTo(start.plus(hour).plus(hour))
            .addElements(
                TimestampedValue.of("2024-03-10|zed|??", start.plus(hour).plus(hour)),
                TimestampedValue.of("2024-03-11|zed|??", start.plus(hour).plus(hour)),
                TimestampedValue.of("2024-03-09|zed|??", start.plus(hour).plus(hour)))
            .advanceWatermarkToInfinity();
    PCollection<String> all = pipeline.apply(events);
    PCollection<String> hours = all.apply("Hours", Window.into(FixedWindows.of(hour)));
    PCollection<SlateRange> rounds =
        hours
            .apply("IsRound", Filter.by(event -> event.startsWith("round")))
            .apply(
                "Rounds",
                MapElements.into(TypeDescriptor.of(SlateRange.class))
                    .via(
                        round ->
                            SlateRange.of(
                                GameDay.parse(part(round, 1)), GameDay.parse(part(round, 2)))))
            .setCoder(SerializableCoder.of(SlateRange.class));
    LookUp<SlateMap<String, String>> view =
        LookUp.newest(
            hours
                .apply("IsRow", Filter.by(event -> event.matches(".*[|]\\d")))
                .apply(
                    "View",
                    SlateMapView.latest(
                        rounds, row -> GameDay.parse(part(row, 0)), row -> part(row, 1))));
    PAssert.that(
            all.apply("IsQuestion", Filter.by(event -> event.endsWith("?")))
                .apply("QuestionSlates", OwnSlateWindows.by(row -> GameDay.parse(part(row, 0))))
                .apply("Ask", ParDo.of(new AskFn(view)).withSideInputs(view.view())))
        .containsInAnyOrder(
            "2024-03-09|zed|?: 1",
            "2024-03-10|zed|?: 2",
            "2024-03-10|zed|??: 3",
            "2024-03-11|zed|??: Missing of none",
            "2024-03-09|zed|??: 1");
    pipeline.run().waitUntilFinish();
  }

  @Test
  public void aMapSurvivesItsCoder() throws Exception {
    PCollectionView<SlateMap<String, String>> view =
        pipeline
            .apply("Rows", Create.of("2024-03-09|zed|1"))
            .apply("RowSlates", slates())
            .apply("View", byKey());
    pipeline.run();
    @SuppressWarnings("unchecked")
    Coder<SlateMap<String, String>> coder =
        (Coder<SlateMap<String, String>>) view.getPCollection().getCoder();
    assertThat(coder.toString(), coder.toString().contains(StringUtf8Coder.class.getSimpleName()));
    for (List<String> rows :
        List.of(
            ImmutableList.<String>of(),
            ImmutableList.of("d|zed|1"),
            ImmutableList.of("d|zed|1", "d|moe|1"),
            ImmutableList.of("d|zed|1", "d|moe|1", "d|zed|2", "d|zed|3"))) {
      SlateMap<String, String> map = new SlateMap<>();
      rows.forEach(row -> map.put(part(row, 1), row));
      assertThat(CoderUtils.clone(coder, map), is(map));
    }
  }
}
