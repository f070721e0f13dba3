package dev.tipoff.transforms.features;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Every score goes one way with what it is made from. */
public class CompositeTest {
  private static final double EXACT = 1e-9;

  /** Load is another game however short, longer ones, more back-to-backs, or fewer days off. */
  @Property
  void moreLoadIsNeverFresher(
      @ForAll @IntRange(min = 1, max = 6) int rest,
      @ForAll @IntRange(min = 0, max = 7) int games,
      @ForAll @DoubleRange(min = 0, max = 48) double minutes,
      @ForAll @IntRange(min = 0, max = 7) int backToBacks,
      @ForAll @IntRange(min = 0, max = 5) int lessRest,
      @ForAll @IntRange(min = 0, max = 3) int moreGames,
      @ForAll @DoubleRange(min = 0, max = 12) double longer,
      @ForAll @IntRange(min = 0, max = 3) int moreBackToBacks) {
    double usual =
        Composite.freshness(
            rest, games, games * minutes, games == 0 ? Double.NaN : minutes, backToBacks);
    double played = minutes + longer;
    double loaded =
        Composite.freshness(
            Math.max(1, rest - lessRest),
            games + moreGames,
            games * played + moreGames,
            games == 0 ? moreGames == 0 ? Double.NaN : 1 : played,
            backToBacks + moreBackToBacks);
    assertThat(loaded, is(lessThanOrEqualTo(usual)));
  }

  @Example
  void freshnessFallsByEachRule() {
    assertThat(Composite.freshness(2, 3, 90, 38, 0), is(100.0));
    assertThat(Composite.freshness(1, 3, 90, 38, 0), is(85.0));
    assertThat(Composite.freshness(2, 4, 90, 38, 0), is(90.0));
    assertThat(Composite.freshness(2, 3, 90, 38.1, 0), is(92.0));
    assertThat(Composite.freshness(2, 3, 90, 38, 1), is(95.0));
    assertThat(Composite.freshness(2, 3, 90, 38, 2), is(88.0));
    assertThat(Composite.freshness(3, 4, 90, 38, 0), is(95.0));
    assertThat(Composite.freshness(1, 6, 241, 45, 3), is(45.0));
  }

  @Property
  void paceRisesWithTheOpponents(
      @ForAll @DoubleRange(min = 90, max = 120) double league,
      @ForAll @DoubleRange(min = -10, max = 10) double difference,
      @ForAll @DoubleRange(min = 0.01, max = 10) double faster) {
    double slow = Composite.pace(league + difference, league);
    double fast = Composite.pace(league + difference + faster, league);
    assertThat(fast, is(greaterThanOrEqualTo(slow)));
    if (difference > -6 && difference < 6) {
      assertThat(fast, is(greaterThan(slow)));
    }
  }

  @Property
  void usageSpikeRisesWithWhatIsOutAndWithHisOwn(
      @ForAll @DoubleRange(min = 1, max = 30) double own,
      @ForAll @DoubleRange(min = 60, max = 120) double there,
      @ForAll @DoubleRange(min = 0, max = 80) double out,
      @ForAll @DoubleRange(min = 0.01, max = 20) double more) {
    double usual = Composite.usageSpike(own, there, out);
    double moreOut = Composite.usageSpike(own, there, out + more);
    double moreOfHis = Composite.usageSpike(own + more, there, out);
    assertThat(moreOut, is(greaterThanOrEqualTo(usual)));
    assertThat(moreOfHis, is(greaterThanOrEqualTo(usual)));
    if (usual < 3) {
      assertThat(moreOut, is(greaterThan(usual)));
    }
    if (usual < 3 && out > 1) {
      assertThat(moreOfHis, is(greaterThan(usual)));
    }
  }

  @Property
  void zoneMismatchRisesWithWhatTheOpponentAllows(
      @ForAll @DoubleRange(min = 34, max = 100) double share,
      @ForAll @DoubleRange(min = -20, max = 20) double allowed,
      @ForAll @DoubleRange(min = 0.01, max = 10) double more) {
    double usual = Composite.zoneMismatch(share, allowed);
    double leakier = Composite.zoneMismatch(share, allowed + more);
    assertThat(leakier, is(greaterThanOrEqualTo(usual)));
    assertThat(Math.signum(usual), is(Math.signum(allowed)));
    if (usual > -10 && usual < 10) {
      assertThat(leakier, is(greaterThan(usual)));
    }
  }

  @Example
  void zoneMismatchIsThePointsAllowedTimesTheShareOverFifty() {
    assertThat(Composite.zoneMismatch(40, 5), is(closeTo(4, EXACT)));
    assertThat(Composite.zoneMismatch(60, -5), is(closeTo(-5, EXACT)));
    assertThat(Composite.zoneMismatch(60, 12), is(10.0));
    assertThat(Composite.zoneMismatch(60, -12), is(-10.0));
  }
}
