package dev.tipoff.transforms.grading;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.grading.Predictions.against;
import static dev.tipoff.transforms.grading.Predictions.graded;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.Test;

public class AccuracyTest {
  private static Accuracy of(GradedPrediction.Builder... rows) {
    Accuracy accuracy = new Accuracy();
    for (GradedPrediction.Builder row : rows) {
      accuracy.add(row.build());
    }
    return accuracy;
  }

  private static GradedPrediction.Builder bet(Outcome outcome, double profit) {
    int actual = outcome == Outcome.WIN ? 25 : outcome == Outcome.PUSH ? 22 : 20;
    return against("1", DAY, actual, 22, 0.5)
        .setRecommendation(Recommendation.OVER)
        .setOutcome(outcome)
        .setProfit(profit);
  }

  private static Accuracy bets(int wins, int losses, int pushes) {
    Accuracy accuracy = new Accuracy();
    for (int i = 0; i < wins; i++) {
      accuracy.add(bet(Outcome.WIN, 0.9).build());
    }
    for (int i = 0; i < losses; i++) {
      accuracy.add(bet(Outcome.LOSS, -1).build());
    }
    for (int i = 0; i < pushes; i++) {
      accuracy.add(bet(Outcome.PUSH, 0).build());
    }
    return accuracy;
  }

  @Test
  public void errorsOfMedianAndMean() {
    // Actual 24, 17 and 20: means miss by -3, 4 and 1, medians by -5, 2 and 0.
    Accuracy accuracy =
        of(
            graded("1", DAY, 24).setMean(21).setMedian(19),
            graded("2", DAY, 17).setMean(21).setMedian(19),
            graded("3", DAY, 20).setMean(21).setMedian(20),
            graded("4", DAY, null).setMean(99).setMedian(99));
    assertThat(accuracy.n(), is(3L));
    assertThat(accuracy.medianAbsoluteError(), closeTo(7 / 3.0, 1e-12));
    assertThat(accuracy.meanAbsoluteError(), closeTo(8 / 3.0, 1e-12));
    assertThat(accuracy.rootMeanSquaredError(), closeTo(Math.sqrt(26 / 3.0), 1e-12));
    assertThat(accuracy.bias(), closeTo(2 / 3.0, 1e-12));
    assertThat(accuracy.brier(), is(OptionalDouble.empty()));
    assertThat(accuracy.logLoss(), is(OptionalDouble.empty()));
    assertThat(accuracy.calibrationError(), is(OptionalDouble.empty()));
  }

  @Test
  public void chancesOfTheOver() {
    Accuracy accuracy =
        of(
            against("1", DAY, 25, 22.5, 0.72),
            against("2", DAY, 20, 22.5, 0.78),
            against("3", DAY, 19, 22.5, 0.2));
    assertThat(
        accuracy.brier().getAsDouble(),
        closeTo((0.28 * 0.28 + 0.78 * 0.78 + 0.2 * 0.2) / 3, 1e-12));
    assertThat(
        accuracy.logLoss().getAsDouble(),
        closeTo(-(Math.log(0.72) + Math.log(0.22) + Math.log(0.8)) / 3, 1e-12));
    // Bins: 0.72 and 0.78 average 0.75 against a half; 0.2 against none.
    assertThat(
        accuracy.calibrationError().getAsDouble(), closeTo(2 / 3.0 * 0.25 + 1 / 3.0 * 0.2, 1e-12));
  }

  @Test
  public void chancesAreGivenThatThereIsNoPush() {
    Accuracy accuracy =
        of(
            against("1", DAY, 25, 22, 0.45).setProbabilityPush(0.1),
            against("2", DAY, 22, 22, 0.9).setProbabilityPush(0.05));
    // The push counts for the errors and not for the chances.
    assertThat(accuracy.n(), is(2L));
    assertThat(accuracy.brier().getAsDouble(), closeTo(0.25, 1e-12));
    assertThat(accuracy.logLoss().getAsDouble(), closeTo(Math.log(2), 1e-12));
    assertThat(accuracy.calibrationError().getAsDouble(), closeTo(0.5, 1e-12));
  }

  @Test
  public void theMarketHasItsOwnChance() {
    Accuracy accuracy =
        of(
            against("1", DAY, 25, 22, 0.9)
                .setKind(SystemKind.MARKET)
                .setProbabilityOver(null)
                .setProbabilityPush(null)
                .setMarketProbabilityOver(0.6));
    assertThat(accuracy.brier().getAsDouble(), closeTo(0.16, 1e-12));
  }

  @Test
  public void aPointHasNoChance() {
    Accuracy accuracy =
        of(
            against("1", DAY, 25, 22, 0.9)
                .setKind(SystemKind.BASELINE)
                .setProbabilityOver(null)
                .setProbabilityPush(null));
    assertThat(accuracy.n(), is(1L));
    assertThat(accuracy.brier(), is(OptionalDouble.empty()));
  }

  @Test
  public void certaintyThatIsWrongCostsAFiniteLoss() {
    Accuracy accuracy = of(against("1", DAY, 25, 22.5, 0), against("2", DAY, 20, 22.5, 1));
    assertThat(accuracy.logLoss().getAsDouble(), closeTo(-Math.log(1e-6), 1e-9));
    assertThat(accuracy.brier().getAsDouble(), is(1.0));
    assertThat(accuracy.calibrationError().getAsDouble(), is(1.0));
  }

