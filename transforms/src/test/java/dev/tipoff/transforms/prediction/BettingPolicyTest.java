package dev.tipoff.transforms.prediction;

import static dev.tipoff.transforms.Invented.consensus;
import static dev.tipoff.transforms.Invented.offer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.prediction.BettingPolicy.Decision;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.Test;

public class BettingPolicyTest {
  private static final BettingPolicy STANDARD = BettingPolicy.of(0.03, 0.25, 1);

  private static Forecast forecast(double mean) {
    return Forecast.negativeBinomial(mean, 2 * mean);
  }

  @Test
  public void theOverGoesToTheBookThatPaysMostForIt() {
    ConsensusLine line =
        consensus(offer("alphabet", 22.5, -110, -110), offer("betamax", 22.5, 105, -125)).build();
    Forecast high = forecast(30);
    double over = high.probabilityOver(line.getLine());
    Decision decision = STANDARD.decide(line, high).orElseThrow();
    assertThat(decision.recommendation(), is(Recommendation.OVER));
    assertThat(decision.offer().getBookmaker(), is("betamax"));
    assertThat(decision.expectedValue(), closeTo(over * 1.05 - (1 - over), 1e-9));
    assertThat(decision.stake(), closeTo(0.25 * (over * 1.05 - (1 - over)) / 1.05, 1e-9));
  }

  @Test
  public void theUnderGoesToTheBookThatPaysMostForIt() {
    ConsensusLine line =
        consensus(offer("alphabet", 22.5, -110, -110), offer("betamax", 22.5, 105, -125)).build();
    Forecast low = forecast(15);
    double under = low.probabilityUnder(line.getLine());
    Decision decision = STANDARD.decide(line, low).orElseThrow();
    assertThat(decision.recommendation(), is(Recommendation.UNDER));
    assertThat(decision.offer().getBookmaker(), is("alphabet"));
    assertThat(decision.expectedValue(), closeTo(under * 100 / 110 - (1 - under), 1e-9));
  }

  @Test
  public void belowTheThresholdItPassesAndStillNamesTheBetterSide() {
    ConsensusLine line = consensus(offer("alphabet", 22.5, -110, -110)).build();
    double best =
        BettingPolicy.of(-1, 0.25, 1).decide(line, forecast(23)).orElseThrow().expectedValue();
    Decision pass =
        BettingPolicy.of(Math.nextUp(best), 0.25, 1).decide(line, forecast(23)).orElseThrow();
    assertThat(pass.recommendation(), is(Recommendation.PASS));
    assertThat(pass.stake(), is(0.0));
    assertThat(pass.expectedValue(), is(best));
    assertThat(pass.offer().getBookmaker(), is("alphabet"));
    assertThat(
        BettingPolicy.of(best, 0.25, 1).decide(line, forecast(23)).orElseThrow().recommendation(),
        is(Recommendation.UNDER));
  }

  @Test
  public void aPushReturnsTheStake() {
    ConsensusLine line = consensus(offer("alphabet", 22, 100, -400)).build();
    Forecast forecast = forecast(24);
    double over = forecast.probabilityOver(Line.of(22));
    double under = forecast.probabilityUnder(Line.of(22));
    assertThat(forecast.probabilityPush(Line.of(22)), greaterThan(0.03));
    Decision decision = STANDARD.decide(line, forecast).orElseThrow();
    assertThat(decision.recommendation(), is(Recommendation.OVER));
    assertThat(decision.expectedValue(), closeTo(over - under, 1e-9));
    assertThat(decision.stake(), closeTo(0.25 * (over - under) / (over + under), 1e-9));
  }

  @Test
  public void ofEqualBooksTheFirstByNameIsTaken() {
    ConsensusLine line =
        consensus(
                offer("alphabet", 22.5, -120, -120),
                offer("betamax", 22.5, -110, -110),
                offer("gammaray", 22.5, -110, -110))
            .build();
    assertThat(
        STANDARD.decide(line, forecast(30)).orElseThrow().offer().getBookmaker(), is("betamax"));
    assertThat(
        STANDARD.decide(line, forecast(12)).orElseThrow().offer().getBookmaker(), is("betamax"));
  }

