package dev.tipoff.transforms.odds;

import static dev.tipoff.transforms.odds.Offers.EARLY;
import static dev.tipoff.transforms.odds.Offers.LATER;
import static dev.tipoff.transforms.odds.Offers.TIP;
import static dev.tipoff.transforms.odds.Offers.offer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Market;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class TraceLinesTest {
  private static final Instant BETWEEN = EARLY.plus(60_000);

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static PropLine at(Instant time, String book, double line) {
    return offer(book, line).setSnapshotTime(time).build();
  }

  private interface Check extends Serializable {
    void of(LineMovement movement);
  }

  private void traced(List<PropLine> lines, Check check) {
    PAssert.thatSingleton(
            pipeline.apply(Create.of(lines)).apply(TraceLines.with(Devig.MULTIPLICATIVE)))
        .satisfies(
            movement -> {
              check.of(movement);
              return null;
            });
    pipeline.run();
  }

  @Test
  public void aBooksLineStandsUntilItsNext() {
    traced(
        List.of(
            at(EARLY, "alphabet", 22.5), at(BETWEEN, "betamax", 24.5), at(LATER, "alphabet", 23.5)),
        movement -> {
          assertThat(movement.getTipTime(), is(TIP));
          assertThat(movement.getTimes(), contains(EARLY, BETWEEN, LATER));
          assertThat(movement.getLines(), contains(22.5, 23.5, 24.0));
          assertThat(movement.getBooks(), contains(1L, 2L, 2L));
        });
  }

  @Test
  public void onlyChangesAreKept() {
    traced(
        List.of(
            at(EARLY, "alphabet", 22.5),
            at(BETWEEN, "alphabet", 22.5),
            at(LATER, "alphabet", 23.5)),
        movement -> assertThat(movement.getTimes(), contains(EARLY, LATER)));
  }

  @Test
  public void aPriceThatLeansIsAChangeToo() {
    PropLine leaning =
        offer("alphabet", 22.5)
            .setSnapshotTime(LATER)
            .setOverOdds(AmericanOdds.of(-150))
            .setUnderOdds(AmericanOdds.of(130))
            .build();
    traced(
        List.of(at(EARLY, "alphabet", 22.5), leaning),
        movement -> {
          assertThat(movement.getLines(), contains(22.5, 22.5));
          assertThat(movement.getChances().get(0), is(closeTo(0.5, 1e-12)));
          double over = 150.0 / 250;
          double under = 100.0 / 230;
          assertThat(movement.getChances().get(1), is(closeTo(over / (over + under), 1e-12)));
        });
  }

  @Test
  public void aLineAtTheTipOrAfterItIsInvisible() {
    traced(
        List.of(
            at(EARLY, "alphabet", 22.5), at(TIP, "alphabet", 30.5), at(TIP.plus(1), "betamax", 31)),
        movement -> assertThat(movement.getLines(), contains(22.5)));
  }

  @Test
  public void theEarliestStatedTipCounts() {
    PropLine late = offer("betamax", 30.5).setSnapshotTime(LATER).setTipTime(TIP.plus(1)).build();
    PropLine early = offer("alphabet", 22.5).setTipTime(LATER).build();
    traced(
        List.of(early, late),
        movement -> {
          assertThat(movement.getTipTime(), is(LATER));
          assertThat(movement.getLines(), contains(22.5));
        });
  }

  @Test
  public void ofAPropThatWasSeenAfterItsTipOnlyThereIsNone() {
    PAssert.that(
            pipeline
                .apply(Create.of(at(TIP, "alphabet", 22.5)))
                .apply(TraceLines.with(Devig.POWER)))
        .empty();
    pipeline.run();
  }

  @Test
  public void marketsAreApartAndOrderAndCopiesChangeNothing() {
    List<PropLine> lines =
        List.of(
            at(EARLY, "alphabet", 22.5),
            at(LATER, "betamax", 24.5),
            at(LATER, "alphabet", 23.5),
            offer("alphabet", 4.5).setMarket(Market.ASSISTS).build());
    List<PropLine> again = new ArrayList<>(Lists.reverse(lines));
    again.addAll(lines);
    PAssert.that(
            pipeline
                .apply("Again", Create.of(again))
                .apply("TraceAgain", TraceLines.with(Devig.POWER)))
        .satisfies(
            movements -> {
              assertThat(Lists.newArrayList(movements).size(), is(2));
              movements.forEach(
                  movement ->
                      assertThat(
                          movement.getLines(),
                          movement.getMarket() == Market.POINTS
                              ? contains(22.5, 24.0)
                              : contains(4.5)));
              return null;
            });
    pipeline.run();
  }
}
