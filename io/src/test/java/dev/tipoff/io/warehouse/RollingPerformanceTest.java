package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.grading.ByDay;
import dev.tipoff.transforms.grading.Estimate;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.grading.RollingPerformance;
import dev.tipoff.transforms.grading.RollingPerformance.Period;
import dev.tipoff.transforms.grading.RollingPerformance.Slice;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Every figure against the same one computed here, row by row. */
public class RollingPerformanceTest {
  private static final GameDay DAY = InventedRows.DAY;

  /** Where all days are alike, the root of what is lost in rounding is left of the interval. */
  private static final double ROOT_OF_ROUNDING = 1e-6;

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static boolean isBet(GradedPrediction row) {
    return row.getRecommendation() == Recommendation.OVER
        || row.getRecommendation() == Recommendation.UNDER;
  }

  private static boolean isIn(GradedPrediction row, RollingPerformance figures) {
    return row.getActual() != null
        && row.getSystemId().equals(figures.getSystemId())
        && !row.getGameDate().isBefore(start(figures.getPeriod()))
        && figures.getSliceValue().equals(value(row, figures.getSlice()));
  }

  private static String key(RollingPerformance figures) {
    return String.join(
        "|",
        figures.getSystemId(),
        figures.getPeriod().name(),
        figures.getSlice().name(),
        figures.getSliceValue());
  }

  private static Set<String> keys(List<GradedPrediction> graded) {
    Set<String> keys = new HashSet<>();
    for (GradedPrediction row : graded) {
      for (Period period : Period.values()) {
        for (Slice slice : Slice.values()) {
          String value = value(row, slice);
          if (value != null
              && row.getActual() != null
              && !row.getGameDate().isBefore(start(period))) {
            keys.add(String.join("|", row.getSystemId(), period.name(), slice.name(), value));
          }
        }
      }
    }
    return keys;
  }

  private static GameDay start(Period period) {
    return switch (period) {
      case WEEK -> DAY.plusDays(-6);
      case THIRTY_DAYS -> DAY.plusDays(-29);
      case MONTH -> GameDay.parse("2031-01-01");
      case SEASON -> DAY.plusDays(-400);
    };
  }

  private static @Nullable String value(GradedPrediction row, Slice slice) {
    return switch (slice) {
      case ALL -> "ALL";
      case SIDE -> isBet(row) ? row.getRecommendation().name() : null;
      case CONFIDENCE ->
          row.getConfidenceDecile() == null ? null : row.getConfidenceDecile().toString();
      case TIER -> InventedGrades.tier(row);
      case BOOKMAKER -> isBet(row) ? row.getBookmaker() : null;
    };
  }

  private static void check(
      String why,
      List<GradedPrediction> rows,
      Function<GradedPrediction, @Nullable Double> figure,
      @Nullable Double mean,
      @Nullable Double half) {
    ByDay byDay = new ByDay();
    for (GradedPrediction row : rows) {
      Double value = figure.apply(row);
      if (value != null) {
        byDay.add(row.getGameDate(), value);
      }
    }
    Optional<Estimate> estimate = byDay.estimate();
    assertNear(why, mean, estimate.map(Estimate::mean).orElse(null));
    assertNear(
        why,
        half,
        estimate
            .filter(both -> both.high().isPresent())
            .map(both -> both.high().getAsDouble() - both.mean())
            .orElse(null),
        ROOT_OF_ROUNDING);
  }

  private static @Nullable Double vsLine(GradedPrediction row) {
    Double line = row.getConsensusMedian();
    int actual = row.getActual();
    return line == null ? null : Math.abs(row.getMedian() - actual) - Math.abs(line - actual);
  }

  private static @Nullable Double marketScore(GradedPrediction row) {
    return row.getProbabilityScore() == null
        ? null
        : Math.pow(row.getMarketProbabilityOver() - (row.getActualMargin() > 0 ? 1 : 0), 2);
  }

  private static @Nullable Double brierGap(GradedPrediction row) {
    Double market = marketScore(row);
    return market == null ? null : row.getProbabilityScore() - market;
  }

  private static @Nullable Double inside80(GradedPrediction row) {
    return row.getLow80() == null
        ? null
        : Math.max(
            0,
            Math.min(row.getHigh80(), row.getActual() + 0.5)
                - Math.max(row.getLow80(), row.getActual() - 0.5));
  }

  private static long count(List<GradedPrediction> rows, Predicate<GradedPrediction> which) {
    return rows.stream().filter(which).count();
  }

