package dev.tipoff.transforms.prediction;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.consensus;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.offer;
import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.Invented.tip;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureQualities;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.slate.SlateMapView;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.systems.MarketLine;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.systems.RunningForm;
import dev.tipoff.transforms.systems.SystemKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.junit.Rule;
import org.junit.Test;

public class PredictTest implements Serializable {
  private static final SlateRange SLATES = SlateRange.of(DAY.plusDays(-30), DAY.plusDays(60));

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  /** Forecasts the season's mean of points; says nothing about a player's first two games. */
  private enum SeasonMean implements PredictionSystem {
    FAKE;

    @Override
    public String id() {
      return "fake_mean";
    }

    @Override
    public SystemKind kind() {
      return SystemKind.BLIND;
    }

    @Override
    public Optional<Forecast> forecast(
        FeatureVector features, GameContext context, KnownGames games, Market market) {
      return features.get(Feature.GAMES_SEASON).orElse(0) < 2
          ? Optional.empty()
          : Optional.of(forecastOf(features.get(Feature.POINTS_MEAN_SEASON).orElseThrow()));
    }
  }

  /** Forecasts how many games the history has. */
  private enum HistorySize implements PredictionSystem {
    FAKE;

    @Override
    public String id() {
      return "fake_size";
    }

    @Override
    public SystemKind kind() {
      return SystemKind.BASELINE;
    }

    @Override
    public Optional<Forecast> forecast(
        FeatureVector features, GameContext context, KnownGames games, Market market) {
      return Optional.of(Forecast.point(games.thisSeason(context.getPlayer()).size()));
    }
  }

  private static Forecast forecastOf(double mean) {
    return Forecast.negativeBinomial(mean, 2 * mean);
  }

  private final transient List<PlayerGame> games = new ArrayList<>();
  private final transient List<GameContext> contexts = new ArrayList<>();
  private final transient List<FeatureVector> features = new ArrayList<>();
  private final transient List<PredictionRequest> requests = new ArrayList<>();

  private static FeatureVector vector(GameContext context, int games, double mean) {
    return FeatureVector.of(
        context.getGameDate(),
        context.getGameId(),
        context.getPlayer(),
        Map.of(
            Feature.GAMES_SEASON,
            (double) games,
            Feature.POINTS_MEAN_SEASON,
            mean,
            Feature.MINUTES_MEAN_SEASON,
            30.0));
  }

  /** Zed has played 20 games and scored 30 points in each. */
  private void known() {
    contexts.add(context(GAME, DAY).build());
    features.add(vector(context(GAME, DAY).build(), 20, 30));
  }

  private static ConsensusLine line() {
    return consensus(offer("alphabet", 22.5, -110, -110), offer("betamax", 22.5, 105, -125))
        .setMedian(23)
        .setMean(22.9)
        .setPriceAdjusted(22.7)
        .build();
  }

