package dev.tipoff.transforms.forecast;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.Line;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.Test;

public class ForecastTest {
  private static final int OUTCOMES = 399;

  /** A mean and a variance, from half of the mean to four times the mean. */
  record Moments(double mean, double variance) {
    Forecast forecast() {
      return Forecast.negativeBinomial(mean, variance);
    }
  }

  @Provide
  Arbitrary<Moments> moments() {
    return Combinators.combine(
            Arbitraries.doubles().between(0.05, 45), Arbitraries.doubles().between(0.5, 4))
        .as((mean, dispersion) -> new Moments(mean, mean * dispersion));
  }

  /** The chance of each outcome below 200, as lines tell it. */
  private static double[] chances(Forecast forecast) {
    double[] chances = new double[200];
    chances[0] = forecast.probabilityUnder(Line.of(0.5));
    for (int k = 1; k < 200; k++) {
      chances[k] = forecast.probabilityPush(Line.of(k));
    }
    return chances;
  }

  private static double absoluteError(double[] chances, double guess) {
    double sum = 0;
    for (int k = 0; k < chances.length; k++) {
      sum += chances[k] * Math.abs(k - guess);
    }
    return sum;
  }

  @Property(tries = 300)
  void theMomentsAreThoseAskedFor(@ForAll("moments") Moments asked) {
    Forecast forecast = asked.forecast();
    double[] chances = chances(forecast);
    double total = 0;
    double mean = 0;
    double squares = 0;
    for (int k = 0; k < chances.length; k++) {
      total += chances[k];
      mean += k * chances[k];
      squares += (double) k * k * chances[k];
    }
    double variance = Math.max(asked.mean(), asked.variance());
    assertThat(total, closeTo(1, 1e-8));
    assertThat(mean, closeTo(asked.mean(), 1e-6));
    assertThat(squares - mean * mean, closeTo(variance, 1e-4));
    assertThat(forecast.mean(), is(asked.mean()));
    assertThat(forecast.sd(), closeTo(Math.sqrt(variance), 1e-12));
    assertThat(forecast.isPoint(), is(false));
  }

  @Property(tries = 300)
  void noOtherGuessHasALesserAbsoluteErrorThanTheMedian(@ForAll("moments") Moments asked) {
    Forecast forecast = asked.forecast();
    double[] chances = chances(forecast);
    double best = absoluteError(chances, forecast.median());
    for (double guess = 0; guess <= 100; guess += 0.5) {
      assertThat(best, lessThanOrEqualTo(absoluteError(chances, guess) + 1e-7));
    }
  }

  @Property(tries = 300)
  void theThreeWaysALineCanGoAreEverything(
      @ForAll("moments") Moments asked, @ForAll @IntRange(min = 1, max = OUTCOMES) int halves) {
    Forecast forecast = asked.forecast();
    Line line = Line.of(halves / 2.0);
    double over = forecast.probabilityOver(line);
    double push = forecast.probabilityPush(line);
    double under = forecast.probabilityUnder(line);
    assertThat(over + push + under, closeTo(1, 1e-12));
    for (double chance : new double[] {over, push, under}) {
      assertThat(chance, is(both(greaterThanOrEqualTo(-1e-12)).and(lessThanOrEqualTo(1.0))));
    }
  }

  @Property(tries = 300)
  void onlyAWholeLineCanPush(
      @ForAll("moments") Moments asked, @ForAll @IntRange(min = 1, max = 60) int whole) {
    Forecast forecast = asked.forecast();
    Line line = Line.of(whole);
    Line above = Line.of(whole + 0.5);
    Line below = Line.of(whole - 0.5);
    assertThat(forecast.probabilityPush(above), is(0.0));
    assertThat(forecast.probabilityOver(line), closeTo(forecast.probabilityOver(above), 1e-12));
    assertThat(forecast.probabilityUnder(line), closeTo(forecast.probabilityUnder(below), 1e-12));
    assertThat(
        forecast.probabilityPush(line),
        closeTo(forecast.probabilityOver(below) - forecast.probabilityOver(above), 1e-12));
  }

  @Property(tries = 300)
  void aHigherLineIsHarderToPass(
      @ForAll("moments") Moments asked, @ForAll @IntRange(min = 1, max = 150) int halves) {
    Forecast forecast = asked.forecast();
    assertThat(
        forecast.probabilityOver(Line.of(halves / 2.0 + 0.5)),
        lessThanOrEqualTo(forecast.probabilityOver(Line.of(halves / 2.0))));
    assertThat(
        forecast.probabilityUnder(Line.of(halves / 2.0 + 0.5)),
        greaterThanOrEqualTo(forecast.probabilityUnder(Line.of(halves / 2.0)) - 1e-12));
  }

  @Property(tries = 300)
  void aHigherMeanPassesALineMoreOften(
      @ForAll @DoubleRange(min = 0.1, max = 40) double mean,
      @ForAll @DoubleRange(min = 1.1, max = 3) double dispersion,
      @ForAll @IntRange(min = 1, max = 100) int halves) {
    Line line = Line.of(halves / 2.0);
    double more = mean * 1.1;
    assertThat(
        Forecast.negativeBinomial(more, more * dispersion).probabilityOver(line),
        greaterThanOrEqualTo(
            Forecast.negativeBinomial(mean, mean * dispersion).probabilityOver(line) - 1e-9));
  }