  @Test
  public void onlyTheBooksThatCanBeBetAtAreLookedAt() {
    ConsensusLine line =
        consensus(
                offer("alphabet", 22.5, -120, -120),
                offer("betamax", 22.5, 100, 100),
                offer("gammaray", 22.5, -110, -110))
            .build();
    Forecast high = forecast(30);
    double over = high.probabilityOver(line.getLine());
    BettingPolicy two = STANDARD.atBooks(List.of("gammaray", "alphabet", "deltoid"));
    Decision decision = two.decide(line, high).orElseThrow();
    assertThat(decision.offer().getBookmaker(), is("gammaray"));
    assertThat(decision.expectedValue(), closeTo(over * 100 / 110 - (1 - over), 1e-9));
    assertThat(two.offers(line).size(), is(2));
    assertThat(STANDARD.atBooks(List.of("deltoid")).decide(line, high), is(Optional.empty()));
    assertThat(STANDARD.atBooks(List.of()).decide(line, high), is(STANDARD.decide(line, high)));
    assertThat(two.atBooks(List.of()), is(STANDARD));
  }

  @Test
  public void theStakeIsAFractionOfKellys() {
    ConsensusLine line = consensus(offer("alphabet", 22.5, 100, 100)).build();
    double full = BettingPolicy.of(0.03, 1, 1).decide(line, forecast(30)).orElseThrow().stake();
    Decision none = BettingPolicy.of(0.03, 0, 1).decide(line, forecast(30)).orElseThrow();
    assertThat(STANDARD.decide(line, forecast(30)).orElseThrow().stake(), closeTo(full / 4, 1e-12));
    assertThat(none.stake(), is(0.0));
    assertThat(none.recommendation(), is(Recommendation.OVER));
  }

  @Test
  public void theStakeIsCapped() {
    ConsensusLine line = consensus(offer("alphabet", 22.5, 100, 100)).build();
    assertThat(STANDARD.decide(line, forecast(30)).orElseThrow().stake(), greaterThan(0.05));
    assertThat(
        BettingPolicy.of(0.03, 0.25, 0.05).decide(line, forecast(30)).orElseThrow().stake(),
        is(0.05));
    assertThat(BettingPolicy.standard(), is(BettingPolicy.of(0.03, 0.25, 0.02)));
    assertThrows(IllegalArgumentException.class, () -> BettingPolicy.of(0.03, 0.25, 1.5));
  }

  @Test
  public void whatCannotBeDecidedIsRefused() {
    for (double fraction : new double[] {-0.1, 1.1, Double.NaN}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> BettingPolicy.of(0.03, fraction, 1));
      assertThat(e.getMessage(), containsString(String.valueOf(fraction)));
    }
    ConsensusLine empty = consensus(offer("alphabet", 22.5, 100, 100)).setOffers(List.of()).build();
    assertThrows(
        IllegalStateException.class, () -> STANDARD.decide(empty, forecast(20)).orElseThrow());
  }

  @Property(tries = 300)
  void noOtherBetIsWorthMore(
      @ForAll @DoubleRange(min = 5, max = 40) double mean,
      @ForAll @IntRange(min = 20, max = 60) int halves,
      @ForAll @IntRange(min = 100, max = 300) int over,
      @ForAll @IntRange(min = 100, max = 300) int under) {
    ConsensusLine line =
        consensus(
                offer("alphabet", halves / 2.0, -110, -110),
                offer("betamax", halves / 2.0, over, -under),
                offer("gammaray", halves / 2.0, -over, under))
            .build();
    Forecast forecast = forecast(mean);
    Decision decision = STANDARD.decide(line, forecast).orElseThrow();
    double pOver = forecast.probabilityOver(line.getLine());
    double pUnder = forecast.probabilityUnder(line.getLine());
    double best =
        Math.max(
            pOver * Math.max(over, 100.0) / 100 - pUnder,
            pUnder * Math.max(under, 100.0) / 100 - pOver);
    assertThat(decision.expectedValue(), closeTo(best, 1e-9));
    if (Math.abs(best - 0.03) > 1e-9) {
      assertThat(decision.recommendation() == Recommendation.PASS, is(best < 0.03));
    }
    assertThat(decision.stake(), lessThanOrEqualTo(0.25));
  }
}
