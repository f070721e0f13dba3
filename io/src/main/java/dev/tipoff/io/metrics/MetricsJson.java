package dev.tipoff.io.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tipoff.transforms.grading.Accuracy;
import dev.tipoff.transforms.grading.Estimate;
import dev.tipoff.transforms.grading.MetricKey;
import dev.tipoff.transforms.grading.ReliabilityBin;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * The metrics file: {@code {"from","to","version","availability","rows":[...],"excluded":{...}}}. A
 * figure that does not apply is absent; figures are rounded to six places.
 */
public final class MetricsJson {
  /** Of the file's shape. */
  public static final int VERSION = 1;

  private static final double PLACES = 1e6;

  private MetricsJson() {}

  /**
   * The file's text.
   *
   * @param availability what the forecasts knew of who is out, {@code unknown} for instance
   */
  public static String of(
      SlateRange slates,
      String availability,
      SortedMap<MetricKey, Accuracy> rows,
      Map<String, Long> excluded) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode file = json.createObjectNode();
    file.put("from", slates.from().toString());
    file.put("to", slates.to().toString());
    file.put("version", VERSION);
    file.put("availability", availability);
    ArrayNode list = file.putArray("rows");
    rows.forEach((key, accuracy) -> list.add(row(json, key, accuracy)));
    ObjectNode counts = file.putObject("excluded");
    excluded.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return file.toPrettyString() + "\n";
  }

  private static ObjectNode row(ObjectMapper json, MetricKey key, Accuracy accuracy) {
    ObjectNode row = json.createObjectNode();
    row.put("id", key.getSystemId());
    row.put("kind", key.getKind().id());
    row.put("market", key.getMarket().id());
    row.put("population", key.getPopulation());
    if (!key.getSource().isEmpty()) {
      row.put("source", key.getSource());
    }
    row.put("season", key.getSeason());
    row.put("n", accuracy.n());
    row.put("mae", round(accuracy.medianAbsoluteError()));
    row.put("mae_mean", round(accuracy.meanAbsoluteError()));
    row.put("rmse", round(accuracy.rootMeanSquaredError()));
    row.put("bias", round(accuracy.bias()));
    put(row, "coverage_50", accuracy.coverage50());
    put(row, "coverage_80", accuracy.coverage80());
    put(row, "coverage_90", accuracy.coverage90());
    if (key.getPopulation().equals("lined")) {
      putLined(json, row, accuracy);
    }
    return row;
  }

  private static void putLined(ObjectMapper json, ObjectNode row, Accuracy accuracy) {
    put(row, "vs_line", accuracy.vsLine());
    put(row, "vs_market_mean", accuracy.vsMarketMean());
    put(row, "vs_price_adjusted", accuracy.vsPriceAdjusted());
    put(row, "brier", accuracy.brier());
    put(row, "log_loss", accuracy.logLoss());
    put(row, "market_brier", accuracy.marketBrier());
    put(row, "market_log_loss", accuracy.marketLogLoss());
    put(row, "vs_market_log_loss", accuracy.vsMarketLogLoss());
    put(row, "calibration_error", accuracy.calibrationError());
    put(row, "calibration_band", accuracy.calibrationBand());
    List<ReliabilityBin> bins = accuracy.reliability();
    if (!bins.isEmpty()) {
      ArrayNode table = row.putArray("reliability");
      bins.forEach(
          bin ->
              table.add(
                  json.createObjectNode()
                      .put("n", bin.n())
                      .put("probability", round(bin.probability()))
                      .put("observed", round(bin.observed()))));
    }
    if (accuracy.bets() > 0) {
      row.put("bets", accuracy.bets());
    }
    put(row, "hit_rate", accuracy.hitRate());
    put(row, "hit_rate_low", accuracy.hitRateLow());
    put(row, "hit_rate_high", accuracy.hitRateHigh());
    put(row, "roi", accuracy.returnOnInvestment());
    put(row, "clv", accuracy.closingLineValue());
  }

  private static void put(ObjectNode row, String name, Optional<Estimate> estimate) {
    estimate.ifPresent(
        figure -> {
          row.put(name, round(figure.mean()));
          put(row, name + "_low", figure.low());
          put(row, name + "_high", figure.high());
        });
  }

  private static void put(ObjectNode row, String name, OptionalDouble value) {
    value.ifPresent(number -> row.put(name, round(number)));
  }

  private static double round(double value) {
    return Math.rint(value * PLACES) / PLACES;
  }
}