  @Property(tries = 300)
  void aQuantileIsTheLeastOutcomeSoLikelyNotPassed(
      @ForAll("moments") Moments asked, @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    Forecast forecast = asked.forecast();
    double quantile = forecast.quantile(p);
    assertThat(
        1 - forecast.probabilityOver(Line.of(quantile + 0.5)), greaterThanOrEqualTo(p - 1e-12));
    if (quantile > 0) {
      assertThat(
          1 - forecast.probabilityOver(Line.of(quantile - 0.5)), lessThanOrEqualTo(p + 1e-12));
    }
  }

  @Property(tries = 300)
  void aPositionLiesInTheIntervalOfItsQuantile(
      @ForAll("moments") Moments asked, @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    Forecast forecast = asked.forecast();
    double position = forecast.position(p);
    assertThat(position, closeTo(forecast.quantile(p), 0.5 + 1e-9));
    assertThat(position, greaterThanOrEqualTo(forecast.position(p / 2)));
  }

  @Test
  public void anOutcomesChanceIsSpreadOverItsInterval() {
    // With a mean of 1: 0 in 0.367879, 1 in as many, 2 in half of that.
    Forecast forecast = Forecast.negativeBinomial(1, 1);
    double none = Math.exp(-1);
    assertThat(forecast.position(none / 2), closeTo(0, 1e-12));
    assertThat(forecast.position(none / 4), closeTo(-0.25, 1e-12));
    assertThat(forecast.position(none), closeTo(0.5, 1e-12));
    assertThat(forecast.position(0.5), closeTo(0.5 + (0.5 - none) / none, 1e-12));
    assertThat(forecast.position(2.25 * none), closeTo(2, 1e-12));
    assertThat(forecast.position(2.4 * none), closeTo(2.3, 1e-12));
    assertThat(Forecast.negativeBinomial(0, 0).position(0.9), closeTo(0.4, 1e-12));
    assertThat(Forecast.point(21.4).position(0.9), is(21.4));
    for (double p : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> forecast.position(p));
    }
  }

  @Test
  public void withAWholeSizeItIsThePascalDistribution() {
    PascalDistribution pascal = PascalDistribution.of(4, 0.2);
    double[] chances = chances(Forecast.negativeBinomial(16, 80));
    for (int k = 0; k < 60; k++) {
      assertThat(chances[k], closeTo(pascal.probability(k), 1e-9));
    }
  }

  @Test
  public void withAVarianceOfTheMeanOrLessItIsThePoissonDistribution() {
    PoissonDistribution poisson = PoissonDistribution.of(6.5);
    for (double variance : new double[] {6.5, 3, 0}) {
      Forecast forecast = Forecast.negativeBinomial(6.5, variance);
      double[] chances = chances(forecast);
      for (int k = 0; k < 40; k++) {
        assertThat(chances[k], closeTo(poisson.probability(k), 1e-9));
      }
      assertThat(forecast.sd(), closeTo(Math.sqrt(6.5), 1e-12));
    }
    double[] almost = chances(Forecast.negativeBinomial(6.5, 6.5 * (1 + 1e-7)));
    for (int k = 0; k < 40; k++) {
      assertThat(almost[k], closeTo(poisson.probability(k), 1e-6));
    }
  }

  @Test
  public void aMeanOfZeroIsNeverPassed() {
    Forecast nothing = Forecast.negativeBinomial(0, 3);
    assertThat(nothing.median(), is(0.0));
    assertThat(nothing.sd(), is(0.0));
    assertThat(nothing.probabilityOver(Line.of(0.5)), is(0.0));
    assertThat(nothing.probabilityUnder(Line.of(0.5)), is(1.0));
    assertThat(nothing.probabilityPush(Line.of(1)), is(0.0));
    assertThat(nothing.quantile(1), is(0.0));
  }

  @Test
  public void aPointIsOnOneSideOfEveryOtherLine() {
    Forecast point = Forecast.point(21.4);
    assertThat(point.isPoint(), is(true));
    assertThat(point.mean(), is(21.4));
    assertThat(point.median(), is(21.4));
    assertThat(point.sd(), is(0.0));
    assertThat(point.quantile(0.9), is(21.4));
    assertThat(point.probabilityOver(Line.of(21)), is(1.0));
    assertThat(point.probabilityPush(Line.of(21)), is(0.0));
    assertThat(point.probabilityUnder(Line.of(21)), is(0.0));
    assertThat(point.probabilityOver(Line.of(22)), is(0.0));
    assertThat(point.probabilityPush(Line.of(22)), is(0.0));
    assertThat(point.probabilityUnder(Line.of(22)), is(1.0));
    assertThat(Forecast.point(22).probabilityPush(Line.of(22)), is(1.0));
    assertThat(Forecast.point(22).probabilityUnder(Line.of(22)), is(0.0));
    assertThat(Forecast.point(22.5).probabilityOver(Line.of(22.5)), is(0.0));
  }

  @Test
  public void whatIsNoDistributionIsRefused() {
    for (double[] moments :
        new double[][] {
          {-1, 2}, {1, -2}, {Double.NaN, 1}, {1, Double.NaN}, {1, Double.POSITIVE_INFINITY}
        }) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> Forecast.negativeBinomial(moments[0], moments[1]));
      assertThat(e.getMessage(), containsString("mean " + moments[0]));
    }
    Forecast forecast = Forecast.negativeBinomial(5, 6);
    assertThrows(IllegalArgumentException.class, () -> forecast.quantile(1.01));
    assertThrows(IllegalArgumentException.class, () -> forecast.quantile(-0.01));
  }
}
