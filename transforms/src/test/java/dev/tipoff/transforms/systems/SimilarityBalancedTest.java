package dev.tipoff.transforms.systems;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.conceded;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.played;
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
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** {@link SimilarityBalanced} and {@link SimilarGames}. */
public class SimilarityBalancedTest {
  private static final GameContext CONTEXT = context(GAME, DAY).build();
  private static final SimilarityBalanced SYSTEM = new SimilarityBalanced();

  private final LeagueHistory league = new LeagueHistory();
  private final Map<Feature, Double> values = CircumstanceTest.usual();

  public SimilarityBalancedTest() {
    values.put(Feature.GAMES_SEASON, 20.0);
    values.put(Feature.HOME, 0.5);
    for (Market market : Market.values()) {
      values.put(Feature.sdLast10(market), 5.0);
      values.put(Feature.meanExponential(market), 20.0);
    }
  }

  /** Zed's game, at home against Miami if nothing else is said. */
  private static PlayerGame.Builder game(int daysBefore, int points) {
    return played("0" + daysBefore, DAY.plusDays(-daysBefore)).setPoints(points);
  }

  /** A game of every second day, the latest two days ago: all of them with the rest of tonight. */
  private void play(int games, int points) {
    for (int i = 1; i <= games; i++) {
      league.add(game(2 * i, points).build());
    }
  }

  private KnownGames known() {
    return league.before(DAY, CONTEXT.getSeason());
  }

  private SimilarGames similar() {
    return SimilarGames.of(CONTEXT, known(), Market.POINTS);
  }

  private double mean(Market market) {
    return SYSTEM
        .forecast(FeatureVector.of(DAY, GAME, ZED, values), CONTEXT, known(), market)
        .orElseThrow()
        .mean();
  }

  @Test
  public void gamesAlikeWeighTheLaterTheMore() {
    play(6, 20);
    SimilarGames similar = similar();
    assertThat(similar.count(), is(6));
    assertThat(similar.mean(), closeTo(20, 1e-9));
    // The first of a season comes after a long rest, two days off: half of 15 is left.
    double weight = 0;
    for (int i = 0; i < 5; i++) {
      weight += Math.pow(0.97, i);
    }
    assertThat(similar.weight(), closeTo(weight + 0.85 * Math.pow(0.97, 5), 1e-9));
  }

  @Test
  public void aGameUnlikeTonightsIsLeftOut() {
    assertThat(withOneOf(99, false).mean(), closeTo(withOneOf(60, false).mean(), 1e-9));
    assertThat(withOneOf(99, true).mean(), is(greaterThan(withOneOf(60, true).mean() + 1)));
  }

  /** Cold games, hot ones, one game the day after those, at home or away, and a usual fortnight. */
  private static SimilarGames withOneOf(int points, boolean home) {
    LeagueHistory league = new LeagueHistory();
    for (int i = 0; i < 15; i++) {
      league.add(game(60 - 2 * i, i < 10 ? 5 : 40).build());
    }
    league.add(game(31, points).setHome(home).build());
    for (int day = 2; day <= 20; day += 2) {
      league.add(game(day, 20).build());
    }
    return SimilarGames.of(CONTEXT, league.before(DAY, CONTEXT.getSeason()), Market.POINTS);
  }

  @Test
  public void hisFormIsComparedWithThatOfThen() {
    // Cold at first, hot from the middle on, as he is tonight.
    for (int i = 1; i <= 10; i++) {
      league.add(game(2 * i, i <= 5 ? 40 : 10).build());
    }
    assertThat(similar().mean(), is(greaterThan(20.0)));
    LeagueHistory even = new LeagueHistory();
    for (int i = 1; i <= 10; i++) {
      even.add(game(2 * i, i % 2 == 0 ? 40 : 10).build());
    }
    assertThat(
        SimilarGames.of(CONTEXT, even.before(DAY, CONTEXT.getSeason()), Market.POINTS).count(),
        is(10));
  }

