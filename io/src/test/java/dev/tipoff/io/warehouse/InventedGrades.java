package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Two systems' graded predictions of two months, of every outcome, with and without a line. */
final class InventedGrades {
  private static final int DAYS = 60;
  private static final int PLAYERS = 7;
  private static final Market MARKET = Market.PRA;

  /** Points a game before, by player; one has no game yet. */
  private static final @Nullable Double[] POINTS = {25.0, 20.0, 13.5, 12.0, 7.0, 3.0, null};

  private static final List<String> TIERS =
      List.of("STAR", "STAR", "STARTER", "STARTER", "ROTATION", "BENCH", "NEW");

  private InventedGrades() {}

  static List<GradedPrediction> rows() {
    Random random = new Random(20310110);
    List<GradedPrediction> rows = new ArrayList<>();
    for (int back = 0; back < DAYS; back++) {
      for (int player = 0; player < PLAYERS; player++) {
        for (String system : List.of("one", "other")) {
          rows.add(row(random, InventedRows.DAY.plusDays(-back), player, system));
        }
      }
    }
    return rows;
  }

  private static GradedPrediction row(Random random, GameDay day, int player, String system) {
    GradedPrediction.Builder row =
        (random.nextInt(3) == 0 ? InventedRows.gradedWithoutLine() : InventedRows.graded())
            .setGameDate(day)
            .setGameId("game" + day)
            .setSystemId(system)
            .setPlayer(PlayerKey.of("p" + player))
            .setMarket(MARKET)
            .setProfit(null)
            .setClv(null)
            .setClosingLine(null)
            .setRecommendation(Recommendation.NO_LINE)
            .setOutcome(Outcome.NO_LINE);
    int actual = random.nextInt(40);
    boolean played = random.nextInt(8) != 0;
    double mean = 40 * random.nextDouble();
    row.setMean(mean).setMedian(Math.rint(mean));
    row.setActual(played ? actual : null).setError(played ? mean - actual : null);
    row.setWithinThree(played ? Math.abs(mean - actual) <= 3 : null);
    row.setWithinFive(played ? Math.abs(mean - actual) <= 5 : null);
    if (row.build().getLine() == null) {
      return row.build();
    }
    double line = (1 + random.nextInt(79)) / 2.0;
    boolean scored = played && actual != line;
    row.setLine(Line.of(line))
        .setConsensusMedian(line)
        .setProbabilityOver(0.9 * random.nextDouble())
        .setProbabilityPush(line == Math.rint(line) ? 0.08 : 0)
        .setMarketProbabilityOver(random.nextDouble())
        .setActualMargin(played ? actual - line : null)
        .setProbabilityScore(scored ? random.nextDouble() : null)
        .setConfidenceDecile(1 + random.nextInt(10))
        .setBookmaker(random.nextBoolean() ? "alphabook" : "betabook");
    if (random.nextInt(4) == 0) {
      return row.setRecommendation(Recommendation.PASS).setOutcome(Outcome.NO_BET).build();
    }
    boolean over = random.nextBoolean();
    boolean won = over == actual > line;
    return row.setRecommendation(over ? Recommendation.OVER : Recommendation.UNDER)
        .setOutcome(
            !played
                ? Outcome.VOID
                : actual == line ? Outcome.PUSH : won ? Outcome.WIN : Outcome.LOSS)
        .setProfit(!played || actual == line ? 0.0 : won ? 0.9 : -1.0)
        .setClv(random.nextInt(3) == 0 ? null : random.nextDouble() - 0.5)
        .build();
  }

  /** What was known of each player before each game; one of them has too few games to judge by. */
  static List<FeatureVector> known(List<GradedPrediction> graded) {
    return graded.stream()
        .filter(row -> row.getSystemId().equals("one"))
        .map(
            row ->
                FeatureVector.of(
                    row.getGameDate(), row.getGameId(), row.getPlayer(), features(player(row))))
        .toList();
  }

  private static Map<Feature, Double> features(int player) {
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    features.put(Feature.GAMES_SEASON, player == 1 ? 2.0 : 3.0);
    Double points = POINTS[player];
    if (points != null) {
      features.put(Feature.meanSeason(Market.POINTS), points);
      features.put(Feature.meanLast10(Market.POINTS), points + 5);
      features.put(Feature.meanSeason(MARKET), points + 2);
      features.put(Feature.meanLast10(MARKET), points + 1);
    }
    return features;
  }

  /** What the line and two means would have said of every prop whose player played. */
  static List<GradedPrediction> yardsticks(List<GradedPrediction> graded) {
    Map<String, GradedPrediction> props = new TreeMap<>();
    graded.stream()
        .filter(row -> row.getActual() != null)
        .sorted(Comparator.comparing(GradedPrediction::getSystemId))
        .forEach(row -> props.putIfAbsent(row.getGameId() + row.getPlayer(), row));
    List<GradedPrediction> rows = new ArrayList<>();
    for (GradedPrediction prop : props.values()) {
      int player = player(prop);
      if (prop.getLine() != null) {
        rows.add(yardstick("line", prop, prop.getConsensusMedian()));
      }
      if (POINTS[player] != null && player != 1) {
        rows.add(yardstick("season_mean", prop, POINTS[player] + 2));
        rows.add(yardstick("last_10", prop, POINTS[player] + 1));
      }
    }
    return rows;
  }

  private static GradedPrediction yardstick(String name, GradedPrediction prop, double mean) {
    double error = mean - prop.getActual();
    return InventedRows.graded()
        .setGameDate(prop.getGameDate())
        .setGameId(prop.getGameId())
        .setPlayer(prop.getPlayer())
        .setActual(prop.getActual())
        .setLine(prop.getLine())
        .setConsensusMedian(prop.getConsensusMedian())
        .setMarket(MARKET)
        .setSystemId(name)
        .setMean(mean)
        .setMedian(mean)
        .setError(error)
        .setWithinThree(Math.abs(error) <= 3)
        .setWithinFive(Math.abs(error) <= 5)
        .setLow80(null)
        .setHigh80(null)
        .setProbabilityScore(null)
        .setConfidenceDecile(null)
        .setProfit(null)
        .setClv(null)
        .setRecommendation(Recommendation.PASS)
        .setOutcome(Outcome.NO_BET)
        .build();
  }

  /** The tier that his points before make a player one of. */
  static String tier(GradedPrediction row) {
    return TIERS.get(player(row));
  }

  private static int player(GradedPrediction row) {
    return Integer.parseInt(row.getPlayer().getId().substring(1));
  }
}
