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

import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    // Three rows are three bins.
    assertThat(accuracy.calibrationError().getAsDouble(), closeTo((0.28 + 0.78 + 0.2) / 3, 1e-12));
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
    Estimate roi = accuracy.returnOnInvestment().orElseThrow();
    assertThat(roi.mean(), closeTo((6.3 - 3) / 12, 1e-12));
    assertThat("one day says nothing of others", roi.low(), is(OptionalDouble.empty()));
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
    assertThat(new Accuracy().returnOnInvestment(), is(Optional.empty()));
    assertThat(bets(0, 0, 2).returnOnInvestment().orElseThrow().mean(), is(0.0));
  }

  @Test
  public void aVoidBetCountsForNothing() {
    Accuracy accuracy =
        of(against("1", DAY, null, 22, 0.6).setRecommendation(Recommendation.OVER).setProfit(0.0));
    assertThat(accuracy.n(), is(0L));
    assertThat(accuracy.bets(), is(0L));
    assertThat(accuracy.brier(), is(OptionalDouble.empty()));
  }

  @Test
  public void anIntervalHoldsAsMuchOfAnOutcomeAsItOverlaps() {
    // Of 17.5 to 18.5 the interval holds 0.3, of 19.5 to 20.5 all, of 21.5 to 22.5 a fifth.
    Accuracy accuracy = new Accuracy();
    for (int actual : new int[] {18, 20, 22, 30}) {
      accuracy.add(
          graded("1", DAY, actual)
              .setLow50(18.2)
              .setHigh50(21.7)
              .setLow80(17.5)
              .setHigh80(22.25)
              .setLow90(10.0)
              .setHigh90(30.25)
              .build());
    }
    accuracy.add(graded("5", DAY, 20).build()); // A point has no intervals.
    assertThat(accuracy.coverage50().getAsDouble(), closeTo(1.5 / 4, 1e-12));
    assertThat(accuracy.coverage80().getAsDouble(), closeTo(2.75 / 4, 1e-12));
    assertThat(accuracy.coverage90().getAsDouble(), closeTo(3.75 / 4, 1e-12));
    assertThat(of(graded("5", DAY, 20)).coverage50(), is(OptionalDouble.empty()));
  }

  @Test
  public void rightForecastsCoverWhatTheyPromise() {
    Forecast forecast = Forecast.negativeBinomial(2.2, 3.1);
    Accuracy accuracy = new Accuracy();
    Random random = new Random(3);
    for (int i = 0; i < 40_000; i++) {
      int actual = (int) forecast.quantile(random.nextDouble());
      accuracy.add(
          graded("1", DAY, actual)
              .setLow50(forecast.position(0.25))
              .setHigh50(forecast.position(0.75))
              .setLow80(forecast.position(0.1))
              .setHigh80(forecast.position(0.9))
              .setLow90(forecast.position(0.05))
              .setHigh90(forecast.position(0.95))
              .build());
    }
    assertThat(accuracy.coverage50().getAsDouble(), closeTo(0.5, 0.01));
    assertThat(accuracy.coverage80().getAsDouble(), closeTo(0.8, 0.01));
    assertThat(accuracy.coverage90().getAsDouble(), closeTo(0.9, 0.01));
  }

  @Test
  public void errorsAreHeldAgainstTheMarketsByDay() {
    // Medians miss by 4, 1, 3; the line by 3, 3, 0; the mean by 2, 3, 1; as priced by 1, 4, 2.
    Accuracy accuracy =
        of(
            against("1", DAY, 24, 21, 0.5).setMarketMean(22.0).setMarketPriceAdjusted(23.0),
            against("2", DAY, 21, 24, 0.5).setMarketMean(24.0).setMarketPriceAdjusted(25.0),
            against("3", DAY.plusDays(2), 23, 23, 0.5)
                .setMarketMean(22.0)
                .setMarketPriceAdjusted(25.0),
            graded("4", DAY.plusDays(3), 40));
    // Differences 1 and -2 on one day, 3 on another: mean 2/3, apart by -7/3 and 7/3.
    Estimate line = accuracy.vsLine().orElseThrow();
    assertThat(line.mean(), closeTo(2 / 3.0, 1e-12));
    double half = 1.959963984540054 * Math.sqrt(2 * 2 * 49 / 9.0) / 3;
    assertThat(line.low().getAsDouble(), closeTo(2 / 3.0 - half, 1e-12));
    assertThat(line.high().getAsDouble(), closeTo(2 / 3.0 + half, 1e-12));
    assertThat(accuracy.vsMarketMean().orElseThrow().mean(), closeTo(2 / 3.0, 1e-12));
    assertThat(accuracy.vsPriceAdjusted().orElseThrow().mean(), closeTo(1 / 3.0, 1e-12));
    assertThat(of(graded("4", DAY, 40)).vsLine(), is(Optional.empty()));
    assertThat(of(against("1", DAY, 24, 21, 0.5)).vsMarketMean(), is(Optional.empty()));
  }

  @Test
  public void lossesAreHeldAgainstTheMarketsOnTheSameRows() {
    Accuracy accuracy =
        of(
            against("1", DAY, 25, 22.5, 0.8).setMarketProbabilityOver(0.6),
            against("2", DAY.plusDays(1), 20, 22.5, 0.4).setMarketProbabilityOver(0.3),
            against("3", DAY, 22, 22, 0.9).setMarketProbabilityOver(0.9),
            against("4", DAY, 25, 22.5, 0.5).setProbabilityOver(null));
    assertThat(
        accuracy.marketLogLoss().getAsDouble(),
        closeTo(-(Math.log(0.6) + Math.log(0.7)) / 2, 1e-12));
    assertThat(accuracy.marketBrier().getAsDouble(), closeTo((0.16 + 0.09) / 2, 1e-12));
    double first = Math.log(0.6) - Math.log(0.8);
    double second = Math.log(0.7) - Math.log(0.6);
    Estimate difference = accuracy.vsMarketLogLoss().orElseThrow();
    assertThat(difference.mean(), closeTo((first + second) / 2, 1e-12));
    // Two days apart from their mean by half of the difference each.
    double half = 1.959963984540054 * Math.abs(first - second) / 2;
    assertThat(difference.low().getAsDouble(), closeTo(difference.mean() - half, 1e-12));
    assertThat(difference.high().getAsDouble(), closeTo(difference.mean() + half, 1e-12));
  }

  @Test
  public void theMarketIsNotHeldAgainstItself() {
    Accuracy accuracy =
        of(against("1", DAY, 25, 22, 0.9).setKind(SystemKind.MARKET).setMarketProbabilityOver(0.6));
    assertThat(accuracy.logLoss().getAsDouble(), closeTo(-Math.log(0.6), 1e-12));
    assertThat(accuracy.marketLogLoss(), is(OptionalDouble.empty()));
    assertThat(accuracy.marketBrier(), is(OptionalDouble.empty()));
    assertThat(accuracy.vsMarketLogLoss(), is(Optional.empty()));
  }

  @Test
  public void theClosingLineValueIsTheMeanOverBetsOfWhichALaterLineWasSeen() {
    Accuracy accuracy =
        of(
            bet(Outcome.WIN, 1.0).setClv(0.04),
            bet(Outcome.LOSS, -1.0).setClv(-0.01),
            bet(Outcome.LOSS, -1.0));
    assertThat(accuracy.closingLineValue().orElseThrow().mean(), closeTo(0.015, 1e-12));
    assertThat(of(bet(Outcome.WIN, 1.0)).closingLineValue(), is(Optional.empty()));
  }

  @Test
  public void theReturnHasAnIntervalByDay() {
    Accuracy accuracy =
        of(
            bet(Outcome.WIN, 1.0),
            bet(Outcome.LOSS, -1.0),
            bet(Outcome.LOSS, -1.0),
            bet(Outcome.WIN, 0.5).setGameDate(DAY.plusDays(1)),
            against("1", DAY.plusDays(2), 25, 22, 0.5));
    Estimate roi = accuracy.returnOnInvestment().orElseThrow();
    assertThat(roi.mean(), closeTo(-0.125, 1e-12));
    // Days of -1 in three bets and 0.5 in one lie apart by -0.625 and 0.625.
    double half = 1.959963984540054 * Math.sqrt(2 * 2 * 0.625 * 0.625) / 4;
    assertThat(roi.low().getAsDouble(), closeTo(-0.125 - half, 1e-12));
    assertThat(roi.high().getAsDouble(), closeTo(-0.125 + half, 1e-12));
  }

  @Test
  public void rowsWithoutALineCountForTheErrorsAlone() {
    GradedPrediction row =
        bet(Outcome.WIN, 0.9).setMarketMean(20.0).setMarketPriceAdjusted(21.0).build();
    Accuracy errors = new Accuracy();
    errors.addErrors(row);
    Accuracy unlined = of(graded("1", DAY, 25));
    assertThat(errors, is(unlined));
    Accuracy whole = new Accuracy();
    whole.add(row);
    assertThat(whole.equals(unlined), is(false));
  }

  private static GradedPrediction random(Random random) {
    int actual = random.nextInt(40);
    double low = random.nextDouble() * 30;
    GradedPrediction.Builder row =
        against(
                "1",
                DAY.plusDays(random.nextInt(9)),
                actual,
                0.5 + random.nextInt(40),
                random.nextInt(4) == 0 ? 0.5 : random.nextDouble())
            .setMean(random.nextDouble() * 40)
            .setMedian(random.nextInt(40))
            .setMarketMean(random.nextDouble() * 40)
            .setMarketPriceAdjusted(random.nextDouble() * 40)
            .setMarketProbabilityOver(random.nextDouble())
            .setLow50(low)
            .setHigh50(low + random.nextDouble())
            .setLow80(low - random.nextDouble())
            .setHigh80(low + 2 * random.nextDouble())
            .setLow90(low - random.nextDouble())
            .setHigh90(low + 9 * random.nextDouble());
    return random.nextBoolean()
        ? row.build()
        : row.setRecommendation(Recommendation.OVER)
            .setOutcome(Outcome.values()[random.nextInt(3)])
            .setProfit(random.nextDouble())
            .build();
  }

  /** Every figure, to the last bit. */
  private static List<Object> figures(Accuracy accuracy) {
    return List.of(
        accuracy.n(),
        accuracy.medianAbsoluteError(),
        accuracy.meanAbsoluteError(),
        accuracy.rootMeanSquaredError(),
        accuracy.bias(),
        accuracy.coverage50(),
        accuracy.coverage80(),
        accuracy.coverage90(),
        accuracy.vsLine(),
        accuracy.vsMarketMean(),
        accuracy.vsPriceAdjusted(),
        accuracy.brier(),
        accuracy.logLoss(),
        accuracy.marketBrier(),
        accuracy.marketLogLoss(),
        accuracy.vsMarketLogLoss(),
        accuracy.calibrationError(),
        accuracy.calibrationBand(),
        accuracy.reliability(),
        accuracy.bets(),
        accuracy.hitRate(),
        accuracy.hitRateLow(),
        accuracy.hitRateHigh(),
        accuracy.returnOnInvestment(),
        accuracy.closingLineValue());
  }

  private static Accuracy ofAll(List<GradedPrediction> rows) {
    Accuracy accuracy = new Accuracy();
    rows.forEach(accuracy::add);
    return accuracy;
  }

  /** Puts rows into parts at random, and parts into one another, as workers would. */
  private static Accuracy merged(List<GradedPrediction> rows, Random random) {
    List<Accuracy> parts = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      parts.add(new Accuracy());
    }
    rows.forEach(row -> parts.get(random.nextInt(parts.size())).add(row));
    while (parts.size() > 1) {
      Accuracy one = parts.remove(random.nextInt(parts.size()));
      parts.get(random.nextInt(parts.size())).addAll(SerializableUtils.ensureSerializable(one));
    }
    return parts.get(0);
  }

  @Test
  public void neitherOrderNorGroupingChangesAFigure() {
    Random random = new Random(11);
    for (int tries = 0; tries < 60; tries++) {
      List<GradedPrediction> rows = new ArrayList<>();
      for (int i = 0; i <= tries; i++) {
        rows.add(random(random));
      }
      Accuracy whole = ofAll(rows);
      Collections.shuffle(rows, random);
      Accuracy merged = merged(rows, random);
      assertThat(figures(merged), is(figures(whole)));
      assertThat(merged, is(whole));
      assertThat(merged.hashCode(), is(whole.hashCode()));
      rows.set(0, random(random));
      assertThat(figures(ofAll(rows)).equals(figures(whole)), is(false));
    }
  }

  @Property(tries = 200)
  void partsAddUpToTheWhole(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll Random random) {
    List<GradedPrediction> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(random(random));
    }
    assertThat(figures(merged(rows, random)), is(figures(ofAll(rows))));
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
