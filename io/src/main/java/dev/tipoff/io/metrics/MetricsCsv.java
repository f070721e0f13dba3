package dev.tipoff.io.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.tipoff.io.export.RowCsv;
import java.util.stream.Stream;

/** The rows of a metrics file as CSV: all figures but the bins of reliability. */
public final class MetricsCsv {
  private static final ImmutableList<String> HEADER =
      Stream.of(
              Stream.of("id", "kind", "market", "population", "source", "season", "n"),
              Stream.of("mae", "mae_mean", "rmse", "bias"),
              Stream.of("coverage_50", "coverage_80", "coverage_90"),
              Stream.of("vs_line", "vs_market_mean", "vs_price_adjusted")
                  .flatMap(MetricsCsv::about),
              Stream.of("brier", "log_loss", "market_brier", "market_log_loss"),
              about("vs_market_log_loss"),
              Stream.of("calibration_error", "calibration_band", "bets"),
              about("hit_rate"),
              about("roi"),
              about("clv"))
          .flatMap(names -> names)
          .collect(ImmutableList.toImmutableList());

  private MetricsCsv() {}

  /**
   * A line a row, under a header.
   *
   * @param metrics the metrics file
   */
  public static String of(JsonNode metrics) {
    return RowCsv.of(HEADER, metrics.path("rows"));
  }

  private static Stream<String> about(String figure) {
    return Stream.of(figure, figure + "_low", figure + "_high");
  }
}
