package dev.tipoff.transforms.prediction;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.tip;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.slate.SlateWindows;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.values.PCollection;
import org.junit.Rule;
import org.junit.Test;

public class LimitStakesTest {
  private static final double EXACT = 1e-12;
  private static final PlayerKey ANN = PlayerKey.of("900003");

  @Rule public final TestPipeline pipeline = TestPipeline.create();

  static Prediction.Builder bet(
      PlayerKey player, Market market, double expectedValue, double stake) {
    return InventedPrediction.bet()
        .setGameDate(DAY)
        .setGameId(GAME)
        .setPlayer(player)
        .setMarket(market)
        .setAsOf(tip(DAY).minus(1))
        .setTipTime(tip(DAY))
        .setExpectedValue(expectedValue)
        .setStake(stake);
  }

  private static String stakes(List<Prediction> bets) {
    return bets.stream()
        .map(bet -> bet.getMarket() + " " + bet.getStake())
        .collect(Collectors.joining(", "));
  }

  @Test
  public void ofTheBetsOnAPlayerTheBestIsStaked() {
    List<Prediction> limited =
        LimitStakes.limit(
            List.of(
                bet(ZED, Market.POINTS, 0.05, 0.02).build(),
                bet(ZED, Market.PRA, 0.09, 0.01).build(),
                bet(ZED, Market.ASSISTS, 0.07, 0.02).build()),
            0.05);
    assertThat(stakes(limited), is("PRA 0.01, ASSISTS 0.0, POINTS 0.0"));
    assertThat(
        limited.get(1),
        is(bet(ZED, Market.ASSISTS, 0.07, 0).setRecommendation(Recommendation.OVER).build()));
  }

  @Test
  public void ofEqualBetsTheFirstMarketIsStaked() {
    Prediction points = bet(ZED, Market.POINTS, 0.05, 0.02).build();
    Prediction rebounds = bet(ZED, Market.REBOUNDS, 0.05, 0.02).build();
    String expected = "POINTS 0.02, REBOUNDS 0.0";
    assertThat(stakes(LimitStakes.limit(List.of(points, rebounds), 0.05)), is(expected));
    assertThat(stakes(LimitStakes.limit(List.of(rebounds, points), 0.05)), is(expected));
  }

  @Test
  public void theStakesOfAGameAreScaledDownToItsCap() {
    List<Prediction> limited =
        LimitStakes.limit(
            List.of(
                bet(ZED, Market.POINTS, 0.05, 0.02).build(),
                bet(ZED, Market.PRA, 0.04, 0.02).build(),
                bet(MOE, Market.POINTS, 0.05, 0.01).build(),
                bet(ANN, Market.POINTS, 0.05, 0.02).build()),
            0.025);
    assertThat(limited.get(0).getStake(), closeTo(0.01, EXACT));
    assertThat(limited.get(1).getStake(), is(0.0));
    assertThat(limited.get(2).getStake(), closeTo(0.005, EXACT));
    assertThat(limited.get(3).getStake(), closeTo(0.01, EXACT));
  }

  @Test
  public void stakesBelowTheCapStayAsTheyAre() {
    Prediction bet = bet(ZED, Market.POINTS, 0.05, 0.02).build();
    assertThat(LimitStakes.limit(List.of(bet), 0.02), is(List.of(bet)));
  }

  @Test
  public void systemsAndGamesAreApartAndWhatHasNoStakeComesThrough() {
    Prediction other = bet(ZED, Market.PRA, 0.02, 0.02).setSystemId("other").build();
    Prediction later =
        bet(ZED, Market.PRA, 0.02, 0.02)
            .setGameId("0023000515")
            .setGameDate(DAY.plusDays(2))
            .build();
    Prediction pass =
        bet(ZED, Market.ASSISTS, 0.01, 0).setRecommendation(Recommendation.PASS).build();
    Prediction unlined =
        bet(MOE, Market.ASSISTS, 0, 0)
            .setRecommendation(Recommendation.NO_LINE)
            .setExpectedValue(null)
            .setStake(null)
            .build();
    PCollection<Prediction> limited =
        OneBundle.of(
                pipeline,
                "Predictions",
                List.of(
                    bet(ZED, Market.POINTS, 0.05, 0.02).build(),
                    bet(ZED, Market.PRA, 0.04, 0.02).build(),
                    bet(MOE, Market.POINTS, 0.03, 0.02).build(),
                    other,
                    later,
                    pass,
                    unlined),
                42)
            .apply(SlateWindows.by(Prediction::getGameDate))
            .apply(LimitStakes.of(0.02));
    PAssert.that(limited)
        .containsInAnyOrder(
            ImmutableList.of(
                bet(ZED, Market.POINTS, 0.05, 0.01).build(),
                bet(ZED, Market.PRA, 0.04, 0).build(),
                bet(MOE, Market.POINTS, 0.03, 0.01).build(),
                other,
                later,
                pass,
                unlined));
    PAssert.that(limited)
        .inWindow(SlateWindows.windows().assignWindow(DAY.plusDays(2).lastInstant()))
        .containsInAnyOrder(later);
    pipeline.run();
  }

  @Test
  public void aCapThatIsNoShareIsRefused() {
    for (double cap : new double[] {-0.01, 1.01, Double.NaN}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> LimitStakes.of(cap));
      assertThat(e.getMessage(), containsString(String.valueOf(cap)));
    }
  }
}