  private <T> PCollection<T> rows(String name, List<T> rows, Class<T> type) {
    try {
      Coder<T> coder = SchemaRegistry.createDefault().getSchemaCoder(type);
      return rows.isEmpty()
          ? pipeline.apply(name, Create.empty(coder))
          : OneBundle.of(pipeline, name, rows, 42);
    } catch (NoSuchSchemaException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says nothing of the features, which have a test of their own. */
  private WithFailures.Result<PCollection<Prediction>, Failure> predict(Predict.Builder builder) {
    WithFailures.Result<PCollection<Prediction>, Failure> result = predictWhole(builder);
    return WithFailures.Result.of(
        result
            .output()
            .apply(
                "OfAnyFeatures",
                MapElements.into(TypeDescriptor.of(Prediction.class))
                    .via(
                        row ->
                            row.toBuilder()
                                .setFeaturesHash(0)
                                .setQualityScore(0)
                                .setQualityFlags("")
                                .build())),
        result.failures());
  }

  private WithFailures.Result<PCollection<Prediction>, Failure> predictWhole(
      Predict.Builder builder) {
    return rows("Requests", requests, PredictionRequest.class)
        .apply("RequestSlates", SlateWindows.by(PredictionRequest::getGameDate))
        .apply(
            builder
                .features(
                    rows("Features", features, FeatureVector.class)
                        .apply("FeatureSlates", SlateWindows.by(FeatureVector::getGameDate))
                        .apply(
                            "FeaturesOfSlate",
                            SlateMapView.by(
                                SLATES, row -> PlayerGameKey.of(row.getGameId(), row.getPlayer()))))
                .contexts(
                    rows("Contexts", contexts, GameContext.class)
                        .apply("ContextSlates", SlateWindows.by(GameContext::getGameDate))
                        .apply(
                            "ContextsOfSlate",
                            SlateMapView.by(
                                SLATES, row -> PlayerGameKey.of(row.getGameId(), row.getPlayer()))))
                .histories(
                    rows("Games", games, PlayerGame.class)
                        .apply("Histories", LeagueHistoryView.create()))
                .build());
  }

  private static Predict.Builder fake() {
    return Predict.with(List.of(SeasonMean.FAKE));
  }

  private static Prediction.Builder unlined(PredictionRequest request, double mean) {
    return InventedPrediction.withoutLine()
        .setGameDate(request.getGameDate())
        .setGameId(request.getGameId())
        .setSystemId("fake_mean")
        .setPlayer(request.getPlayer())
        .setMarket(request.getMarket())
        .setAsOf(request.getGameDate().firstInstant())
        .setMean(mean)
        .setMedian(forecastOf(mean).median())
        .setSd(forecastOf(mean).sd())
        .setLow50(forecastOf(mean).position(0.25))
        .setHigh50(forecastOf(mean).position(0.75))
        .setLow80(forecastOf(mean).position(0.1))
        .setHigh80(forecastOf(mean).position(0.9))
        .setLow90(forecastOf(mean).position(0.05))
        .setHigh90(forecastOf(mean).position(0.95))
        .setFeaturesHash(0)
        .setQualityScore(0);
  }

  /** Beside {@link #line}. */
  private static Prediction.Builder over(PredictionRequest request, Forecast forecast) {
    BettingPolicy.Decision decision =
        BettingPolicy.standard().decide(line(), forecast).orElseThrow();
    return unlined(request, forecast.mean())
        .setAsOf(tip(DAY).minus(1))
        .setTipTime(tip(DAY))
        .setRecommendation(Recommendation.OVER)
        .setSources("oddsapi")
        .setConsensusMedian(23.0)
        .setMarketMean(22.9)
        .setMarketPriceAdjusted(22.7)
        .setLine(Line.of(22.5))
        .setBookmaker("betamax")
        .setOverOdds(AmericanOdds.of(105))
        .setUnderOdds(AmericanOdds.of(-125))
        .setSnapshotTime(line().getSnapshotTime())
        .setBooks(2)
        .setMarketProbabilityOver(0.5)
        .setProbabilityOver(forecast.probabilityOver(Line.of(22.5)))
        .setProbabilityPush(0.0)
        .setExpectedValue(decision.expectedValue())
        .setStake(decision.stake());
  }

  private static Prediction.Builder pointAlone(Prediction.Builder row, double value) {
    return row.setMean(value)
        .setMedian(value)
        .setSd(0)
        .setLow50(null)
        .setHigh50(null)
        .setLow80(null)
        .setHigh80(null)
        .setLow90(null)
        .setHigh90(null);
  }

  /** A point beside {@link #line} decides nothing. */
  private static Prediction.Builder point(Prediction.Builder lined, double value) {
    return pointAlone(lined, value)
        .setRecommendation(Recommendation.PASS)
        .setBookmaker("alphabet")
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(-110))
        .setProbabilityOver(null)
        .setProbabilityPush(null)
        .setExpectedValue(null)
        .setStake(null);
  }

  private void expectFailure(
      WithFailures.Result<PCollection<Prediction>, Failure> result, String... texts) {
    PAssert.that(result.output()).empty();
    expectFailures(result, texts);
  }

  private void expectFailures(
      WithFailures.Result<PCollection<Prediction>, Failure> result, String... texts) {
    PAssert.that(
            result
                .failures()
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(
                            failure ->
                                failure.getStep()
                                    + " "
                                    + failure.getCode()
                                    + " "
                                    + failure.getFailureKey()
                                    + " "
                                    + failure.getGameDate()
                                    + ": "
                                    + failure.getMessage())))
        .containsInAnyOrder(ImmutableList.copyOf(texts));
    pipeline.run();
  }

