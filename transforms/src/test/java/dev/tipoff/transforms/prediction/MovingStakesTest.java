package dev.tipoff.transforms.prediction;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.tip;

import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.slate.OwnSlateWindows;
import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

/** Which predictions of a stream are published, with which stakes and times. */
public class MovingStakesTest {
  private static final Duration PATIENCE = Duration.standardSeconds(1);
  private static final Duration LONGER = Duration.standardSeconds(3);
  private static final Instant NOON = tip(DAY).minus(Duration.standardHours(5));

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static TestStream.Builder<Prediction> stream() {
    return TestStream.create(RowShape.coder(Prediction.class));
  }

  private static Prediction bet(PlayerKey player, double stake, int minutes) {
    return LimitStakesTest.bet(player, Market.POINTS, 0.05, stake)
        .setAsOf(NOON.plus(Duration.standardMinutes(minutes)))
        .build();
  }

  /** {@code 900001 0.04 +2}: the player, his stake, and how many milliseconds after noon. */
  private PCollection<String> published(TestStream<Prediction> made) {
    return pipeline
        .apply(made)
        .apply(OwnSlateWindows.by(Prediction::getGameDate))
        .apply(MovingStakes.of(0.05, PATIENCE))
        .apply(
            MapElements.into(TypeDescriptors.strings())
                .via(
                    row ->
                        String.format(
                            "%s %.3f +%d",
                            row.getPlayer().getId(),
                            row.getStake(),
                            row.getAsOf().getMillis() - NOON.getMillis())));
  }

  @Test
  public void aBetThatComesMovesTheStakesOfTheOthers() {
    PCollection<String> rows =
        published(
            stream()
                .addElements(bet(ZED, 0.04, 0))
                .advanceProcessingTime(LONGER)
                .addElements(bet(MOE, 0.04, 1))
                .advanceProcessingTime(LONGER)
                .advanceWatermarkToInfinity());
    PAssert.that(rows)
        .containsInAnyOrder(
            ZED.getId() + " 0.040 +0",
            ZED.getId() + " 0.025 +60000",
            MOE.getId() + " 0.025 +60000");
    pipeline.run();
  }

  @Test
  public void whatSaysNothingNewIsNotPublishedAgain() {
    PCollection<String> rows =
        published(
            stream()
                .addElements(bet(ZED, 0.01, 0))
                .advanceProcessingTime(LONGER)
                .addElements(bet(ZED, 0.01, 5))
                .advanceProcessingTime(LONGER)
                .advanceWatermarkToInfinity());
    PAssert.that(rows).containsInAnyOrder(ZED.getId() + " 0.010 +0");
    pipeline.run();
  }

  /** A stored prediction is never rewritten, so one of the same time would be lost. */
  @Test
  public void eachPublicationIsLaterThanTheOneBefore() {
    PCollection<String> rows =
        published(
            stream()
                .addElements(bet(ZED, 0.01, 0))
                .advanceProcessingTime(LONGER)
                .addElements(bet(ZED, 0.02, 0))
                .advanceProcessingTime(LONGER)
                .advanceWatermarkToInfinity());
    PAssert.that(rows).containsInAnyOrder(ZED.getId() + " 0.010 +0", ZED.getId() + " 0.020 +1");
    pipeline.run();
  }

  @Test
  public void whatIsPendingAtADrainIsPublished() {
    PCollection<String> rows =
        published(stream().addElements(bet(ZED, 0.01, 0)).advanceWatermarkToInfinity());
    PAssert.that(rows).containsInAnyOrder(ZED.getId() + " 0.010 +0");
    pipeline.run();
  }

  @Test
  public void nothingIsPublishedAsOfTheTip() {
    Prediction last = bet(ZED, 0.01, 0).toBuilder().setAsOf(tip(DAY).minus(1)).build();
    PCollection<String> rows =
        published(
            stream()
                .addElements(last)
                .advanceProcessingTime(LONGER)
                .addElements(last.toBuilder().setStake(0.02).build())
                .advanceProcessingTime(LONGER)
                .advanceWatermarkToInfinity());
    PAssert.that(rows)
        .containsInAnyOrder(
            ZED.getId() + " 0.010 +" + (tip(DAY).getMillis() - NOON.getMillis() - 1));
    pipeline.run();
  }
}