  @Test
  public void aGameAgainstAnotherTierOfDefenceCountsForLess() {
    // Miami concedes 80, Chicago 100 and New York 120.
    Map<TeamCode, Integer> conceded =
        Map.of(TeamCode.MIA, 80, TeamCode.CHI, 100, TeamCode.NYK, 120);
    conceded.forEach(
        (team, points) -> {
          for (int day = 50; day < 56; day++) {
            wholeGame(team, day, points);
          }
        });
    for (int i = 1; i <= 10; i++) {
      boolean weak = i % 2 == 0;
      league.add(
          game(2 * i, weak ? 30 : 10).setOpponent(weak ? TeamCode.NYK : TeamCode.MIA).build());
    }
    assertThat(similar().mean(), is(lessThan(18.0)));
  }

  private void wholeGame(TeamCode team, int daysBefore, int points) {
    conceded(team, daysBefore, points).forEach(league::add);
  }

  @Test
  public void withoutGamesThereIsNothing() {
    assertThat(similar(), is(new SimilarGames(0, 0, 0)));
    assertThat(mean(Market.POINTS), closeTo(20, 1e-9));
  }

  @Test
  public void fewerThanFiveSayNothing() {
    play(4, 40);
    assertThat(mean(Market.POINTS), closeTo(20, 1e-9));
    league.add(game(10, 40).build());
    assertThat(mean(Market.POINTS), is(greaterThan(22.0)));
  }

  @Test
  public void theMeanIsPulledByWhatSimilarGamesWeigh() {
    play(12, 40);
    double weight = similar().weight();
    assertThat(mean(Market.POINTS), closeTo(20 + 20 * weight / (weight + 30), 1e-9));
    assertThat(mean(Market.REBOUNDS), closeTo(20 - 20 * weight / (weight + 30), 1e-9));
  }

  /** Nothing recorded, ever: no division by zero. */
  @Test
  public void zeroesAreForecastAsZero() {
    play(12, 0);
    for (Market market : Market.values()) {
      values.put(Feature.meanExponential(market), 0.0);
      assertThat(mean(market), is(0.0));
    }
  }

  @Test
  public void theSlateAndLaterGamesAreNotLookedAt() {
    play(12, 40);
    final SimilarGames before = similar();
    league.add(game(0, 99).build());
    league.add(game(-2, 99).build());
    assertThat(similar(), is(before));
  }

  @Test
  public void defencePaceLoadAndAbsenceCount() {
    play(12, 20);
    double usual = mean(Market.POINTS);
    values.put(Feature.OPPONENT_POINTS_ALLOWED_FACTOR, 0.95);
    double strong = mean(Market.POINTS);
    assertThat(strong, is(lessThan(usual)));
    values.put(Feature.FRESHNESS_SCORE, 70.0);
    double tired = mean(Market.POINTS);
    assertThat(tired, is(lessThan(strong)));
    values.put(Feature.GAMES_MISSED_SINCE_LAST, 3.0);
    assertThat(mean(Market.POINTS), is(lessThan(tired)));
    values.put(Feature.MINUTES_MISSING_AGAINST_USUAL, 140.0);
    assertThat(mean(Market.POINTS), is(greaterThan(tired)));
  }

  @Test
  public void reasonsAddUpToTheMean() {
    play(12, 40);
    values.put(Feature.OPPONENT_POINTS_ALLOWED_FACTOR, 0.9);
    values.put(Feature.EXPECTED_PACE, 104.0);
    for (Market market : Market.values()) {
      List<Contribution> reasons =
          SYSTEM.reasons(FeatureVector.of(DAY, GAME, ZED, values), CONTEXT, known(), market);
      assertThat(
          reasons.stream().mapToDouble(Contribution::amount).sum(), closeTo(mean(market), 1e-9));
      assertThat(reasons.get(0), is(new Contribution("his level", 20)));
      assertThat(reasons.get(1).what(), is("games like this one"));
    }
  }

  @Test
  public void twoGamesAreTooFew() {
    values.put(Feature.GAMES_SEASON, 2.0);
    FeatureVector few = FeatureVector.of(DAY, GAME, ZED, values);
    assertThat(SYSTEM.forecast(few, CONTEXT, known(), Market.POINTS).isEmpty(), is(true));
    assertThat(SYSTEM.reasons(few, CONTEXT, known(), Market.POINTS), is(List.of()));
  }

  @Test
  public void saysWhatItIs() {
    assertThat(SYSTEM.id(), is("similarity_balanced"));
    assertThat(SYSTEM.kind(), is(SystemKind.BLIND));
  }
}
