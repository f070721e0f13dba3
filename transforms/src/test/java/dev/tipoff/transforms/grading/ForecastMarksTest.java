package dev.tipoff.transforms.grading;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Test;

/** A forecast of 21 points beside a line of 22: over 40 %, push 10 %, by the market 38 %. */
public class ForecastMarksTest {
  private static final GameDay DAY = GameDay.parse("2024-01-05");

  private static Prediction.Builder lined() {
    return Predictions.lined("g1", DAY, Recommendation.OVER);
  }

  private static GradedPrediction graded(Prediction.Builder prediction, @Nullable Integer actual) {
    return SettleFn.grade(prediction.build(), actual, null);
  }

  private static Prediction.Builder withChance(double over) {
    return lined().setProbabilityOver(over).setProbabilityPush(0.0);
  }

  @Test
  public void nearIsUpToThreeOrFiveOff() {
    assertThat(graded(lined(), 24).getWithinThree(), is(true));
    assertThat(graded(lined(), 18).getWithinThree(), is(true));
    assertThat(graded(lined(), 25).getWithinThree(), is(false));
    assertThat(graded(lined(), 26).getWithinFive(), is(true));
    assertThat(graded(lined(), 15).getWithinFive(), is(false));
    assertThat(graded(lined().setMean(21.25), 18).getWithinThree(), is(false));
  }

  @Test
  public void marginsAreFromTheLine() {
    GradedPrediction row = graded(lined(), 24);
    assertThat(row.getPredictedMargin(), is(-1.0));
    assertThat(row.getActualMargin(), is(2.0));
  }

  /** 0.4 / 0.9 of the outcomes that are no push are an over. */
  @Test
  public void theProbabilityScoreIsOfTheOverGivenNoPush() {
    double over = 0.4 / 0.9;
    assertThat(graded(lined(), 23).getProbabilityScore(), closeTo(Math.pow(1 - over, 2), 1e-12));
    assertThat(graded(lined(), 21).getProbabilityScore(), closeTo(Math.pow(over, 2), 1e-12));
    assertThat(graded(lined(), 22).getProbabilityScore(), is(nullValue()));
  }

  @Test
  public void theMarketIsScoredByItsOwnChance() {
    Prediction.Builder market =
        lined()
            .setKind(SystemKind.MARKET)
            .setProbabilityOver(null)
            .setProbabilityPush(null)
            .setMarketProbabilityOver(0.38);
    assertThat(graded(market, 21).getProbabilityScore(), closeTo(0.38 * 0.38, 1e-12));
    assertThat(graded(market, 21).getConfidenceDecile(), is(3));
  }

  /** Eighths and sixteenths, since binary fractions meet the steps' ends exactly. */
  @Test
  public void confidenceIsThatOfTheLikelierSideInTenSteps() {
    assertThat(graded(withChance(0.5), 30).getConfidenceDecile(), is(1));
    assertThat(graded(withChance(0.53125), 30).getConfidenceDecile(), is(1));
    assertThat(graded(withChance(0.5625), 30).getConfidenceDecile(), is(2));
    assertThat(graded(withChance(0.4375), 30).getConfidenceDecile(), is(2));
    assertThat(graded(withChance(0.75), 30).getConfidenceDecile(), is(6));
    assertThat(graded(withChance(0.25), 30).getConfidenceDecile(), is(6));
    assertThat(graded(withChance(1), 30).getConfidenceDecile(), is(10));
    assertThat(graded(withChance(0), 30).getConfidenceDecile(), is(10));
  }

  @Test
  public void ofAPlayerWhoDidNotPlayOnlyTheForecastIsMarked() {
    GradedPrediction row = graded(lined(), null);
    assertThat(row.getWithinThree(), is(nullValue()));
    assertThat(row.getWithinFive(), is(nullValue()));
    assertThat(row.getActualMargin(), is(nullValue()));
    assertThat(row.getProbabilityScore(), is(nullValue()));
    assertThat(row.getPredictedMargin(), is(-1.0));
    assertThat(row.getConfidenceDecile(), is(2));
  }

  @Test
  public void withoutALineThereIsNoMarginAndNoChance() {
    GradedPrediction row = SettleFn.grade(Predictions.unlined("g1", DAY).build(), 23, null);
    assertThat(row.getWithinThree(), is(true));
    assertThat(row.getPredictedMargin(), is(nullValue()));
    assertThat(row.getActualMargin(), is(nullValue()));
    assertThat(row.getProbabilityScore(), is(nullValue()));
    assertThat(row.getConfidenceDecile(), is(nullValue()));
  }

  @Test
  public void withAnotherLineTheMarginsMove() {
    GradedPrediction row = graded(lined().setLine(Line.of(18.5)), 18);
    assertThat(row.getPredictedMargin(), is(2.5));
    assertThat(row.getActualMargin(), is(-0.5));
  }
}
