package dev.tipoff.transforms.grading;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.grading.Predictions.against;
import static dev.tipoff.transforms.grading.Predictions.graded;

import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.Rule;
import org.junit.Test;

public class SummariseDaysTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static SystemDailyPerformance.Builder summary() {
    return SystemDailyPerformance.builder()
        .setGameDate(DAY)
        .setSystemId("fake")
        .setKind(SystemKind.BLIND)
        .setMarket(Market.POINTS)
        .setPredictions(1)
        .setGraded(1)
        .setVoids(0)
        .setBets(0)
        .setWins(0)
        .setLosses(0)
        .setPushes(0);
  }

  private static GradedPrediction bet(String game, Integer actual, Outcome outcome, double profit) {
    return against(game, DAY, actual, 20, 0.5)
        .setRecommendation(Recommendation.OVER)
        .setOutcome(outcome)
        .setProfit(profit)
        .build();
  }

  @Test
  public void aDayAddsUp() {
    List<GradedPrediction> rows =
        List.of(
            bet("1", 24, Outcome.WIN, 0.5),
            bet("2", 25, Outcome.WIN, 0.25),
            bet("3", 17, Outcome.LOSS, -1),
            bet("4", 20, Outcome.PUSH, 0),
            bet("5", null, Outcome.VOID, 0),
            against("6", DAY, null, 20, 0.5).build(),
            against("7", DAY, 18, 20, 0.5).build(),
            graded("8", DAY, 26).build(),
            graded("9", DAY, null).build());
    PAssert.that(
            OneBundle.of(pipeline, "Rows", rows, 4)
                .apply(SlateWindows.by(GradedPrediction::getGameDate))
                .apply(SummariseDays.create()))
        .containsInAnyOrder(
            summary()
                .setPredictions(9)
                .setGraded(6)
                .setVoids(2)
                .setBets(4)
                .setWins(2)
                .setLosses(1)
                .setPushes(1)
                // Errors are -4, -5, 3, 0, 2 and -6.
                .setMeanAbsoluteError(20 / 6.0)
                .setBias(-10 / 6.0)
                .setProfit(-0.25)
                .build());
    pipeline.run();
  }

  @Test
  public void whereNobodyPlayedThereIsNoErrorAndWithoutABetNoProfit() {
    PAssert.that(
            pipeline
                .apply(
                    Create.of(
                        bet("1", null, Outcome.VOID, 0),
                        graded("1", DAY, 23).setSystemId("other").build()))
                .apply(SlateWindows.by(GradedPrediction::getGameDate))
                .apply(SummariseDays.create()))
        .containsInAnyOrder(
            summary().setGraded(0).setVoids(1).build(),
            summary().setSystemId("other").setMeanAbsoluteError(3.0).setBias(-3.0).build());
    pipeline.run();
  }

  @Test
  public void daysSystemsAndMarketsAreApart() {
    List<GradedPrediction> rows = new ArrayList<>();
    List<SystemDailyPerformance> expected = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      for (String system : List.of("fake", "other")) {
        for (Market market : Market.values()) {
          double error = 0;
          for (int game = 0; game < 3; game++) {
            int actual = 20 - day - market.ordinal() - game;
            error += 20 - actual;
            rows.add(
                graded("g" + game, DAY.plusDays(day), actual)
                    .setSystemId(system)
                    .setMarket(market)
                    .build());
          }
          expected.add(
              summary()
                  .setGameDate(DAY.plusDays(day))
                  .setSystemId(system)
                  .setMarket(market)
                  .setPredictions(3)
                  .setGraded(3)
                  .setMeanAbsoluteError(error / 3)
                  .setBias(error / 3)
                  .build());
        }
      }
    }
    PAssert.that(
            OneBundle.of(pipeline, "Rows", rows, 4)
                .apply(SlateWindows.by(GradedPrediction::getGameDate))
                .apply(SummariseDays.create()))
        .containsInAnyOrder(expected);
    pipeline.run();
  }
}
