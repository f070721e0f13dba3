package dev.tipoff.transforms.odds;

import static dev.tipoff.transforms.odds.Offers.EARLY;
import static dev.tipoff.transforms.odds.Offers.LATER;
import static dev.tipoff.transforms.odds.Offers.TIP;
import static dev.tipoff.transforms.odds.Offers.offer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.slate.OwnSlateWindows;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

/** What a stream of moves says, and when. */
public class MovingConsensusTest {
  private static final Duration PATIENCE = Duration.standardSeconds(1);
  private static final Duration LONGER = Duration.standardSeconds(3);

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static TestStream.Builder<PropLine> stream() {
    return TestStream.create(RowShape.coder(PropLine.class)).advanceWatermarkTo(EARLY.minus(1));
  }

  private PCollection<KV<Instant, ConsensusLine>> moving(TestStream<PropLine> moves) {
    return pipeline
        .apply(moves)
        .apply(OwnSlateWindows.by(PropLine::getGameDate))
        .apply(MovingConsensus.of(Devig.POWER, PATIENCE));
  }

  /** {@code 24.5 of 2}: the line, and how many books it is of. */
  private static PCollection<String> lines(PCollection<KV<Instant, ConsensusLine>> consensus) {
    return consensus.apply(
        MapElements.into(TypeDescriptors.strings())
            .via(
                each ->
                    each.getValue().getMarket().id()
                        + " "
                        + each.getValue().getLine().getValue()
                        + " of "
                        + each.getValue().getBooks()));
  }

  private static PropLine move(String book, double line, Instant seen) {
    return offer(book, line).setSnapshotTime(seen).build();
  }

  private long count(PipelineResult result, String name) {
    return StreamSupport.stream(
            result
                .metrics()
                .queryMetrics(
                    MetricsFilter.builder()
                        .addNameFilter(MetricNameFilter.named(MovingConsensus.COUNTERS, name))
                        .build())
                .getCounters()
                .spliterator(),
            false)
        .mapToLong(MetricResult::getAttempted)
        .sum();
  }

  @Test
  public void booksOfOneSnapshotAreOneMoveAndTheNextIsAnother() {
    PCollection<String> lines =
        lines(
            moving(
                stream()
                    .addElements(move("alphabet", 22.5, EARLY), move("betamax", 22.5, EARLY))
                    .advanceProcessingTime(LONGER)
                    .addElements(move("betamax", 24.5, LATER))
                    .advanceProcessingTime(LONGER)
                    .advanceWatermarkToInfinity()));
    PAssert.that(lines).containsInAnyOrder("points 22.5 of 2", "points 22.5 of 2");
    pipeline.run();
  }

  @Test
  public void onlyThoseThatAMoveTouchesAreLookedAt() {
    PCollection<String> lines =
        lines(
            moving(
                stream()
                    .addElements(
                        move("alphabet", 22.5, EARLY),
                        offer("alphabet", 8.5).setMarket(Market.REBOUNDS).build())
                    .advanceProcessingTime(LONGER)
                    .addElements(move("alphabet", 23.5, LATER))
                    .advanceProcessingTime(LONGER)
                    .advanceWatermarkToInfinity()));
    PAssert.that(lines)
        .containsInAnyOrder("points 22.5 of 1", "rebounds 8.5 of 1", "points 23.5 of 1");
    pipeline.run();
  }

  @Test
  public void anOlderMoveAndACopyAreNoNews() {
    PropLine newest = move("alphabet", 23.5, LATER);
    PCollection<String> lines =
        lines(
            moving(
                stream()
                    .addElements(newest)
                    .advanceProcessingTime(LONGER)
                    .addElements(move("alphabet", 21.5, EARLY), newest)
                    .advanceProcessingTime(LONGER)
                    .advanceWatermarkToInfinity()));
    PAssert.that(lines).containsInAnyOrder("points 23.5 of 1");
    PipelineResult result = pipeline.run();
    assertThat(count(result, "outdated"), is(2L));
  }

  @Test
  public void itIsAsOfTheNewestOffer() {
    PCollection<Instant> times =
        moving(
                stream()
                    .addElements(move("alphabet", 22.5, EARLY), move("betamax", 22.5, LATER))
                    .advanceWatermarkToInfinity())
            .apply(
                MapElements.into(new org.apache.beam.sdk.values.TypeDescriptor<Instant>() {})
                    .via(KV::getKey));
    PAssert.that(times).containsInAnyOrder(LATER);
    pipeline.run();
  }