  @Test
  public void everyFigureIsWhatItsRowsSay() {
    WarehouseFile file = WarehouseFile.in(FOLDER);
    List<GradedPrediction> graded = InventedGrades.rows();
    file.replace(Tables.PREDICTION_ACCURACY, graded);
    file.replace(Tables.FEATURE_STORE, InventedGrades.known(graded));
    List<GradedPrediction> all = new ArrayList<>(graded);
    all.addAll(InventedGrades.yardsticks(graded));
    List<RollingPerformance> found;
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      found = admin.rows(Queries.rollingPerformance(DAY));
    }
    assertThat(
        found.stream().map(RollingPerformanceTest::key).toList(),
        containsInAnyOrder(keys(all).toArray()));
    for (RollingPerformance figures : found) {
      List<GradedPrediction> rows = all.stream().filter(row -> isIn(row, figures)).toList();
      String why = figures.toString();
      assertThat(why, figures.getGraded(), is((long) rows.size()));
      assertThat(why, figures.getGraded(), is(greaterThan(0L)));
      check(
          why,
          rows,
          row -> Math.abs(row.getError()),
          figures.getMeanAbsoluteError(),
          figures.getMeanAbsoluteErrorHalf());
      check(
          why, rows, RollingPerformanceTest::vsLine, figures.getVsLine(), figures.getVsLineHalf());
      check(
          why,
          rows,
          GradedPrediction::getProfit,
          figures.getReturnOnInvestment(),
          figures.getReturnOnInvestmentHalf());
      check(
          why,
          rows,
          GradedPrediction::getClv,
          figures.getClosingLineValue(),
          figures.getClosingLineValueHalf());
      check(
          why,
          rows,
          RollingPerformanceTest::inside80,
          figures.getCoverage80(),
          figures.getCoverage80Half());
      check(
          why,
          rows,
          RollingPerformanceTest::brierGap,
          figures.getBrier() == null ? null : figures.getBrier() - figures.getMarketBrier(),
          figures.getBrierGapHalf());
      checkShares(why, figures, rows);
    }
  }

  private static void checkShares(
      String why, RollingPerformance figures, List<GradedPrediction> rows) {
    long wins = count(rows, row -> row.getOutcome() == Outcome.WIN);
    long losses = count(rows, row -> row.getOutcome() == Outcome.LOSS);
    assertThat(why, figures.getWins(), is(wins));
    assertThat(why, figures.getLosses(), is(losses));
    assertThat(why, figures.getPushes(), is(count(rows, row -> row.getOutcome() == Outcome.PUSH)));
    assertThat(why, figures.getBets(), is(count(rows, row -> row.getProfit() != null)));
    assertThat(why, figures.getClosingLines(), is(count(rows, row -> row.getClv() != null)));
    assertNear(
        why, figures.getHitRate(), wins + losses == 0 ? null : (double) wins / (wins + losses));
    assertThat(
        why,
        figures.getDays(),
        is(rows.stream().map(GradedPrediction::getGameDate).distinct().count()));
    int n = rows.size();
    checkMean(why, rows, row -> row.getWithinThree() ? 1.0 : 0, figures.getWithinThree(), n);
    checkMean(why, rows, row -> row.getWithinFive() ? 1.0 : 0, figures.getWithinFive(), n);
    checkMean(why, rows, GradedPrediction::getError, figures.getBias(), n);
    checkMean(
        why,
        rows,
        RollingPerformanceTest::inside80,
        figures.getCoverage80(),
        figures.getIntervals());
    checkMean(
        why, rows, GradedPrediction::getProbabilityScore, figures.getBrier(), figures.getChances());
    checkMean(
        why,
        rows,
        RollingPerformanceTest::marketScore,
        figures.getMarketBrier(),
        figures.getChances());
  }

  private static void checkMean(
      String why,
      List<GradedPrediction> rows,
      Function<GradedPrediction, @Nullable Double> figure,
      @Nullable Double mean,
      long n) {
    List<Double> values = new ArrayList<>();
    for (GradedPrediction row : rows) {
      Double value = figure.apply(row);
      if (value != null) {
        values.add(value);
      }
    }
    assertThat(why, n, is((long) values.size()));
    assertNear(
        why,
        mean,
        values.isEmpty()
            ? null
            : values.stream().mapToDouble(value -> value).average().orElseThrow());
  }

  private static void assertNear(String why, @Nullable Double found, @Nullable Double expected) {
    assertNear(why, found, expected, 1e-9);
  }

  private static void assertNear(
      String why, @Nullable Double found, @Nullable Double expected, double nearness) {
    if (expected == null) {
      assertThat(why, found, is(nullValue()));
    } else {
      assertThat(why, found, is(closeTo(expected, nearness)));
    }
  }
}
