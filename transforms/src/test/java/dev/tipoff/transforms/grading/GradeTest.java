package dev.tipoff.transforms.grading;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.consensus;
import static dev.tipoff.transforms.Invented.offer;
import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.Invented.tip;
import static dev.tipoff.transforms.grading.Predictions.lined;
import static dev.tipoff.transforms.grading.Predictions.unlined;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.Iterables;
import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Rule;
import org.junit.Test;

public class GradeTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private PCollection<GradedPrediction> grade(
      List<Prediction> predictions, List<PlayerGame> games) {
    return settle(predictions, games).output();
  }

  private WithFailures.Result<PCollection<GradedPrediction>, Failure> settle(
      List<Prediction> predictions, List<PlayerGame> games) {
    return OneBundle.of(pipeline, "Predictions", predictions, 5)
        .apply(SlateWindows.by(Prediction::getGameDate))
        .apply(
            Grade.against(
                SlateRange.of(DAY.plusDays(-30), DAY.plusDays(90)),
                OneBundle.of(pipeline, "Games", games, 6)));
  }

  private static GradedPrediction settled(Recommendation side, @Nullable Integer actual) {
    return graded(lined(GAME, DAY, side).build(), actual);
  }

  private static GradedPrediction graded(Prediction prediction, @Nullable Integer actual) {
    return SettleFn.grade(prediction, actual, null);
  }

  private static void expect(
      GradedPrediction row, Outcome outcome, @Nullable Double profit, @Nullable Double error) {
    assertThat(row.getOutcome(), is(outcome));
    if (profit == null) {
      assertThat(row.getProfit(), is(nullValue()));
    } else {
      assertThat(row.getProfit(), closeTo(profit, 1e-12));
    }
    assertThat(row.getError(), is(equalTo(error)));
  }

  @Test
  public void anOverWinsAboveTheLineAtItsPrice() {
    expect(settled(Recommendation.OVER, 23), Outcome.WIN, 1.5, -2.0);
    expect(settled(Recommendation.OVER, 22), Outcome.PUSH, 0.0, -1.0);
    expect(settled(Recommendation.OVER, 21), Outcome.LOSS, -1.0, 0.0);
  }

  @Test
  public void anUnderWinsBelowTheLineAtItsPrice() {
    expect(settled(Recommendation.UNDER, 21), Outcome.WIN, 0.5, 0.0);
    expect(settled(Recommendation.UNDER, 22), Outcome.PUSH, 0.0, -1.0);
    expect(settled(Recommendation.UNDER, 23), Outcome.LOSS, -1.0, -2.0);
  }

  @Test
  public void aHalfLineCannotPush() {
    Prediction.Builder over = lined(GAME, DAY, Recommendation.OVER).setLine(Line.of(22.5));
    expect(graded(over.build(), 22), Outcome.LOSS, -1.0, -1.0);
    expect(graded(over.build(), 23), Outcome.WIN, 1.5, -2.0);
    Prediction.Builder under = lined(GAME, DAY, Recommendation.UNDER).setLine(Line.of(22.5));
    expect(graded(under.build(), 22), Outcome.WIN, 0.5, -1.0);
    expect(graded(under.build(), 23), Outcome.LOSS, -1.0, -2.0);
  }

  @Test
  public void aPassIsNoBet() {
    for (int actual = 21; actual <= 23; actual++) {
      expect(settled(Recommendation.PASS, actual), Outcome.NO_BET, null, 21.0 - actual);
    }
  }

  @Test
  public void aPlayerWhoDidNotPlayIsVoid() {
    expect(settled(Recommendation.OVER, null), Outcome.VOID, 0.0, null);
    expect(settled(Recommendation.UNDER, null), Outcome.VOID, 0.0, null);
    expect(settled(Recommendation.PASS, null), Outcome.VOID, null, null);
  }

  @Test
  public void withoutALineOnlyTheErrorIsKnown() {
    expect(graded(unlined(GAME, DAY).build(), 25), Outcome.NO_LINE, null, -4.0);
    expect(graded(unlined(GAME, DAY).build(), null), Outcome.NO_LINE, null, null);
  }

  @Test
  public void aBetWithoutAPriceIsRefused() {
    Prediction bet = lined(GAME, DAY, Recommendation.OVER).setOverOdds(null).build();
    NullPointerException e = assertThrows(NullPointerException.class, () -> graded(bet, 30));
    assertThat(e.getMessage(), containsString("a bet without a price"));
  }

  @Test
  public void theGradeRepeatsThePrediction() {
    Prediction prediction =
        lined(GAME, DAY, Recommendation.OVER)
            .setLow50(17.5)
            .setHigh50(24.25)
            .setLow80(14.5)
            .setHigh80(27.75)
            .setLow90(12.5)
            .setHigh90(29.75)
            .setMarketMean(21.75)
            .setMarketPriceAdjusted(21.25)
            .setAvailability("stand_in")
            .setEvaluated(false)
            .build();
    GradedPrediction row = graded(prediction, 30);
    assertThat(row.getGameDate(), is(DAY));
    assertThat(row.getGameId(), is(GAME));
    assertThat(row.getSeason(), is("2030-31"));
    assertThat(row.getSystemId(), is("fake"));
    assertThat(row.getKind(), is(SystemKind.BLIND));
    assertThat(row.getPlayer(), is(ZED));
    assertThat(row.getPlayerName(), is(prediction.getPlayerName()));
    assertThat(row.getMarket(), is(Market.POINTS));
    assertThat(row.getAsOf(), is(prediction.getAsOf()));
    assertThat(row.getMean(), is(21.0));
    assertThat(row.getMedian(), is(20.5));
    assertThat(row.getSd(), is(5.0));
    assertThat(row.getLow50(), is(17.5));
    assertThat(row.getHigh50(), is(24.25));
    assertThat(row.getLow80(), is(14.5));
    assertThat(row.getHigh80(), is(27.75));
    assertThat(row.getLow90(), is(12.5));
    assertThat(row.getHigh90(), is(29.75));
    assertThat(row.getMarketMean(), is(21.75));
    assertThat(row.getMarketPriceAdjusted(), is(21.25));
    assertThat(row.getAvailability(), is("stand_in"));
    assertThat(row.getSources(), is("oddsapi"));
    assertThat(row.getConsensusMedian(), is(22.0));
    assertThat(row.getLine(), is(Line.of(22)));
    assertThat(row.getBookmaker(), is("alphabet"));
    assertThat(row.getOverOdds(), is(prediction.getOverOdds()));
    assertThat(row.getUnderOdds(), is(prediction.getUnderOdds()));
    assertThat(row.getProbabilityOver(), is(0.4));
    assertThat(row.getProbabilityPush(), is(0.1));
    assertThat(row.getMarketProbabilityOver(), is(0.38));
    assertThat(row.getRecommendation(), is(Recommendation.OVER));
    assertThat(row.getExpectedValue(), is(0.07));
    assertThat(row.getStake(), is(0.01));
    assertThat(row.getActual(), is(30));
    assertThat(row.getEvaluated(), is(false));
  }

  @Test
  public void everyMarketIsSettledByItsStat() {
    PlayerGame game = played(GAME, DAY).setPoints(20).setRebounds(7).setAssists(3).build();
    List<Prediction> predictions = new ArrayList<>();
    List<GradedPrediction> expected = new ArrayList<>();
    int[] actual = {20, 7, 3, 30};
    for (Market market : Market.values()) {
      Prediction prediction = unlined(GAME, DAY).setMarket(market).build();
      predictions.add(prediction);
      expected.add(graded(prediction, actual[market.ordinal()]));
    }
    PAssert.that(grade(predictions, List.of(game))).containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  public void aPlayedGameWithoutThePlayerIsVoidAndAnUnplayedOneWaits() {
    Prediction played = lined(GAME, DAY, Recommendation.OVER).build();
    Prediction away = lined(GAME, DAY, Recommendation.OVER).setPlayer(MOE).build();
    Prediction waiting = lined("0023000501", DAY, Recommendation.OVER).build();
    Prediction tomorrow = lined("0023000502", DAY.plusDays(1), Recommendation.OVER).build();
    PAssert.that(
            grade(
                List.of(played, away, waiting, tomorrow),
                List.of(played(GAME, DAY).setPoints(30).build())))
        .inWindow(new IntervalWindow(DAY.firstInstant(), DAY.plusDays(1).firstInstant()))
        .containsInAnyOrder(graded(played, 30), graded(away, null));
    PipelineResult result = pipeline.run();
    assertThat(
        Iterables.getOnlyElement(
                result
                    .metrics()
                    .queryMetrics(
                        MetricsFilter.builder()
                            .addNameFilter(
                                MetricNameFilter.named(Grade.class, "predictions-pending"))
                            .build())
                    .getCounters())
            .getAttempted(),
        is(2L));
  }

  @Test
  public void twoGamesOfAPlayerOnADayAreSettledApart() {
    Prediction first = lined("0023000500", DAY, Recommendation.OVER).build();
    Prediction second = lined("0023000501", DAY, Recommendation.OVER).build();
    PAssert.that(
            grade(
                List.of(first, second),
                List.of(
                    played("0023000500", DAY).setPoints(30).build(),
                    played("0023000501", DAY).setOpponent(TeamCode.NYK).setPoints(9).build())))
        .containsInAnyOrder(graded(first, 30), graded(second, 9));
    pipeline.run();
  }

  /** The same game ids and players on every day, so that only the window tells them apart. */
  @Test
  public void thirtySlatesShuffledIntoOneBundleDoNotMix() {
    List<Prediction> predictions = new ArrayList<>();
    List<PlayerGame> games = new ArrayList<>();
    List<GradedPrediction> expected = new ArrayList<>();
    for (int offset = 0; offset < 30; offset++) {
      GameDay day = GameDay.parse("2031-02-20").plusDays(offset);
      for (int player = 0; player < 8; player++) {
        PlayerKey key = PlayerKey.of("90010" + player);
        Prediction prediction = lined(GAME, day, Recommendation.UNDER).setPlayer(key).build();
        predictions.add(prediction);
        if (offset == 17) {
          continue;
        }
        games.add(played(GAME, day).setPlayer(key).setPoints(offset + player).build());
        expected.add(graded(prediction, offset + player));
      }
    }
    PAssert.that(grade(predictions, games)).containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  public void eachBetFindsItsOwnClosingLine() {
    List<Prediction> predictions = new ArrayList<>();
    List<ConsensusLine> closing = new ArrayList<>();
    List<GradedPrediction> expected = new ArrayList<>();
    for (int offset = 0; offset < 4; offset++) {
      GameDay day = DAY.plusDays(offset);
      for (Market market : List.of(Market.POINTS, Market.PRA)) {
        Prediction prediction = lined(GAME, day, Recommendation.OVER).setMarket(market).build();
        ConsensusLine line =
            consensus(
                    offer("alphabet", GAME, day, 20 + offset + market.ordinal())
                        .setMarket(market)
                        .setSnapshotTime(tip(day).minus(1))
                        .build())
                .build();
        predictions.add(prediction);
        boolean known = offset != 2;
        if (known) {
          closing.add(line);
        }
        expected.add(SettleFn.grade(prediction, 0, known ? line : null));
      }
    }
    PAssert.that(
            OneBundle.of(pipeline, "Predictions", predictions, 5)
                .apply(SlateWindows.by(Prediction::getGameDate))
                .apply(
                    Grade.against(
                            SlateRange.of(DAY.plusDays(-30), DAY.plusDays(90)),
                            OneBundle.of(
                                pipeline,
                                "Games",
                                predictions.stream()
                                    .map(row -> played(GAME, row.getGameDate()).build())
                                    .distinct()
                                    .toList(),
                                6))
                        .withClosing(OneBundle.of(pipeline, "Closing", closing, 7)))
                .output())
        .containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  public void twoBoxScoresOfAPlayerInAGameAreAFailureAndGradeNothing() {
    List<PCollection<Failure>> failures = new ArrayList<>();
    PAssert.that(
            settle(
                    List.of(lined(GAME, DAY, Recommendation.OVER).build()),
                    List.of(
                        played(GAME, DAY).setPoints(30).build(),
                        played(GAME, DAY).setPoints(31).build()))
                .failuresTo(failures))
        .empty();
    PAssert.that(
            failures
                .get(0)
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(failure -> failure.getCode() + ": " + failure.getMessage())))
        .containsInAnyOrder("CONFLICTING_ROWS: player 900001 has two box scores in 0023000500");
    pipeline.run();
  }
}
