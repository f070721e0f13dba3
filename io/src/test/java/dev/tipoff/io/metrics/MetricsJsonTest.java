package dev.tipoff.io.metrics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.grading.Accuracy;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.MeasureAccuracy;
import dev.tipoff.transforms.grading.MetricKey;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.junit.Rule;
import org.junit.Test;

public class MetricsJsonTest {
  private static final SlateRange SLATES =
      SlateRange.of(GameDay.parse("2031-01-10"), GameDay.parse("2031-01-12"));

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private void assertJson(
      List<GradedPrediction> graded, Map<String, Long> excluded, String expected)
      throws NoSuchSchemaException {
    PAssert.that(
            pipeline
                .apply(
                    Create.of(graded)
                        .withCoder(
                            SchemaRegistry.createDefault().getSchemaCoder(GradedPrediction.class)))
                .apply(MeasureAccuracy.create()))
        .satisfies(
            measured -> {
              TreeMap<MetricKey, Accuracy> rows = new TreeMap<>();
              for (KV<MetricKey, Accuracy> row : measured) {
                rows.put(row.getKey(), row.getValue());
              }
              assertThat(
                  MetricsJson.of(SLATES, "report", rows, excluded).replaceAll(" : ", ": "),
                  is(expected));
              return null;
            });
    pipeline.run();
  }

  /** Errors of 2 and -1 in three games; one bet of three is lost, one comes back. */
  @Test
  public void writesTheFiguresThatApplyRounded() throws NoSuchSchemaException {
    GradedPrediction.Builder row = PredictionsCsvTest.graded().setMean(24).setMedian(23.5);
    assertJson(
        List.of(
            row.setGameId("1").setActual(22).setOutcome(Outcome.LOSS).setProfit(-1.0).build(),
            row.setGameId("2").setActual(25).setOutcome(Outcome.WIN).setProfit(0.5).build(),
            row.setGameId("3").setActual(25).setOutcome(Outcome.PUSH).setProfit(0.0).build()),
        Map.of("void", 3L, "no history", 2L),
        """
        {
          "from": "2031-01-10",
          "to": "2031-01-12",
          "version": 1,
          "availability": "report",
          "rows": [ {
            "id": "moving_average",
            "kind": "market_aware",
            "market": "pra",
            "population": "all",
            "season": "2030-31",
            "n": 3,
            "mae": 1.5,
            "mae_mean": 1.333333,
            "rmse": 1.414214,
            "bias": 0.0
          }, {
            "id": "moving_average",
            "kind": "market_aware",
            "market": "pra",
            "population": "lined",
            "source": "inventedfeed",
            "season": "2030-31",
            "n": 3,
            "mae": 1.5,
            "mae_mean": 1.333333,
            "rmse": 1.414214,
            "bias": 0.0,
            "brier": 0.231374,
            "log_loss": 0.655677,
            "calibration_error": 0.095667,
            "bets": 3,
            "hit_rate": 0.5,
            "hit_rate_low": 0.094531,
            "hit_rate_high": 0.905469,
            "roi": -0.166667
          } ],
          "excluded": {
            "no history": 2,
            "void": 3
          }
        }
        """);
  }

  @Test
  public void leavesOutTheFiguresOfBetsWhereNothingWasBet() throws NoSuchSchemaException {
    assertJson(
        List.of(
            PredictionsCsvTest.graded()
                .setMean(24)
                .setActual(22)
                .setProbabilityOver(0.5)
                .setRecommendation(Recommendation.PASS)
                .setOutcome(Outcome.NO_BET)
                .setProfit(null)
                .setEvaluated(true)
                .build()),
        Map.of(),
        """
        {
          "from": "2031-01-10",
          "to": "2031-01-12",
          "version": 1,
          "availability": "report",
          "rows": [ {
            "id": "moving_average",
            "kind": "market_aware",
            "market": "pra",
            "population": "all",
            "season": "2030-31",
            "n": 1,
            "mae": 1.0,
            "mae_mean": 2.0,
            "rmse": 2.0,
            "bias": 2.0
          }, {
            "id": "moving_average",
            "kind": "market_aware",
            "market": "pra",
            "population": "lined",
            "source": "inventedfeed",
            "season": "2030-31",
            "n": 1,
            "mae": 1.0,
            "mae_mean": 2.0,
            "rmse": 2.0,
            "bias": 2.0,
            "brier": 0.25,
            "log_loss": 0.693147,
            "calibration_error": 0.5
          } ],
          "excluded": { }
        }
        """);
  }

  @Test
  public void withoutRowsTheListsAreEmpty() {
    assertThat(
        MetricsJson.of(SLATES, "report", new TreeMap<>(), Map.of()).replaceAll(" : ", ": "),
        is(
            """
            {
              "from": "2031-01-10",
              "to": "2031-01-12",
              "version": 1,
              "availability": "report",
              "rows": [ ],
              "excluded": { }
            }
            """));
    pipeline.enableAbandonedNodeEnforcement(false);
  }
}