  @Test
  public void aLineIsHeldAgainstEveryKindOfSystem() {
    known();
    games.add(played("1", DAY.plusDays(-3)).build());
    games.add(played("2", DAY.plusDays(-2)).build());
    PredictionRequest request = PredictionRequest.of(line());
    requests.add(request);
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(
            Predict.with(List.of(SeasonMean.FAKE, HistorySize.FAKE))
                .marketSystems(ImmutableList.copyOf(MarketLine.values())));
    PAssert.that(result.output())
        .containsInAnyOrder(
            over(request, forecastOf(30)).build(),
            point(over(request, forecastOf(30)), 2)
                .setSystemId("fake_size")
                .setKind(SystemKind.BASELINE)
                .build(),
            point(over(request, forecastOf(30)), 23)
                .setSystemId("market_line")
                .setKind(SystemKind.MARKET)
                .build(),
            point(over(request, forecastOf(30)), 22.9)
                .setSystemId("market_mean")
                .setKind(SystemKind.MARKET)
                .build(),
            point(over(request, forecastOf(30)), 22.7)
                .setSystemId("market_price_adjusted")
                .setKind(SystemKind.MARKET)
                .build());
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  @Test
  public void withoutALineThereIsAForecastAndNoMarket() {
    known();
    PredictionRequest request = PredictionRequest.of(contexts.get(0), Market.ASSISTS);
    requests.add(request);
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(fake().marketSystems(ImmutableList.of(MarketLine.MEDIAN)));
    PAssert.that(result.output()).containsInAnyOrder(unlined(request, 30).build());
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  @Test
  public void aBetPlacedEarlierIsAsOfThen() {
    known();
    PredictionRequest request = PredictionRequest.of(line());
    requests.add(request);
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(fake().lead(Duration.standardHours(3)));
    PAssert.that(result.output())
        .containsInAnyOrder(
            over(request, forecastOf(30))
                .setAsOf(tip(DAY).minus(Duration.standardHours(3)))
                .build());
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  @Test
  public void thePolicyDecides() {
    known();
    PredictionRequest request = PredictionRequest.of(line());
    requests.add(request);
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(fake().policy(BettingPolicy.of(0.99, 0.25, 1)));
    PAssert.that(result.output())
        .containsInAnyOrder(
            over(request, forecastOf(30))
                .setRecommendation(Recommendation.PASS)
                .setStake(0.0)
                .build());
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  @Test
  public void aLineAtOtherBooksIsNoBookWithTheMarketBesideIt() {
    known();
    PredictionRequest request = PredictionRequest.of(line());
    requests.add(request);
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(
            fake()
                .policy(BettingPolicy.standard().atBooks(List.of("gammaray")))
                .marketSystems(ImmutableList.of(MarketLine.MEDIAN)));
    Prediction.Builder none =
        over(request, forecastOf(30))
            .setRecommendation(Recommendation.NO_BOOK)
            .setBookmaker("")
            .setOverOdds(null)
            .setUnderOdds(null)
            .setExpectedValue(null)
            .setStake(0.0);
    Prediction point =
        point(over(request, forecastOf(30)), 23)
            .setSystemId("market_line")
            .setKind(SystemKind.MARKET)
            .setRecommendation(Recommendation.NO_BOOK)
            .setBookmaker("")
            .setOverOdds(null)
            .setUnderOdds(null)
            .build();
    PAssert.that(result.output()).containsInAnyOrder(none.build(), point);
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  @Test
  public void aSlateWithoutFeaturesAsksForPrecompute() {
    contexts.add(context(GAME, DAY).build());
    // Another slate's features do not help.
    features.add(vector(context(GAME, DAY.plusDays(-1)).build(), 20, 30));
    requests.add(PredictionRequest.of(line()));
    expectFailure(
        predict(fake()),
        "Predict MISSING_FEATURES points|0023000500|900001 2031-01-10: player 900001 in game"
            + " 0023000500 on 2031-01-10, points: the slate has no features at all; run precompute"
            + " --date=2031-01-10");
  }

  @Test
  public void aPlayerWithoutFeaturesAmongOthersIsMissing() {
    contexts.add(context(GAME, DAY).build());
    features.add(vector(context(GAME, DAY).setPlayer(MOE).build(), 20, 30));
    requests.add(PredictionRequest.of(line()));
    expectFailure(
        predict(fake()),
        "Predict MISSING_FEATURES points|0023000500|900001 2031-01-10: player 900001 in game"
            + " 0023000500 on 2031-01-10, points: the slate has features, but none for him");
  }

  @Test
  public void severalFeatureRowsAreNotChosenBetween() {
    known();
    features.add(vector(contexts.get(0), 20, 31));
    requests.add(PredictionRequest.of(line()));
    expectFailure(
        predict(fake()),
        "Predict DUPLICATE_FEATURES points|0023000500|900001 2031-01-10: player 900001 in game"
            + " 0023000500 on 2031-01-10, points: the slate has several feature rows for him");
  }

  @Test
  public void aPlayerWithoutContextAsksForAnalytics() {
    known();
    contexts.clear();
    requests.add(PredictionRequest.of(line()));
    expectFailure(
        predict(fake()),
        "Predict MISSING_CONTEXT points|0023000500|900001 2031-01-10: player 900001 in game"
            + " 0023000500 on 2031-01-10, points: the slate has no game context for him; run"
            + " analytics --date=2031-01-10");
  }

  @Test
  public void severalContextsAreNotChosenBetween() {
    known();
    contexts.add(contexts.get(0));
    requests.add(PredictionRequest.of(line()));
    expectFailure(
        predict(fake()),
        "Predict DUPLICATE_CONTEXT points|0023000500|900001 2031-01-10: player 900001 in game"
            + " 0023000500 on 2031-01-10, points: the slate has several context rows for him");
  }

  @Test
  public void atTheTipItIsTooLate() {
    known();
    requests.add(PredictionRequest.of(line()));
    expectFailure(
        predict(fake().asOf(tip(DAY))),
        "Predict PAST_TIP points|0023000500|900001 2031-01-10: player 900001 in game 0023000500"
            + " on 2031-01-10, points: tipped off at 2031-01-11T00:30:00.000Z, and a prediction as"
            + " of 2031-01-11T00:30:00.000Z would not be one; use backtest");
  }

  @Test
  public void beforeTheTipThePredictionSaysWhenItWasMade() {
    known();
    PredictionRequest lined = PredictionRequest.of(line());
    PredictionRequest unlined = PredictionRequest.of(contexts.get(0), Market.PRA);
    requests.add(lined);
    requests.add(unlined);
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(fake().asOf(tip(DAY).minus(1)));
    PAssert.that(result.output())
        .containsInAnyOrder(
            over(lined, forecastOf(30)).setAsOf(tip(DAY).minus(1)).build(),
            unlined(unlined, 30).setAsOf(tip(DAY).minus(1)).build());
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  @Test
  public void tooLittleHistoryForAnySystemIsOneFailure() {
    contexts.add(context(GAME, DAY).build());
    features.add(vector(contexts.get(0), 1, 30));
    requests.add(PredictionRequest.of(line()));
    expectFailure(
        predict(Predict.with(List.of(SeasonMean.FAKE, RunningForm.MOVING_AVERAGE))),
        "Predict NO_HISTORY points|0023000500|900001 2031-01-10: player 900001 in game 0023000500"
            + " on 2031-01-10, points: Zed Quillfeather has 1 earlier games this season, too few"
            + " for any system");
  }

  @Test
  public void aSystemThatCanSpeakSpeaksForAll() {
    contexts.add(context(GAME, DAY).build());
    features.add(vector(contexts.get(0), 2, 30));
    PredictionRequest request = PredictionRequest.of(contexts.get(0), Market.POINTS);
    requests.add(request);
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(Predict.with(List.of(SeasonMean.FAKE, RunningForm.MOVING_AVERAGE)));
    PAssert.that(result.output())
        .containsInAnyOrder(unlined(request, 30).setGames(2).setEvaluated(false).build());
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  /** Says whether it was shown a total that the market expects. */
  private enum Peeping implements PredictionSystem {
    PEEPING;

    @Override
    public String id() {
      return "peeping";
    }

    @Override
    public SystemKind kind() {
      return SystemKind.BLIND;
    }

    @Override
    public Optional<Forecast> forecast(
        FeatureVector features, GameContext context, KnownGames games, Market market) {
      return Optional.of(Forecast.point(features.get(Feature.TOTAL).orElse(1)));
    }
  }

  @Test
  public void aPredictionSaysWhatItWasMadeFromAndABlindOneWithoutTheMarket() {
    contexts.add(context(GAME, DAY).build());
    FeatureVector vector =
        FeatureVector.of(DAY, GAME, ZED, Map.of(Feature.GAMES_SEASON, 20.0, Feature.TOTAL, 228.5))
            .withQuality(FeatureQualities.flagged("NO_INJURY_REPORT"));
    long hash = vector.hash();
    features.add(vector);
    requests.add(PredictionRequest.of(contexts.get(0), Market.POINTS));
    PAssert.thatSingleton(predictWhole(Predict.with(List.of(Peeping.PEEPING))).output())
        .satisfies(
            row -> {
              assertThat(row.getMean(), is(1.0));
              assertThat(row.getFeaturesHash(), is(hash));
              assertThat(row.getQualityScore(), is(12.5));
              assertThat(row.getQualityFlags(), is("NO_INJURY_REPORT"));
              return null;
            });
    pipeline.run();
  }

  /** Who has no report knows nothing of who is out, whatever others have. */
  @Test
  public void aPredictionSaysWhatItKnewOfWhoIsOut() {
    Map<String, String> expected =
        Map.of(
            "nbac_injury_report", "report",
            "espn_roster", "report",
            "dnp_comment", "stand_in",
            "hindsight", "hindsight",
            "", "unknown",
            "not in the features", "unknown");
    List<String> bases = new ArrayList<>();
    for (Map.Entry<String, String> report : expected.entrySet()) {
      String source = report.getKey();
      GameContext context =
          context("g" + bases.size(), DAY)
              .setReportSource(source.isEmpty() ? null : source)
              .build();
      Map<Feature, Double> values = new EnumMap<>(Feature.class);
      values.put(Feature.GAMES_SEASON, 20.0);
      values.put(Feature.POINTS_MEAN_SEASON, 30.0);
      if (!source.startsWith("not")) {
        values.put(Feature.INJURY_RISK, 0.0);
      }
      contexts.add(context);
      features.add(FeatureVector.of(DAY, context.getGameId(), ZED, values));
      requests.add(PredictionRequest.of(context, Market.POINTS));
      bases.add(context.getGameId() + " " + report.getValue());
    }
    PAssert.that(
            predict(fake())
                .output()
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(row -> row.getGameId() + " " + row.getAvailability())))
        .containsInAnyOrder(bases);
    pipeline.run();
  }

  @Test
  public void aReportLaterThanTheAsOfTimeIsRefused() {
    contexts.add(context(GAME, DAY).setReportTime(tip(DAY).minus(1)).build());
    features.add(vector(contexts.get(0), 20, 30));
    requests.add(PredictionRequest.of(line()));
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(fake().asOf(tip(DAY).minus(2)));
    PAssert.that(result.output()).empty();
    PAssert.thatSingleton(result.failures())
        .satisfies(
            failure -> {
              assertThat(failure.getCode(), is(FailureCode.LATE_REPORT));
              assertThat(failure.getMessage(), containsString("analytics --asOf="));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void theMarketNeedsNoHistory() {
    contexts.add(context(GAME, DAY).build());
    features.add(vector(contexts.get(0), 1, 30));
    PredictionRequest request = PredictionRequest.of(line());
    requests.add(request);
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(fake().marketSystems(ImmutableList.of(MarketLine.MEDIAN)));
    PAssert.that(result.output())
        .containsInAnyOrder(
            point(over(request, forecastOf(30)), 23)
                .setSystemId("market_line")
                .setKind(SystemKind.MARKET)
                .setGames(1)
                .setEvaluated(false)
                .build());
    expectFailures(
        result,
        "Predict NO_HISTORY points|0023000500|900001 2031-01-10: player 900001 in game 0023000500"
            + " on 2031-01-10, points: Zed Quillfeather has 1 earlier games this season, too few"
            + " for any system");
  }

  @Test
  public void onlyRegularsOfTheRegularSeasonAreEvaluated() {
    List<Prediction> expected = new ArrayList<>();
    int i = 0;
    for (SeasonType type : SeasonType.values()) {
      for (int games : new int[] {9, 10}) {
        for (double minutes : new double[] {9.9, 10}) {
          GameContext context = context("g" + i++, DAY).setSeasonType(type).build();
          contexts.add(context);
          features.add(
              FeatureVector.of(
                  DAY,
                  context.getGameId(),
                  ZED,
                  Map.of(
                      Feature.GAMES_SEASON,
                      (double) games,
                      Feature.POINTS_MEAN_SEASON,
                      12.0,
                      Feature.MINUTES_MEAN_SEASON,
                      minutes)));
          PredictionRequest request = PredictionRequest.of(context, Market.POINTS);
          requests.add(request);
          boolean counts = type == SeasonType.REGULAR || type == SeasonType.CUP_FINAL;
          expected.add(
              unlined(request, 12)
                  .setGames(games)
                  .setEvaluated(counts && games == 10 && minutes == 10)
                  .build());
        }
      }
    }
    PAssert.that(predict(fake()).output()).containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  public void twoGamesOfAPlayerOnADayAreTwo() {
    GameContext first = context("0023000500", DAY).build();
    GameContext second =
        context("0023000501", DAY).setOpponent(TeamCode.NYK).setHome(false).build();
    contexts.add(first);
    contexts.add(second);
    features.add(vector(first, 20, 30));
    features.add(vector(second, 20, 14));
    games.add(played("0023000400", DAY.plusDays(-2)).build());
    games.add(played("0023000500", DAY).build());
    games.add(played("0023000501", DAY).build());
    games.add(played("0022900001", "2030-03-01").build());
    List<Prediction> expected = new ArrayList<>();
    for (GameContext context : contexts) {
      PredictionRequest request = PredictionRequest.of(context, Market.POINTS);
      requests.add(request);
      double mean = context == first ? 30 : 14;
      expected.add(
          unlined(request, mean)
              .setOpponent(context.getOpponent())
              .setHome(context.getHome())
              .build());
      // Neither game of the day, nor last season's, is in the history.
      expected.add(
          pointAlone(unlined(request, mean), 1)
              .setOpponent(context.getOpponent())
              .setHome(context.getHome())
              .setSystemId("fake_size")
              .setKind(SystemKind.BASELINE)
              .build());
    }
    WithFailures.Result<PCollection<Prediction>, Failure> result =
        predict(Predict.with(List.of(SeasonMean.FAKE, HistorySize.FAKE)));
    PAssert.that(result.output()).containsInAnyOrder(expected);
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  /** The same game ids and players on every day, so that only the window tells them apart. */
  @Test
  public void thirtySlatesShuffledIntoOneBundleDoNotMix() {
    List<Prediction> expected = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (int offset = 0; offset < 30; offset++) {
      GameDay day = GameDay.parse("2031-02-20").plusDays(offset);
      for (int player = 0; player < 8; player++) {
        GameContext context =
            context("0023000900", day).setPlayer(PlayerKey.of("90010" + player)).build();
        contexts.add(context);
        PredictionRequest request = PredictionRequest.of(context, Market.POINTS);
        requests.add(request);
        if (offset == 17) {
          failures.add(
              "Predict MISSING_FEATURES points|0023000900|90010"
                  + player
                  + " "
                  + day
                  + ": player 90010"
                  + player
                  + " in game 0023000900 on "
                  + day
                  + ", points: the slate has no features at all; run precompute --date="
                  + day);
        } else {
          double mean = offset + player / 10.0 + 0.05;
          features.add(vector(context, 20, mean));
          expected.add(unlined(request, mean).build());
        }
      }
    }
    WithFailures.Result<PCollection<Prediction>, Failure> result = predict(fake());
    PAssert.that(result.output()).containsInAnyOrder(expected);
    expectFailures(result, failures.toArray(String[]::new));
  }

  @Test
  public void aFailuresCodeAndPayloadAreKept() {
    requests.add(PredictionRequest.of(line()));
    PAssert.thatSingleton(predict(fake()).failures())
        .isEqualTo(
            Failure.of(
                "Predict",
                FailureCode.MISSING_FEATURES,
                "points|0023000500|900001",
                "player 900001 in game 0023000500 on 2031-01-10, points: the slate has no features"
                    + " at all; run precompute --date=2031-01-10",
                line().toString(),
                DAY));
    pipeline.run();
  }
}
