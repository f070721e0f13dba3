package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.precompute.PlayerDailyCache;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Two systems' graded predictions of two months, of every outcome, with and without a line. */
final class InventedGrades {
  private static final int DAYS = 60;
  private static final int PLAYERS = 7;

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

  /** What was known of each player before each game. */
  static List<PlayerDailyCache> caches(List<GradedPrediction> graded) {
    return graded.stream()
        .filter(row -> row.getSystemId().equals("one"))
        .map(
            row ->
                PlayerDailyCache.builder()
                    .setGameDate(row.getGameDate())
                    .setGameId(row.getGameId())
                    .setPlayer(row.getPlayer())
                    .setPointsMeanSeason(POINTS[player(row)])
                    .setGamesSeason(0)
                    .setGamesLast7Days(0)
                    .setGamesLast14Days(0)
                    .setMinutesLast7Days(0)
                    .setMinutesLast14Days(0)
                    .setBackToBacksLast14Days(0)
                    .build())
        .toList();
  }

  /** The tier that his points before make a player one of. */
  static String tier(GradedPrediction row) {
    return TIERS.get(player(row));
  }

  private static int player(GradedPrediction row) {
    return Integer.parseInt(row.getPlayer().getId().substring(1));
  }
}
