package dev.tipoff.transforms.odds;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.DecimalOdds;
import dev.tipoff.transforms.model.Probability;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.Test;

public class WagerTest {
  private static Wager wager(double price, double win, double push) {
    return Wager.givenNoPush(DecimalOdds.of(price), Probability.of(win), Probability.of(push));
  }

  @Property
  void stakesOnlyOnProfit(
      @ForAll @DoubleRange(min = 1.01, max = 20) double price,
      @ForAll @DoubleRange(min = 0, max = 1) double win,
      @ForAll @DoubleRange(min = 0, max = 1) double push) {
    Wager wager = wager(price, win, push);
    assertThat(wager.kelly() > 0, is(wager.expectedValue() > 0));
    assertThat(wager.kelly() <= 1, is(true));
  }

  @Property
  void expectedValueHasTheSignOfTheEdge(
      @ForAll @DoubleRange(min = 1.01, max = 20) double price,
      @ForAll @DoubleRange(min = 0, max = 1) double win) {
    double edge = win - 1 / price;
    if (Math.abs(edge) > 1e-9) {
      assertThat(Math.signum(wager(price, win, 0).expectedValue()), is(Math.signum(edge)));
    }
  }

  @Property
  void kellyGrowsFastest(
      @ForAll @DoubleRange(min = 1.2, max = 6) double price,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double win,
      @ForAll @DoubleRange(min = 0, max = 0.3) double push,
      @ForAll @DoubleRange(min = 0, max = 0.99) double other) {
    Wager wager = wager(price, win, push);
    assertThat(growth(wager, wager.kelly()) >= growth(wager, other) - 1e-12, is(true));
  }

  private static double growth(Wager wager, double stake) {
    return wager.win().getValue() * Math.log1p(stake * (wager.price().getValue() - 1))
        + wager.lose().getValue() * Math.log1p(-stake);
  }

  @Test
  public void aPushReturnsTheStake() {
    Wager wager = wager(2, 0.6, 0.1);
    assertThat(wager.win().getValue(), closeTo(0.54, 1e-12));
    assertThat(wager.lose().getValue(), closeTo(0.36, 1e-12));
    assertThat(wager.expectedValue(), closeTo(0.18, 1e-12));
    assertThat(wager.kelly(), closeTo(0.2, 1e-12));
    assertThat(wager.stake(), closeTo(0.05, 1e-12));
    assertThat(wager.stake(0.5), closeTo(0.1, 1e-12));
  }

  @Test
  public void minusOneTenBreaksEvenAtItsImpliedChance() {
    AmericanOdds price = AmericanOdds.of(-110);
    Wager wager = new Wager(price.toDecimal(), price.impliedProbability(), Probability.of(0));
    assertThat(wager.expectedValue(), closeTo(0, 1e-12));
    assertThat(wager(1.91, 0.54, 0).expectedValue(), greaterThan(0.0));
  }

  @Test
  public void certainPushIsWorthNothing() {
    assertThat(wager(3, 0.5, 1).expectedValue(), is(0.0));
    assertThat(wager(3, 0.5, 1).kelly(), is(0.0));
  }

  @Test
  public void refusesChancesAboveOneAndOddMultipliers() {
    Exception chances =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Wager(DecimalOdds.of(2), Probability.of(0.7), Probability.of(0.4)));
    assertThat(chances.getMessage(), containsString("add to more than 1"));
    assertThrows(IllegalArgumentException.class, () -> wager(2, 0.6, 0).stake(1.5));
  }
}