  @Test
  public void theIntervalOfTheHitRateIsWilsons() {
    Accuracy accuracy = bets(7, 3, 2);
    assertThat(accuracy.bets(), is(12L));
    assertThat(accuracy.hitRate().getAsDouble(), closeTo(0.7, 1e-12));
    // (p + z2/2n -+ z sqrt(p(1-p)/n + z2/4n2)) / (1 + z2/n) with n = 10 and z = 1.959964.
    assertThat(accuracy.hitRateLow().getAsDouble(), closeTo(0.396778, 1e-6));
    assertThat(accuracy.hitRateHigh().getAsDouble(), closeTo(0.892209, 1e-6));
    assertThat(accuracy.returnOnInvestment().getAsDouble(), closeTo((6.3 - 3) / 12, 1e-12));
  }

  @Test
  public void allWinsOrNoneLeaveRoomForDoubt() {
    assertThat(bets(5, 0, 0).hitRateHigh().getAsDouble(), closeTo(1, 1e-12));
    assertThat(bets(5, 0, 0).hitRateLow().getAsDouble(), closeTo(0.565518, 1e-6));
    assertThat(bets(0, 5, 0).hitRateLow().getAsDouble(), closeTo(0, 1e-12));
    assertThat(bets(0, 5, 0).hitRateHigh().getAsDouble(), closeTo(0.434482, 1e-6));
  }

  @Test
  public void withoutADecidedBetThereIsNoRate() {
    for (Accuracy accuracy : List.of(new Accuracy(), bets(0, 0, 2))) {
      assertThat(accuracy.hitRate(), is(OptionalDouble.empty()));
      assertThat(accuracy.hitRateLow(), is(OptionalDouble.empty()));
      assertThat(accuracy.hitRateHigh(), is(OptionalDouble.empty()));
    }
    assertThat(new Accuracy().returnOnInvestment(), is(OptionalDouble.empty()));
    assertThat(bets(0, 0, 2).returnOnInvestment(), is(OptionalDouble.of(0)));
  }

  @Test
  public void aVoidBetCountsForNothing() {
    Accuracy accuracy =
        of(against("1", DAY, null, 22, 0.6).setRecommendation(Recommendation.OVER).setProfit(0.0));
    assertThat(accuracy.n(), is(0L));
    assertThat(accuracy.bets(), is(0L));
    assertThat(accuracy.brier(), is(OptionalDouble.empty()));
  }

  private static GradedPrediction random(Random random) {
    int actual = random.nextInt(40);
    GradedPrediction.Builder row =
        against("1", DAY, actual, 0.5 + random.nextInt(40), random.nextDouble())
            .setMean(random.nextDouble() * 40)
            .setMedian(random.nextInt(40));
    return random.nextBoolean()
        ? row.build()
        : row.setRecommendation(Recommendation.OVER)
            .setOutcome(Outcome.values()[random.nextInt(3)])
            .setProfit(random.nextDouble())
            .build();
  }

  @Property(tries = 200)
  void partsAddUpToTheWhole(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll Random random) {
    List<GradedPrediction> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(random(random));
    }
    Accuracy whole = new Accuracy();
    rows.forEach(whole::add);
    Accuracy merged = new Accuracy();
    int at = random.nextInt(count + 1);
    for (List<GradedPrediction> part : List.of(rows.subList(at, count), rows.subList(0, at))) {
      Accuracy accuracy = new Accuracy();
      part.forEach(accuracy::add);
      merged.addAll(SerializableUtils.ensureSerializable(accuracy));
    }
    assertThat(merged.n(), is(whole.n()));
    assertThat(merged.bets(), is(whole.bets()));
    assertThat(merged.hitRate(), is(whole.hitRate()));
    assertThat(merged.bias(), closeTo(whole.bias(), 1e-9));
    assertThat(merged.medianAbsoluteError(), closeTo(whole.medianAbsoluteError(), 1e-9));
    assertThat(merged.meanAbsoluteError(), closeTo(whole.meanAbsoluteError(), 1e-9));
    assertThat(merged.rootMeanSquaredError(), closeTo(whole.rootMeanSquaredError(), 1e-9));
    same(merged.brier(), whole.brier());
    same(merged.logLoss(), whole.logLoss());
    same(merged.calibrationError(), whole.calibrationError());
    same(merged.returnOnInvestment(), whole.returnOnInvestment());
  }

  private static void same(OptionalDouble one, OptionalDouble other) {
    assertThat(one.isPresent(), is(other.isPresent()));
    assertThat(one.orElse(0), closeTo(other.orElse(0), 1e-9));
  }

  @Property(tries = 200)
  void theIntervalHoldsTheRate(
      @ForAll @IntRange(max = 60) int wins, @ForAll @IntRange(min = 1, max = 60) int losses) {
    Accuracy accuracy = bets(wins, losses, 0);
    double rate = accuracy.hitRate().getAsDouble();
    assertThat(
        accuracy.hitRateLow().getAsDouble(),
        is(both(greaterThanOrEqualTo(-1e-12)).and(lessThanOrEqualTo(rate + 1e-12))));
    assertThat(
        accuracy.hitRateHigh().getAsDouble(),
        is(both(greaterThanOrEqualTo(rate - 1e-12)).and(lessThanOrEqualTo(1 + 1e-12))));
  }
}