  /** The stream's time says that the game is under way: who comes now comes too late. */
  @Test
  public void afterTheTipAGameIsClosed() {
    PCollection<String> lines =
        lines(
            moving(
                stream()
                    .addElements(move("alphabet", 22.5, EARLY))
                    .advanceWatermarkTo(TIP.plus(1))
                    .addElements(move("alphabet", 29.5, LATER))
                    .advanceProcessingTime(LONGER)
                    .advanceWatermarkToInfinity()));
    PAssert.that(lines).containsInAnyOrder("points 22.5 of 1");
    PipelineResult result = pipeline.run();
    assertThat(count(result, "late"), is(1L));
  }

  @Test
  public void whatWasSeenAfterTheTipIsInvisible() {
    PCollection<String> lines =
        lines(
            moving(
                stream()
                    .addElements(move("alphabet", 22.5, EARLY))
                    .addElements(
                        offer("betamax", 29.5)
                            .setTipTime(TIP.plus(60_000))
                            .setSnapshotTime(TIP.plus(1))
                            .build())
                    .advanceProcessingTime(LONGER)
                    .advanceWatermarkToInfinity()));
    PAssert.that(lines).containsInAnyOrder("points 22.5 of 1");
    pipeline.run();
  }

  /** A feed that learns of an earlier tip changes what is said of everybody in the game. */
  @Test
  public void theEarliestTipThatAnyLineStatesHoldsForAll() {
    PCollection<String> tips =
        moving(
                stream()
                    .addElements(offer("alphabet", 22.5).setTipTime(TIP.plus(1800_000)).build())
                    .advanceProcessingTime(LONGER)
                    .addElements(offer("alphabet", 8.5).setMarket(Market.REBOUNDS).build())
                    .advanceProcessingTime(LONGER)
                    .advanceWatermarkToInfinity())
            .apply(
                MapElements.into(TypeDescriptors.strings())
                    .via(
                        each ->
                            each.getValue().getMarket().id() + " " + each.getValue().getTipTime()));
    PAssert.that(tips)
        .containsInAnyOrder("points " + TIP.plus(1800_000), "points " + TIP, "rebounds " + TIP);
    pipeline.run();
  }

  /** A drain ends the stream's time at once. */
  @Test
  public void whatIsPendingAtADrainIsSaid() {
    PCollection<String> lines =
        lines(
            moving(
                stream().addElements(move("alphabet", 22.5, EARLY)).advanceWatermarkToInfinity()));
    PAssert.that(lines).containsInAnyOrder("points 22.5 of 1");
    pipeline.run();
  }

  /** With a slate its state goes, so that none grows with the season. */
  @Test
  public void ofASlateThatIsOverNothingIsKept() {
    PCollection<String> lines =
        lines(
            moving(
                stream()
                    .addElements(move("alphabet", 22.5, EARLY))
                    .advanceWatermarkTo(Offers.DAY.plusDays(1).firstInstant().plus(1))
                    .addElements(move("betamax", 29.5, LATER))
                    .advanceProcessingTime(LONGER)
                    .advanceWatermarkToInfinity()));
    PAssert.that(lines).containsInAnyOrder("points 22.5 of 1");
    PipelineResult result = pipeline.run();
    // It came to no step of ours: the runner has closed the window, and its state with it.
    assertThat(count(result, "moves"), is(1L));
  }

  /** Whatever the order, however often: the last word is the batch's. */
  @Test
  public void theLastWordIsThatOfTheBatch() {
    List<PropLine> moves = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      moves.add(
          offer(
                  List.of("alphabet", "betamax", "gammaray").get(random.nextInt(3)),
                  20.5 + random.nextInt(5))
              .setOverOdds(AmericanOdds.of(List.of(-120, -110, 100).get(random.nextInt(3))))
              .setSnapshotTime(EARLY.plus(60_000L * random.nextInt(60)))
              .build());
    }
    ConsensusLine expected = Consensus.of(MainLines.of(moves), Devig.POWER);
    List<PropLine> shuffled = new ArrayList<>(moves);
    shuffled.addAll(moves);
    Collections.shuffle(shuffled, random);
    TestStream.Builder<PropLine> stream = stream();
    for (PropLine move : shuffled) {
      stream = stream.addElements(move);
    }
    PCollection<ConsensusLine> said =
        moving(stream.advanceWatermarkToInfinity())
            .apply(
                MapElements.into(org.apache.beam.sdk.values.TypeDescriptor.of(ConsensusLine.class))
                    .via(KV::getValue));
    PAssert.that(said).containsInAnyOrder(expected);
    pipeline.run();
  }
}
