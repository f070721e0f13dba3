package dev.tipoff.transforms.systems;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.consensus;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.offer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.odds.ConsensusLine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** {@link RunningForm}, {@link Baseline} and {@link MarketLine}. */
public class SystemsTest {
  private static final GameContext CONTEXT = context(GAME, DAY).build();
  private static final KnownGames NONE = new LeagueHistory().before(DAY, CONTEXT.getSeason());

  /** The same form in every market. */
  private static FeatureVector form(int games, double sd) {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    values.put(Feature.GAMES_SEASON, (double) games);
    for (Market market : Market.values()) {
      values.put(Feature.lastGame(market), 7.0);
      values.put(Feature.meanLast5(market), 20.0);
      values.put(Feature.meanLast10(market), 22.0);
      values.put(Feature.meanSeason(market), 24.0);
      values.put(Feature.meanExponential(market), 23.5);
      values.put(Feature.sdLast10(market), sd);
    }
    return FeatureVector.of(DAY, GAME, ZED, values);
  }

  private static Forecast forecast(PredictionSystem system, FeatureVector form, Market market) {
    return system.forecast(form, CONTEXT, NONE, market).orElseThrow();
  }

  @Test
  public void theMovingAverageMixesThreeMeans() {
    Forecast forecast = forecast(RunningForm.MOVING_AVERAGE, form(12, 5), Market.POINTS);
    assertThat(forecast.mean(), closeTo(10 + 6.6 + 4.8, 1e-12));
    assertThat(forecast.sd(), closeTo(Math.sqrt((9 * 25 + 30 * (13.7 + 2.73 * 21.4)) / 39), 1e-9));
    assertThat(forecast.isPoint(), is(false));
  }

  @Test
  public void theExponentialMeanIsTheFeature() {
    Forecast forecast = forecast(RunningForm.EXPONENTIAL_MEAN, form(12, 5), Market.POINTS);
    assertThat(forecast.mean(), is(23.5));
    assertThat(forecast.sd(), closeTo(Math.sqrt((9 * 25 + 30 * (13.7 + 2.73 * 23.5)) / 39), 1e-9));
  }

  @Test
  public void fewGamesCountForLittleBesideTheUsualSpread() {
    Forecast forecast = forecast(RunningForm.EXPONENTIAL_MEAN, form(4, 20), Market.POINTS);
    assertThat(forecast.sd(), closeTo(Math.sqrt((3 * 400 + 30 * (13.7 + 2.73 * 23.5)) / 33), 1e-9));
  }

  @Test
  public void everyMarketHasItsUsualSpread() {
    Map<Market, Double> usual =
        Map.of(
            Market.POINTS,
            13.7 + 2.73 * 23.5,
            Market.REBOUNDS,
            0.95 + 1.35 * 23.5,
            Market.ASSISTS,
            0.45 + 1.25 * 23.5,
            Market.PRA,
            34 + 2.0 * 23.5);
    usual.forEach(
        (market, variance) ->
            assertThat(
                forecast(RunningForm.EXPONENTIAL_MEAN, form(10, 8), market).sd(),
                closeTo(Math.sqrt((9 * 64 + 30 * variance) / 39), 1e-9)));
  }

  @Test
  public void aPlayerWhoNeverScoresIsExpectedNotTo() {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    values.put(Feature.GAMES_SEASON, 5.0);
    values.put(Feature.ASSISTS_MEAN_EXPONENTIAL, 0.0);
    values.put(Feature.ASSISTS_SD_LAST_10, 0.0);
    Forecast forecast =
        forecast(
            RunningForm.EXPONENTIAL_MEAN, FeatureVector.of(DAY, GAME, ZED, values), Market.ASSISTS);
    assertThat(forecast.mean(), is(0.0));
    assertThat(forecast.median(), is(0.0));
  }

  @Test
  public void baselinesArePoints() {
    Map<Baseline, Double> expected =
        Map.of(
            Baseline.LAST_GAME, 7.0,
            Baseline.LAST_5, 20.0,
            Baseline.LAST_10, 22.0,
            Baseline.SEASON_MEAN, 24.0);
    assertThat(expected.size(), is(Baseline.values().length));
    expected.forEach(
        (baseline, value) -> {
          for (Market market : Market.values()) {
            Forecast forecast = forecast(baseline, form(3, 5), market);
            assertThat(forecast.isPoint(), is(true));
            assertThat(forecast.median(), is(value));
          }
        });
  }

