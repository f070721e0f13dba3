package dev.tipoff.transforms.odds;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.DecimalOdds;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.Test;

public class DevigTest {
  private static final double EXACT = 1e-9;

  @Provide
  Arbitrary<AmericanOdds> prices() {
    return Arbitraries.integers()
        .between(100, 5_000)
        .flatMap(size -> Arbitraries.of(size, -size))
        .map(AmericanOdds::of);
  }

  @Property
  void sidesAddToOne(
      @ForAll Devig devig,
      @ForAll("prices") AmericanOdds over,
      @ForAll("prices") AmericanOdds under) {
    double sum = devig.over(over, under).getValue() + devig.over(under, over).getValue();
    assertThat(sum, closeTo(1, EXACT));
  }

  @Property
  void longerOverIsLessLikely(
      @ForAll Devig devig,
      @ForAll("prices") AmericanOdds over,
      @ForAll("prices") AmericanOdds other,
      @ForAll("prices") AmericanOdds under) {
    double difference = over.toDecimal().getValue() - other.toDecimal().getValue();
    if (difference > EXACT) {
      assertThat(devig.over(over, under).getValue(), lessThan(devig.over(other, under).getValue()));
    }
  }

  @Property
  void leavesFairPricesAlone(@ForAll Devig devig, @ForAll("prices") AmericanOdds over) {
    AmericanOdds fairUnder = AmericanOdds.of(-over.getValue());
    assertThat(
        devig.over(over, fairUnder).getValue(),
        closeTo(over.impliedProbability().getValue(), EXACT));
  }

  @Property
  void symmetricPricesAreEven(@ForAll Devig devig, @ForAll("prices") AmericanOdds price) {
    assertThat(devig.over(price, price).getValue(), closeTo(0.5, EXACT));
  }

  @Property
  void powerSolvesItsEquation(
      @ForAll("prices") AmericanOdds over, @ForAll("prices") AmericanOdds under) {
    double fair = Devig.POWER.over(over, under).getValue();
    double implied = over.impliedProbability().getValue();
    double power = Math.log(fair) / Math.log(implied);
    double otherSide = Math.pow(under.impliedProbability().getValue(), power);
    assertThat(fair + otherSide, closeTo(1, 1e-7));
  }

  @Property
  void americanSurvivesDecimal(@ForAll("prices") AmericanOdds price) {
    int expected = price.getValue() == -100 ? 100 : price.getValue();
    assertThat(price.toDecimal().toAmerican().getValue(), is(expected));
  }

  @Property
  void decimalLosesLittleInAmerican(@ForAll("decimals") DecimalOdds price) {
    double back = price.toAmerican().toDecimal().getValue();
    assertThat(back, closeTo(price.getValue(), 0.0051 * (price.getValue() - 1)));
  }

  @Provide
  Arbitrary<DecimalOdds> decimals() {
    return Arbitraries.doubles().between(1.01, 30).map(DecimalOdds::of);
  }

  @Test
  public void powerTakesMoreFromTheLongshot() {
    AmericanOdds favourite = AmericanOdds.of(-200);
    AmericanOdds longshot = AmericanOdds.of(150);
    assertThat(
        Devig.POWER.over(favourite, longshot).getValue(),
        greaterThan(Devig.MULTIPLICATIVE.over(favourite, longshot).getValue()));
    assertThat(Devig.MULTIPLICATIVE.over(favourite, longshot).getValue(), closeTo(0.625, EXACT));
    assertThat(Devig.POWER.over(favourite, longshot).getValue(), closeTo(0.637921, 1e-6));
  }

  @Test
  public void powerStretchesABookBelowOne() {
    AmericanOdds over = AmericanOdds.of(120);
    AmericanOdds under = AmericanOdds.of(110);
    double fair = Devig.POWER.over(over, under).getValue();
    assertThat(fair, greaterThan(over.impliedProbability().getValue()));
    assertThat(fair, lessThan(0.5));
  }

  /** Jullien and Salanié's form of Shin's equation, whose insider share is found by bisection. */
  @Property
  void shinAgreesWithTheGeneralEquation(
      @ForAll("prices") AmericanOdds over, @ForAll("prices") AmericanOdds under) {
    double impliedOver = over.impliedProbability().getValue();
    double impliedUnder = under.impliedProbability().getValue();
    double sum = impliedOver + impliedUnder;
    if (sum <= 1 + 1e-6 || sum > 1.5) {
      return;
    }
    double low = 0;
    double high = 1 - 1e-9;
    for (int i = 0; i < 100; i++) {
      double share = (low + high) / 2;
      if (shin(impliedOver, sum, share) + shin(impliedUnder, sum, share) > 1) {
        low = share;
      } else {
        high = share;
      }
    }
    assertThat(low, greaterThanOrEqualTo(0.0));
    assertThat(Devig.SHIN.over(over, under).getValue(), closeTo(shin(impliedOver, sum, low), 1e-6));
  }

  /** Implied 2/3 and 0.4: of the margin of 1/15 each side pays a thirtieth. */
  @Test
  public void additiveTakesHalfOfTheMarginFromEachSide() {
    AmericanOdds favourite = AmericanOdds.of(-200);
    AmericanOdds longshot = AmericanOdds.of(150);
    assertThat(
        Devig.ADDITIVE.over(favourite, longshot).getValue(), closeTo(2 / 3.0 - 1 / 30.0, EXACT));
    assertThat(Devig.ADDITIVE.over(longshot, favourite).getValue(), closeTo(0.4 - 1 / 30.0, EXACT));
    assertThat(Devig.SHIN.over(favourite, longshot), is(Devig.ADDITIVE.over(favourite, longshot)));
  }

  private static double shin(double implied, double sum, double share) {
    return (Math.sqrt(share * share + 4 * (1 - share) * implied * implied / sum) - share)
        / (2 * (1 - share));
  }
}
