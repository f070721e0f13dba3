package dev.tipoff.transforms.grading;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.offer;
import static dev.tipoff.transforms.Invented.tip;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.Invented;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.Probability;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.prediction.Recommendation;
import org.junit.Test;

/** Closing line value of bets on a line of 22 at +150 and -200, placed a minute before the tip. */
public class ClosingValueTest {
  private static ConsensusLine.Builder closing(double line, double over) {
    return Invented.consensus(offer("alphabet", line, -110, -110))
        .setProbabilityOver(Probability.of(over))
        .setSnapshotTime(tip(DAY).minus(1));
  }

  private static GradedPrediction graded(Recommendation side, ConsensusLine closing) {
    return SettleFn.grade(Predictions.lined(GAME, DAY, side).build(), 30, closing);
  }

  private static double value(Recommendation side, ConsensusLine closing) {
    return graded(side, closing).getClv();
  }

  @Test
  public void theSideIsWorthItsPriceTimesItsClosingChance() {
    assertThat(
        value(Recommendation.OVER, closing(22, 0.45).build()), closeTo(2.5 * 0.45 - 1, 1e-12));
    assertThat(
        value(Recommendation.UNDER, closing(22, 0.45).build()), closeTo(1.5 * 0.55 - 1, 1e-12));
  }

  @Test
  public void theClosingMarketIsKept() {
    GradedPrediction row = graded(Recommendation.OVER, closing(23.5, 0.48).build());
    assertThat(row.getClosingLine(), is(Line.of(23.5)));
    assertThat(row.getClosingProbabilityOver(), is(0.48));
  }

  /**
   * Two points lie 2 / sqrt(13.7 + 2.73 x 24) standard deviations apart; at an even chance z is
   * that.
   */
  @Test
  public void anotherClosingLineIsMovedAlongANormalCurve() {
    double over = 0.5889;
    assertThat(value(Recommendation.OVER, closing(24, 0.5).build()), closeTo(2.5 * over - 1, 5e-4));
    assertThat(
        value(Recommendation.UNDER, closing(24, 0.5).build()), closeTo(1.5 * (1 - over) - 1, 5e-4));
    assertThat(
        value(Recommendation.OVER, closing(20, 0.5).build()), closeTo(2.5 * 0.4044 - 1, 5e-4));
  }

  @Test
  public void theMovedChanceGoesWithTheClosingOneAndTheLine() {
    double even = value(Recommendation.OVER, closing(24, 0.5).build());
    assertThat(value(Recommendation.OVER, closing(24, 0.55).build()), is(greaterThan(even)));
    assertThat(value(Recommendation.OVER, closing(25, 0.5).build()), is(greaterThan(even)));
    assertThat(value(Recommendation.UNDER, closing(25, 0.5).build()), is(lessThan(0.0)));
  }

  /** Of assists, which spread less, two are more. */
  @Test
  public void theSpreadIsThatOfTheMarket() {
    assertThat(
        value(Recommendation.OVER, closing(24, 0.5).setMarket(Market.ASSISTS).build()),
        is(greaterThan(value(Recommendation.OVER, closing(24, 0.5).build()))));
  }

  @Test
  public void whatWasNotBetHasAClosingLineAndNoValue() {
    for (Recommendation none : new Recommendation[] {Recommendation.PASS, Recommendation.NO_BOOK}) {
      GradedPrediction row = graded(none, closing(22, 0.45).build());
      assertThat(row.getClosingLine(), is(Line.of(22)));
      assertThat(row.getClv(), is(nullValue()));
    }
  }

  @Test
  public void aMarketThatWasNotSeenAfterTheBetIsNoClosingOne() {
    GradedPrediction row =
        graded(
            Recommendation.OVER, closing(24, 0.5).setSnapshotTime(tip(DAY).minus(60_000)).build());
    assertThat(row.getClosingLine(), is(nullValue()));
    assertThat(row.getClosingProbabilityOver(), is(nullValue()));
    assertThat(row.getClv(), is(nullValue()));
    assertThat(graded(Recommendation.OVER, null).getClv(), is(nullValue()));
  }

  @Test
  public void withoutALineThereIsNothingToClose() {
    GradedPrediction row =
        SettleFn.grade(Predictions.unlined(GAME, DAY).build(), 30, closing(22, 0.45).build());
    assertThat(row.getClosingLine(), is(nullValue()));
    assertThat(row.getClv(), is(nullValue()));
  }
}