  @Test
  public void twoGamesAreTooFew() {
    for (Market market : Market.values()) {
      for (PredictionSystem system : RunningForm.values()) {
        assertThat(system.forecast(form(2, 5), CONTEXT, NONE, market), is(Optional.empty()));
      }
      for (PredictionSystem system : Baseline.values()) {
        assertThat(system.forecast(form(2, 5), CONTEXT, NONE, market), is(Optional.empty()));
        assertThat(
            system.forecast(FeatureVector.of(DAY, GAME, ZED, Map.of()), CONTEXT, NONE, market),
            is(Optional.empty()));
      }
      assertThat(forecast(RunningForm.MOVING_AVERAGE, form(3, 5), market).isPoint(), is(false));
    }
  }

  @Test
  public void theMovingAverageIsTheSeasonAndWhatTheLatestGamesChange() {
    for (Market market : Market.values()) {
      assertThat(
          RunningForm.MOVING_AVERAGE.reasons(form(12, 5), CONTEXT, NONE, market),
          is(
              List.of(
                  new Contribution("mean of the season", 24),
                  new Contribution("last 5 games", -2),
                  new Contribution("last 10 games", 0.3 * -2))));
    }
  }

  @Test
  public void theExponentialMeanIsItsOwnReason() {
    assertThat(
        RunningForm.EXPONENTIAL_MEAN.reasons(form(12, 5), CONTEXT, NONE, Market.PRA),
        is(List.of(new Contribution("mean of the season, late games weighing more", 23.5))));
  }

  @Test
  public void withoutAForecastThereAreNoReasons() {
    for (PredictionSystem system : FormulaSystems.all()) {
      assertThat(system.reasons(form(2, 5), CONTEXT, NONE, Market.POINTS), is(List.of()));
    }
  }

  @Test
  public void theFormulaSystems() {
    assertThat(
        FormulaSystems.all().stream().map(PredictionSystem::id).toList(),
        is(List.of("moving_average", "exponential_mean", "zone_matchup", "similarity_balanced")));
  }

  @Test
  public void systemsSayWhoTheyAre() {
    assertThat(RunningForm.MOVING_AVERAGE.id(), is("moving_average"));
    assertThat(RunningForm.EXPONENTIAL_MEAN.id(), is("exponential_mean"));
    assertThat(RunningForm.MOVING_AVERAGE.kind(), is(SystemKind.BLIND));
    assertThat(Baseline.LAST_GAME.id(), is("last_game"));
    assertThat(Baseline.LAST_5.id(), is("last_5"));
    assertThat(Baseline.LAST_10.id(), is("last_10"));
    assertThat(Baseline.SEASON_MEAN.id(), is("season_mean"));
    assertThat(Baseline.LAST_5.kind(), is(SystemKind.BASELINE));
    assertThat(MarketLine.MEDIAN.id(), is("market_line"));
    assertThat(MarketLine.MEAN.id(), is("market_mean"));
    assertThat(MarketLine.PRICE_ADJUSTED.id(), is("market_price_adjusted"));
  }

  @Test
  public void theMarketsForecastsAreWhatTheBooksSay() {
    ConsensusLine line =
        consensus(offer("alphabet", 21.5, -110, -110))
            .setMedian(22)
            .setMean(21.75)
            .setPriceAdjusted(22.3)
            .build();
    Map<MarketLine, Double> expected =
        Map.of(MarketLine.MEDIAN, 22.0, MarketLine.MEAN, 21.75, MarketLine.PRICE_ADJUSTED, 22.3);
    assertThat(expected.size(), is(MarketLine.values().length));
    expected.forEach(
        (system, value) -> {
          Forecast forecast = system.forecast(Map.of(), line).orElseThrow();
          assertThat(system.kind(), is(SystemKind.MARKET));
          assertThat(forecast.isPoint(), is(true));
          assertThat(forecast.median(), is(value));
        });
  }
}
