package dev.tipoff.transforms.systems;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.consensus;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.offer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.learned.LineBlend;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.Mixture;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.learned.TinyModels;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.odds.ConsensusLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** {@link GradientBoosted}, {@link Ensemble} and {@link LineAware}. */
public class LearnedSystemsTest {
  private static final GameContext CONTEXT = context(GAME, DAY).build();
  private static final KnownGames GAMES = new LeagueHistory().before(DAY, CONTEXT.getSeason());
  private static final FeatureVector KNOWN = form(30);

  private MarketModel model;
  private SlateModels models;

  @Before
  public void learn() throws Exception {
    model =
        TinyModels.model(Market.POINTS, DAY).toBuilder()
            .mixture(
                Mixture.of(
                    ImmutableList.of("moving_average", "gradient_boosted"),
                    ImmutableList.of(0.25, 0.75),
                    ImmutableList.of(0.9, 1.0)))
            .blends(
                ImmutableMap.of(
                    Ensemble.ID, LineBlend.of(0.6, 99), GradientBoosted.ID, LineBlend.of(0.8, 99)))
            .build();
    models = SlateModels.of(model);
  }

  private static FeatureVector form(double games) {
    return FeatureVector.of(
        DAY,
        GAME,
        ZED,
        Map.of(
            Feature.GAMES_SEASON,
            games,
            Feature.POINTS_MEAN_SLOW,
            20.0,
            Feature.MINUTES_MEAN_SLOW,
            31.0));
  }

  private Optional<Forecast> boosted(FeatureVector known, Market market) {
    return GradientBoosted.create().using(models).forecast(known, CONTEXT, GAMES, market);
  }

  @Test
  public void theTreesAreSpreadAsTheirErrorsWere() {
    double median = model.trees().median(new float[] {20, 31});
    assertThat(median, closeTo(20, 3));
    Forecast forecast = boosted(KNOWN, Market.POINTS).orElseThrow();
    assertThat(forecast.mean(), is(model.residuals().forecast(median).mean()));
    assertThat(forecast.sd(), closeTo(3.2, 0.6));
  }

  @Test
  public void nothingIsSaidOfWhatWasNotLearned() {
    assertThat(boosted(KNOWN, Market.REBOUNDS), is(Optional.empty()));
    assertThat(boosted(form(2), Market.POINTS), is(Optional.empty()));
    assertThat(
        GradientBoosted.create().forecast(KNOWN, CONTEXT, GAMES, Market.POINTS),
        is(Optional.empty()));
    assertThat(Ensemble.create().forecast(Map.of(), Market.POINTS), is(Optional.empty()));
    assertThat(
        Ensemble.create().using(models).forecast(Map.of(), Market.POINTS), is(Optional.empty()));
  }

  @Test
  public void aSlateAskedAheadIsAnsweredAsOneByOne() {
    FeatureVector newcomer = form(2);
    FeatureVector other = form(30);
    FeatureVector unasked = form(41);
    GradientBoosted one = GradientBoosted.create().using(models);
    GradientBoosted ahead = one.ahead(Market.POINTS, List.of(KNOWN, newcomer, other));
    for (FeatureVector player : List.of(KNOWN, newcomer, other, unasked)) {
      for (Market market : Market.values()) {
        assertThat(
            ahead.forecast(player, CONTEXT, GAMES, market).map(Forecast::mean),
            is(one.forecast(player, CONTEXT, GAMES, market).map(Forecast::mean)));
        assertThat(
            ahead.reasons(player, CONTEXT, GAMES, market),
            is(one.reasons(player, CONTEXT, GAMES, market)));
      }
    }
  }

  @Test
  public void theReasonsOfTheTreesAddUpToTheirMedian() {
    List<Contribution> reasons =
        GradientBoosted.create().using(models).reasons(KNOWN, CONTEXT, GAMES, Market.POINTS);
    assertThat(reasons.size(), is(3));
    assertThat(reasons.get(0).what(), is("points_mean_slow"));
    assertThat(reasons.get(2).what(), is("base"));
    assertThat(
        reasons.stream().mapToDouble(Contribution::amount).sum(),
        closeTo(model.trees().median(new float[] {20, 31}), 1e-3));
  }

  @Test
  public void theEnsembleMixesMeansAsLearned() {
    Map<String, Forecast> forecasts =
        Map.of(
            "moving_average",
            Forecast.negativeBinomial(24, 60),
            GradientBoosted.ID,
            boosted(KNOWN, Market.POINTS).orElseThrow());
    double median = 0.25 * 0.9 * 24 + 0.75 * forecasts.get(GradientBoosted.ID).mean();
    Ensemble ensemble = Ensemble.create().using(models);
    assertThat(
        ensemble.forecast(forecasts, Market.POINTS).orElseThrow().mean(),
        closeTo(model.mixtureResiduals().forecast(median).mean(), 1e-12));
    assertThat(
        ensemble.reasons(forecasts, Market.POINTS).stream().mapToDouble(Contribution::amount).sum(),
        closeTo(median, 1e-12));
  }

  @Test
  public void aLineIsBlendedIntoTheSystemItIsLearnedFor() {
    ConsensusLine line =
        consensus(offer("alphabet", 24.5, -110, -110)).setPriceAdjusted(24.5).build();
    Forecast blind = boosted(KNOWN, Market.POINTS).orElseThrow();
    Map<String, Forecast> forecasts = Map.of(GradientBoosted.ID, blind);
    LineAware system = LineAware.boosted().using(models);
    Forecast forecast = system.forecast(forecasts, line).orElseThrow();
    double median = 0.8 * 24.5 + 0.2 * blind.centre();
    assertThat(forecast.centre(), is(both(greaterThan(blind.centre())).and(lessThan(24.5))));
    assertThat(
        system.reasons(forecasts, line).stream().mapToDouble(Contribution::amount).sum(),
        closeTo(median, 1e-12));
    assertThat(
        forecast.overGivenNoPush(line.getLine()),
        closeTo(
            LineBlend.of(0.8, 99)
                .chance(
                    blind.overGivenNoPush(line.getLine()), line.getProbabilityOver().getValue()),
            1e-9));
    assertThat(system.id(), is("gradient_boosted_market_aware"));
    assertThat(system.kind(), is(SystemKind.MARKET_AWARE));
    assertThat(LineAware.ensemble().using(models).forecast(forecasts, line), is(Optional.empty()));
    assertThat(LineAware.boosted().forecast(forecasts, line), is(Optional.empty()));
  }
}
