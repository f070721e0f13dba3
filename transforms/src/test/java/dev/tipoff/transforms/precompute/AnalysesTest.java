package dev.tipoff.transforms.precompute;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.Invented.shots;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureDefinition.Source;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.features.Zone;
import dev.tipoff.transforms.features.ZoneHistory;
import dev.tipoff.transforms.features.ZoneHistoryView;
import dev.tipoff.transforms.features.ZoneShots;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.Rule;
import org.junit.Test;

/** What is stored beside the feature store, row by row. */
public class AnalysesTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  /** Nothing but the features that are never absent. */
  private static Map<Feature, Double> bare() {
    Map<Feature, Double> values = new HashMap<>();
    values.put(Feature.GAMES_SEASON, 21.0);
    values.put(Feature.GAMES_LAST_7_DAYS, 3.0);
    values.put(Feature.GAMES_LAST_14_DAYS, 6.0);
    values.put(Feature.MINUTES_LAST_7_DAYS, 91.5);
    values.put(Feature.MINUTES_LAST_14_DAYS, 180.25);
    values.put(Feature.BACK_TO_BACKS_LAST_14_DAYS, 1.0);
    return values;
  }

  private static FeatureVector vector(PlayerKey player, Map<Feature, Double> values) {
    return FeatureVector.of(DAY, GAME, player, values);
  }

  private PCollection<FeatureVector> vectors(FeatureVector... vectors) {
    return pipeline.apply(
        "Vectors", Create.of(List.of(vectors)).withCoder(RowShape.coder(FeatureVector.class)));
  }

  private PCollectionView<ZoneHistory> zones(List<ZoneShots> rows) {
    return pipeline
        .apply("Shots", Create.of(rows).withCoder(RowShape.coder(ZoneShots.class)))
        .apply("Zones", ZoneHistoryView.create());
  }

  private PCollectionView<LeagueHistory> league(List<PlayerGame> rows) {
    return pipeline
        .apply("Games", Create.of(rows).withCoder(RowShape.coder(PlayerGame.class)))
        .apply("League", LeagueHistoryView.create());
  }

  @Test
  public void factorsAreTheVectorsScoresAndTheirSum() {
    Map<Feature, Double> all = bare();
    all.put(Feature.FRESHNESS_SCORE, 70.0);
    all.put(Feature.ZONE_MISMATCH_SCORE, 4.0);
    all.put(Feature.PACE_SCORE, -0.5);
    all.put(Feature.USAGE_SPIKE_SCORE, 1.25);
    Map<Feature, Double> some = bare();
    some.put(Feature.FRESHNESS_SCORE, 80.0);
    PlayerKey nobody = PlayerKey.of("900009");
    PAssert.that(
            vectors(vector(ZED, all), vector(MOE, some), vector(nobody, bare()))
                .apply(WeighGame.create()))
        .containsInAnyOrder(
            factors(ZED)
                .setFreshnessScore(70.0)
                .setFreshnessAdjustment(-1.5)
                .setZoneMismatchScore(4.0)
                .setPaceScore(-0.5)
                .setUsageSpikeScore(1.25)
                .setTotalAdjustment(3.25)
                .setKnownInputs(4)
                .build(),
            factors(MOE)
                .setFreshnessScore(80.0)
                .setFreshnessAdjustment(-1.0)
                .setTotalAdjustment(-1.0)
                .setKnownInputs(1)
                .build(),
            factors(nobody).setKnownInputs(0).build());
    pipeline.run();
  }

  private static PlayerCompositeFactors.Builder factors(PlayerKey player) {
    return PlayerCompositeFactors.builder().setGameDate(DAY).setGameId(GAME).setPlayer(player);
  }

  @Test
  public void theDailyCacheIsTheVectorsValues() {
    Map<Feature, Double> all = bare();
    all.put(Feature.POINTS_MEAN_LAST_5, 1.5);
    all.put(Feature.POINTS_MEAN_LAST_10, 2.5);
    all.put(Feature.POINTS_MEAN_SEASON, 3.5);
    all.put(Feature.POINTS_SD_LAST_10, 4.5);
    all.put(Feature.MINUTES_MEAN_LAST_10, 5.5);
    all.put(Feature.USAGE_RATE_LAST_10, 6.5);
    all.put(Feature.TRUE_SHOOTING_LAST_10, 7.5);
    all.put(Feature.TEAM_PACE, 98.5);
    all.put(Feature.TEAM_OFFENSIVE_RATING, 109.5);
    all.put(Feature.DAYS_REST, 2.0);
    all.put(Feature.PAINT_SHARE_OF_SHOTS, 10.5);
    all.put(Feature.MID_RANGE_SHARE_OF_SHOTS, 11.5);
    all.put(Feature.THREES_SHARE_OF_SHOTS_LAST_10, 12.5);
    all.put(Feature.ASSISTED_SHARE_OF_MAKES, 13.5);
    PAssert.that(vectors(vector(ZED, all), vector(MOE, bare())).apply(CachePlayers.create()))
        .containsInAnyOrder(
            cached(ZED)
                .setPointsMeanLast5(1.5)
                .setPointsMeanLast10(2.5)
                .setPointsMeanSeason(3.5)
                .setPointsSdLast10(4.5)
                .setMinutesMeanLast10(5.5)
                .setUsageRateLast10(6.5)
                .setTrueShootingLast10(7.5)
                .setTeamPace(98.5)
                .setTeamOffensiveRating(109.5)
                .setDaysRest(2)
                .setPaintShareOfShots(10.5)
                .setMidRangeShareOfShots(11.5)
                .setThreesShareOfShots(12.5)
                .setAssistedShareOfMakes(13.5)
                .build(),
            cached(MOE).build());
    pipeline.run();
  }

  private static PlayerDailyCache.Builder cached(PlayerKey player) {
    return PlayerDailyCache.builder()
        .setGameDate(DAY)
        .setGameId(GAME)
        .setPlayer(player)
        .setGamesSeason(21)
        .setGamesLast7Days(3)
        .setGamesLast14Days(6)
        .setMinutesLast7Days(91.5)
        .setMinutesLast14Days(180.25)
        .setBackToBacksLast14Days(1);
  }

  /** Two shots of four in the paint in each of the last ten games, before that all. */
  @Test
  public void zonesOfAPlayerAreOfHisLastTenAndTwentyGames() {
    List<ZoneShots> rows = new ArrayList<>();
    rows.add(shots("today", DAY, 0, 0, 90, 0, 0, 0));
    for (int i = 1; i <= 20; i++) {
      rows.add(
          i <= 10
              ? shots("g" + i, DAY.plusDays(-i), 2, 1, 1, 1, 1, 0)
              : shots("g" + i, DAY.plusDays(-i), 4, 0, 0, 0, 0, 0));
    }
    Map<Feature, Double> known = bare();
    known.put(Feature.THREES_SHARE_OF_SHOTS_LAST_10, 26.0);
    known.put(Feature.FREE_THROW_SHARE_OF_POINTS_LAST_10, 17.0);
    PAssert.that(
            vectors(vector(ZED, known), vector(MOE, bare()))
                .apply(AnalyseShotZones.from(zones(rows))))
        .containsInAnyOrder(
            shooter(ZED)
                .setZoneSource(Source.PLAY_BY_PLAY)
                .setPrimaryZone(Zone.PAINT)
                .setZoneGamesLast10(10)
                .setZoneAttemptsLast10(40)
                .setPaintShareLast10(50.0)
                .setPaintPercentageLast10(50.0)
                .setMidRangeShareLast10(25.0)
                .setMidRangePercentageLast10(100.0)
                .setThreeShareLast10(25.0)
                .setThreePercentageLast10(0.0)
                .setZoneGamesLast20(20)
                .setZoneAttemptsLast20(80)
                .setPaintShareLast20(75.0)
                .setPaintPercentageLast20(100 * 10 / 60.0)
                .setMidRangeShareLast20(12.5)
                .setMidRangePercentageLast20(100.0)
                .setThreeShareLast20(12.5)
                .setThreePercentageLast20(0.0)
                .setAssistedShareLast10(0.0)
                .setBoxScoreThreesShareLast10(26.0)
                .setBoxScoreFreeThrowShareOfPointsLast10(17.0)
                .build(),
            shooter(MOE)
                .setZoneGamesLast10(0)
                .setZoneAttemptsLast10(0)
                .setZoneGamesLast20(0)
                .setZoneAttemptsLast20(0)
                .build());
    pipeline.run();
  }

  private static PlayerShotZoneAnalysis.Builder shooter(PlayerKey player) {
    return PlayerShotZoneAnalysis.builder().setGameDate(DAY).setGameId(GAME).setPlayer(player);
  }

  /** Boston makes half of its shots against Miami, Miami all of its threes and no two. */
  private static List<PlayerGame> meetings(int count) {
    List<PlayerGame> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      for (int player = 0; player < 5; player++) {
        PlayerGame one =
            played("g" + i, DAY.plusDays(-i))
                .setPlayer(PlayerKey.of("b" + player))
                .setMinutes(48)
                .setFieldGoalsMade(4)
                .setFieldGoalsAttempted(8)
                .setThreesMade(1)
                .setThreesAttempted(2)
                .setPoints(9)
                .build();
        rows.add(one);
        rows.add(
            one.toBuilder()
                .setPlayer(PlayerKey.of("m" + player))
                .setTeam(TeamCode.MIA)
                .setOpponent(TeamCode.BOS)
                .setHome(false)
                .setThreesMade(4)
                .setThreesAttempted(4)
                .setPoints(12)
                .build());
      }
    }
    return rows;
  }

  @Test
  public void aTeamsRowSaysWhatItAllowsByZoneAndByBoxScores() {
    List<ZoneShots> rows = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      rows.add(shots("g" + i, DAY.plusDays(-i), 10, 6, 5, 2, 4, 1));
      rows.add(
          shots("g" + i, DAY.plusDays(-i), 10, 4, 5, 2, 4, 3).toBuilder()
              .setPlayer(MOE)
              .setOpponent(TeamCode.BOS)
              .build());
    }
    GameContext one = context(GAME, DAY).build();
    PCollection<GameContext> contexts =
        pipeline.apply(
            "Contexts",
            Create.of(List.of(one, one.toBuilder().setPlayer(MOE).build()))
                .withCoder(RowShape.coder(GameContext.class)));
    PAssert.that(contexts.apply(AnalyseTeamDefense.from(league(meetings(5)), zones(rows))))
        .containsInAnyOrder(
            miami()
                .setZoneGames(5)
                .setZoneSource(Source.PLAY_BY_PLAY)
                .setPaintZoneAttemptsAllowed(10.0)
                .setPaintZoneMakesAllowed(6.0)
                .setPaintZonePercentageAllowed(60.0)
                .setPaintZoneAllowedOverLeague(10.0)
                .setMidRangeZoneAttemptsAllowed(5.0)
                .setMidRangeZoneMakesAllowed(2.0)
                .setMidRangeZonePercentageAllowed(40.0)
                .setMidRangeZoneAllowedOverLeague(0.0)
                .setThreeZoneAttemptsAllowed(4.0)
                .setThreeZoneMakesAllowed(1.0)
                .setThreeZonePercentageAllowed(25.0)
                .setThreeZoneAllowedOverLeague(-25.0)
                .setBoxScoreGames(5)
                .setBoxScoreTwosPercentageAllowed(50.0)
                .setBoxScoreTwosAllowedOverLeague(20.0)
                .setBoxScoreThreesPercentageAllowed(50.0)
                .setBoxScoreThreesAllowedOverLeague(50 - 100 * 25 / 30.0)
                .build());
    pipeline.run();
  }

  @Test
  public void aTeamWithoutPlayByPlayHasARow() {
    PAssert.that(
            pipeline
                .apply(
                    "Contexts",
                    Create.of(List.of(context(GAME, DAY).build()))
                        .withCoder(RowShape.coder(GameContext.class)))
                .apply(AnalyseTeamDefense.from(league(meetings(4)), zones(List.of()))))
        .containsInAnyOrder(
            miami()
                .setZoneGames(0)
                .setBoxScoreGames(4)
                .setBoxScoreTwosPercentageAllowed(50.0)
                .setBoxScoreThreesPercentageAllowed(50.0)
                .build());
    pipeline.run();
  }

  private static TeamDefenseZoneAnalysis.Builder miami() {
    return TeamDefenseZoneAnalysis.builder()
        .setGameDate(DAY)
        .setSeason("2030-31")
        .setTeam(TeamCode.MIA);
  }
}
