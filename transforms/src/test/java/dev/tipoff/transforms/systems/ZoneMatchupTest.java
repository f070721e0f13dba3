package dev.tipoff.transforms.systems;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.context;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.model.Market;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class ZoneMatchupTest {
  private static final GameContext CONTEXT = context(GAME, DAY).build();
  private static final KnownGames NONE = new LeagueHistory().before(DAY, CONTEXT.getSeason());
  private static final ZoneMatchup SYSTEM = new ZoneMatchup();

  /** 20 points, 10 rebounds and 5 assists by the game, as much by the minute, in a usual game. */
  private final Map<Feature, Double> values = CircumstanceTest.usual();

  public ZoneMatchupTest() {
    values.put(Feature.GAMES_SEASON, 20.0);
    values.put(Feature.HOME, 0.5);
    values.put(Feature.MINUTES_PROJECTION, 40.0);
    for (Market market : Market.values()) {
      values.put(Feature.sdLast10(market), 5.0);
    }
    values.put(Feature.POINTS_MEAN_EXPONENTIAL, 20.0);
    values.put(Feature.POINTS_PER_MINUTE_SLOW, 0.5);
    values.put(Feature.CAREER_POINTS_PER_MINUTE, 0.5);
    values.put(Feature.REBOUNDS_MEAN_EXPONENTIAL, 10.0);
    values.put(Feature.REBOUNDS_PER_MINUTE_SLOW, 0.25);
    values.put(Feature.CAREER_REBOUNDS_PER_MINUTE, 0.25);
    values.put(Feature.ASSISTS_MEAN_EXPONENTIAL, 5.0);
    values.put(Feature.ASSISTS_PER_MINUTE_SLOW, 0.125);
    values.put(Feature.CAREER_ASSISTS_PER_MINUTE, 0.125);
  }

  private FeatureVector vector() {
    return FeatureVector.of(DAY, GAME, ZED, values);
  }

  private double mean(Market market) {
    return SYSTEM.forecast(vector(), CONTEXT, NONE, market).orElseThrow().mean();
  }

  @Test
  public void aUsualGameIsForecastAtHisLevel() {
    assertThat(mean(Market.POINTS), closeTo(20, 1e-9));
    assertThat(mean(Market.REBOUNDS), closeTo(10, 1e-9));
    assertThat(mean(Market.ASSISTS), closeTo(5, 1e-9));
    assertThat(mean(Market.PRA), closeTo(35, 1e-9));
  }

  @Test
  public void hisLevelIsMeanAndMinutesAtHisRate() {
    values.put(Feature.MINUTES_PROJECTION, 30.0);
    values.put(Feature.CAREER_POINTS_PER_MINUTE, 0.7);
    assertThat(mean(Market.POINTS), closeTo(0.4 * 20 + 0.6 * 30 * 0.6, 1e-9));
  }

  @Test
  public void withoutARateHisMeanIsHisLevel() {
    values.remove(Feature.REBOUNDS_PER_MINUTE_SLOW);
    values.put(Feature.MINUTES_PROJECTION, 10.0);
    assertThat(mean(Market.REBOUNDS), closeTo(10, 1e-9));
  }

  @Test
  public void eachMarketHasItsDefence() {
    values.put(Feature.OPPONENT_ALLOWED_TO_ROLE, 0.9);
    values.put(Feature.OPPONENT_TWOS_PERCENTAGE_ALLOWED, -3.0);
    assertThat(mean(Market.POINTS), is(lessThan(19.4)));
    assertThat(mean(Market.REBOUNDS), closeTo(10, 1e-9));
    values.put(Feature.OPPONENT_REBOUNDS_ALLOWED_FACTOR, 0.9);
    assertThat(mean(Market.REBOUNDS), closeTo(9.35, 1e-9));
    values.put(Feature.OPPONENT_ASSISTS_ALLOWED_FACTOR, 1.1);
    assertThat(mean(Market.ASSISTS), closeTo(5.25, 1e-9));
  }

  @Test
  public void allThreeAreTheSumOfTheirForecasts() {
    values.put(Feature.OPPONENT_ALLOWED_TO_ROLE, 0.9);
    values.put(Feature.OPPONENT_REBOUNDS_ALLOWED_FACTOR, 1.1);
    values.put(Feature.EXPECTED_PACE, 104.0);
    assertThat(
        mean(Market.PRA),
        closeTo(mean(Market.POINTS) + mean(Market.REBOUNDS) + mean(Market.ASSISTS), 1e-9));
  }

  @Test
  public void reasonsAddUpToTheMean() {
    values.put(Feature.OPPONENT_ALLOWED_TO_ROLE, 0.8);
    values.put(Feature.EXPECTED_PACE, 104.0);
    values.put(Feature.FRESHNESS_SCORE, 60.0);
    values.put(Feature.GAMES_MISSED_SINCE_LAST, 2.0);
    for (Market market : Market.values()) {
      List<Contribution> reasons = SYSTEM.reasons(vector(), CONTEXT, NONE, market);
      assertThat(
          reasons.stream().mapToDouble(Contribution::amount).sum(), closeTo(mean(market), 1e-9));
      assertThat(reasons.get(0).what(), is("his level"));
    }
    Contribution largest = SYSTEM.reasons(vector(), CONTEXT, NONE, Market.POINTS).get(1);
    assertThat(largest.what(), is("games missed since his latest"));
    assertThat(largest.amount(), closeTo(20 * -0.08 * Math.log(3), 1e-9));
  }

  /** All against him at once still leave something. */
  @Test
  public void aForecastIsNeverNegative() {
    values.put(Feature.OPPONENT_ALLOWED_TO_ROLE, 0.5);
    values.put(Feature.OPPONENT_TWOS_PERCENTAGE_ALLOWED, -60.0);
    values.put(Feature.OPPONENT_REBOUNDS_ALLOWED_FACTOR, 0.4);
    values.put(Feature.EXPECTED_PACE, 70.0);
    values.put(Feature.HOME, 0.0);
    values.put(Feature.FRESHNESS_SCORE, 0.0);
    values.put(Feature.GAMES_MISSED_SINCE_LAST, 100.0);
    values.put(Feature.MINUTES_MISSING_AGAINST_USUAL, -200.0);
    assertThat(mean(Market.POINTS), is(greaterThan(1.0)));
    assertThat(mean(Market.REBOUNDS), is(greaterThan(1.0)));
  }

  @Test
  public void twoGamesAreTooFew() {
    values.put(Feature.GAMES_SEASON, 2.0);
    for (Market market : Market.values()) {
      assertThat(SYSTEM.forecast(vector(), CONTEXT, NONE, market).isEmpty(), is(true));
      assertThat(SYSTEM.reasons(vector(), CONTEXT, NONE, market), is(List.of()));
    }
  }

  @Test
  public void saysWhatItIs() {
    assertThat(SYSTEM.id(), is("zone_matchup"));
    assertThat(SYSTEM.kind(), is(SystemKind.BLIND));
  }
}
