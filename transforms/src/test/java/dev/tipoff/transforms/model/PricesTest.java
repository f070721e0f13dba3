package dev.tipoff.transforms.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.Assert.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.Test;

/** {@link AmericanOdds}, {@link DecimalOdds}, {@link Probability} and {@link Line}. */
public class PricesTest {
  @Test
  public void americanOddsAsDecimalOddsAndChances() {
    assertThat(AmericanOdds.of(150).toDecimal().getValue(), closeTo(2.5, 1e-12));
    assertThat(AmericanOdds.of(-200).toDecimal().getValue(), closeTo(1.5, 1e-12));
    assertThat(AmericanOdds.of(100).toDecimal().getValue(), is(2.0));
    assertThat(AmericanOdds.of(-100).toDecimal().getValue(), is(2.0));
    assertThat(AmericanOdds.of(-110).impliedProbability().getValue(), closeTo(11 / 21.0, 1e-12));
    assertThat(AmericanOdds.of(150).impliedProbability().getValue(), closeTo(0.4, 1e-12));
    assertThat(AmericanOdds.of(150).toString(), is("+150"));
    assertThat(AmericanOdds.of(-110).toString(), is("-110"));
    assertThat(AmericanOdds.of(-110), is(lessThan(AmericanOdds.of(100))));
  }

  @Test
  public void decimalOddsAsAmericanOdds() {
    assertThat(DecimalOdds.of(1.91).toAmerican(), is(AmericanOdds.of(-110)));
    assertThat(DecimalOdds.of(2.5).toAmerican(), is(AmericanOdds.of(150)));
    assertThat(DecimalOdds.of(2).toAmerican(), is(AmericanOdds.of(100)));
    assertThat(DecimalOdds.of(1.9999).toAmerican(), is(AmericanOdds.of(-100)));
    assertThat(DecimalOdds.of(1.91).toString(), is("1.91"));
    assertThat(DecimalOdds.of(1.5), is(lessThan(DecimalOdds.of(2))));
  }

  @Property(tries = 500)
  void bothNotationsSayTheSame(
      @ForAll @IntRange(min = 101, max = 20_000) int value, @ForAll boolean favourite) {
    AmericanOdds odds = AmericanOdds.of(favourite ? -value : value);
    assertThat(odds.toDecimal().toAmerican(), is(odds));
    assertThat(
        odds.impliedProbability().getValue(), closeTo(1 / odds.toDecimal().getValue(), 1e-12));
  }

  @Test
  public void whatIsNoPriceIsNamed() {
    for (int value : new int[] {-99, 0, 1, 99}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> AmericanOdds.of(value));
      assertThat(e.getMessage(), containsString(value + " is not a price in American odds"));
    }
    for (double value : new double[] {1, 0.5, -2, Double.NaN, Double.POSITIVE_INFINITY}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> DecimalOdds.of(value));
      assertThat(e.getMessage(), containsString(value + " is not a price in decimal odds"));
    }
  }

  @Test
  public void aChanceLiesBetweenZeroAndOne() {
    assertThat(Probability.of(0).complement(), is(Probability.of(1)));
    assertThat(Probability.of(0.25).complement().getValue(), is(0.75));
    assertThat(Probability.of(0.25), is(lessThan(Probability.of(0.5))));
    assertThat(Probability.of(0.25).toString(), is("0.25"));
    for (double value : new double[] {-0.01, 1.01, Double.NaN}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> Probability.of(value));
      assertThat(e.getMessage(), containsString(value + " is not a probability"));
    }
  }

  @Test
  public void aLineIsAPositiveMultipleOfOneHalf() {
    assertThat(Line.of(0.5).canPush(), is(false));
    assertThat(Line.of(22.5).canPush(), is(false));
    assertThat(Line.of(22).canPush(), is(true));
    assertThat(Line.of(199.5).getValue(), is(199.5));
    assertThat(Line.of(22).toString(), is("22.0"));
    assertThat(Line.of(22), is(lessThan(Line.of(22.5))));
    for (double value : new double[] {0, -0.5, 22.25, 200, Double.NaN, 1e300}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> Line.of(value));
      assertThat(e.getMessage(), containsString(value + " is not a line"));
    }
  }
}
