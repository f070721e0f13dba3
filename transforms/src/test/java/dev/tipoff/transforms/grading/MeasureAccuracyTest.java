package dev.tipoff.transforms.grading;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.grading.Predictions.against;
import static dev.tipoff.transforms.grading.Predictions.graded;

import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.Rule;
import org.junit.Test;

public class MeasureAccuracyTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  /** Each measured population as "system market population source season: n, mean error". */
  private static PCollection<String> described(PCollection<GradedPrediction> rows) {
    return rows.apply(MeasureAccuracy.create())
        .apply(
            MapElements.into(TypeDescriptors.strings())
                .via(
                    row ->
                        String.format(
                            "%s %s %s %s %s: %d, %.3f",
                            row.getKey().getSystemId(),
                            row.getKey().getMarket(),
                            row.getKey().getPopulation(),
                            row.getKey().getSource(),
                            row.getKey().getSeason(),
                            row.getValue().n(),
                            row.getValue().meanAbsoluteError())));
  }

  @Test
  public void linedRowsCountInBothPopulationsByTheirFeeds() {
    PAssert.that(
            described(
                pipeline.apply(
                    Create.of(
                        graded("1", DAY, 22).build(),
                        against("2", DAY, 24, 20.5, 0.5).build(),
                        against("3", DAY, 25, 20.5, 0.5).build(),
                        against("4", DAY, 26, 20.5, 0.5).setSources("dh+oddsapi").build()))))
        .containsInAnyOrder(
            "fake POINTS all  2030-31: 4, 4.250",
            "fake POINTS lined oddsapi 2030-31: 2, 4.500",
            "fake POINTS lined dh+oddsapi 2030-31: 1, 6.000");
    pipeline.run();
  }

  @Test
  public void onlyEvaluatedRowsOfThoseWhoPlayedCount() {
    PAssert.that(
            described(
                pipeline.apply(
                    Create.of(
                        against("1", DAY, 24, 20.5, 0.5).setEvaluated(false).build(),
                        against("2", DAY, null, 20.5, 0.5).build(),
                        graded("3", DAY, null).build(),
                        against("4", DAY, 23, 20.5, 0.5).build()))))
        .containsInAnyOrder(
            "fake POINTS all  2030-31: 1, 3.000", "fake POINTS lined oddsapi 2030-31: 1, 3.000");
    pipeline.run();
  }

  @Test
  public void theMarketIsMeasuredWhereThereIsALineOnly() {
    PAssert.that(
            described(
                pipeline.apply(
                    Create.of(
                        against("1", DAY, 24, 20.5, 0.5)
                            .setSystemId("market_line")
                            .setKind(SystemKind.MARKET)
                            .build(),
                        against("1", DAY, 24, 20.5, 0.5)
                            .setSystemId("aware")
                            .setKind(SystemKind.MARKET_AWARE)
                            .build()))))
        .containsInAnyOrder(
            "market_line POINTS lined oddsapi 2030-31: 1, 4.000",
            "aware POINTS all  2030-31: 1, 4.000",
            "aware POINTS lined oddsapi 2030-31: 1, 4.000");
    pipeline.run();
  }

  @Test
  public void systemsMarketsAndSeasonsAreMeasuredApart() {
    List<GradedPrediction> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(graded("g" + i, DAY, 21).build());
      rows.add(graded("g" + i, DAY, 22).setSystemId("other").build());
      rows.add(graded("g" + i, DAY, 23).setMarket(Market.PRA).build());
      rows.add(graded("g" + i, GameDay.parse("2031-11-01"), 24).build());
    }
    PAssert.that(described(OneBundle.of(pipeline, "Rows", rows, 3)))
        .containsInAnyOrder(
            "fake POINTS all  2030-31: 200, 1.000",
            "other POINTS all  2030-31: 200, 2.000",
            "fake PRA all  2030-31: 200, 3.000",
            "fake POINTS all  2031-32: 200, 4.000");
    pipeline.run();
  }
}
