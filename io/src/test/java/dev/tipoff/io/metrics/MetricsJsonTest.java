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

  /** Errors of 2 and -1 in three games of two days; one bet of three is lost, one comes back. */
  @Test
  public void writesTheFiguresThatApplyRounded() throws NoSuchSchemaException {
    GradedPrediction.Builder row = PredictionsCsvTest.graded().setMean(24).setMedian(23.5);
    assertJson(
        List.of(
            row.setGameId("1").setActual(22).setOutcome(Outcome.LOSS).setProfit(-1.0).build(),
            row.setGameId("2").setActual(25).setOutcome(Outcome.WIN).setProfit(0.5).build(),
            row.setGameId("3")
                .setGameDate(GameDay.parse("2031-01-11"))
                .setActual(25)
                .setOutcome(Outcome.PUSH)
                .setProfit(0.0)
                .build()),
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
            "bias": 0.0,
            "coverage_50": 0.75,
            "coverage_80": 0.666667,
            "coverage_90": 1.0
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
            "coverage_50": 0.75,
            "coverage_80": 0.666667,
            "coverage_90": 1.0,
            "vs_line": -0.416667,
            "vs_line_low": -1.505536,
            "vs_line_high": 0.672202,
            "vs_market_mean": -0.333333,
            "vs_market_mean_low": -1.204428,
            "vs_market_mean_high": 0.537762,
            "vs_price_adjusted": -0.166667,
            "vs_price_adjusted_low": -0.602214,
            "vs_price_adjusted_high": 0.268881,
            "brier": 0.231374,
            "log_loss": 0.655677,
            "market_brier": 0.222222,
            "market_log_loss": 0.636514,
            "vs_market_log_loss": 0.019163,
            "vs_market_log_loss_low": -0.158199,
            "vs_market_log_loss_high": 0.196524,
            "calibration_error": 0.095667,
            "calibration_band": 0.571,
            "reliability": [ {
              "n": 3,
              "probability": 0.571,
              "observed": 0.666667
            } ],
            "bets": 3,
            "hit_rate": 0.5,
            "hit_rate_low": 0.094531,
            "hit_rate_high": 0.905469,
            "roi": -0.166667,
            "roi_low": -0.38444,
            "roi_high": 0.051107
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
            "bias": 2.0,
            "coverage_50": 0.75,
            "coverage_80": 1.0,
            "coverage_90": 1.0
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
            "coverage_50": 0.75,
            "coverage_80": 1.0,
            "coverage_90": 1.0,
            "vs_line": 0.75,
            "vs_market_mean": 0.5,
            "vs_price_adjusted": 0.0,
            "brier": 0.25,
            "log_loss": 0.693147,
            "market_brier": 0.444444,
            "market_log_loss": 1.098612,
            "vs_market_log_loss": -0.405465,
            "calibration_error": 0.5,
            "calibration_band": 0.5,
            "reliability": [ {
              "n": 1,
              "probability": 0.5,
              "observed": 0.0
            } ]
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
