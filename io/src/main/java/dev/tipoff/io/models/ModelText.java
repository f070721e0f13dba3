package dev.tipoff.io.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.forecast.ResidualTable;
import dev.tipoff.transforms.learned.BoostedModel;
import dev.tipoff.transforms.learned.Calibration;
import dev.tipoff.transforms.learned.LineBlend;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.Mixture;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that was learned of a market, but for the trees, as JSON. */
final class ModelText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelText() {}

  static byte[] write(MarketModel model) {
    ObjectNode json = JSON.createObjectNode();
    json.put("market", model.market().name());
    json.put("cut", model.cut().toString());
    json.put("examples", model.trees().examples());
    json.put("rounds", model.trees().rounds());
    json.put("held_out", model.heldOut());
    json.put("held_out_error", model.heldOutError());
    json.put("held_out_mixture_error", model.heldOutMixtureError());
    json.set("residuals", table(model.residuals()));
    ObjectNode mixture = json.putObject("mixture");
    mixture.set("systems", JSON.valueToTree(model.mixture().systems()));
    mixture.set("weights", JSON.valueToTree(model.mixture().weights()));
    mixture.set("scales", JSON.valueToTree(model.mixture().scales()));
    json.set("mixture_residuals", table(model.mixtureResiduals()));
    ObjectNode blends = json.putObject("blends");
    model
        .blends()
        .forEach(
            (system, blend) ->
                blends
                    .putObject(system)
                    .put("weight_of_line", blend.weightOfLine())
                    .put("lines", blend.lines()));
    ObjectNode calibrations = json.putObject("calibrations");
    model
        .calibrations()
        .forEach(
            (system, calibration) ->
                calibrations
                    .putObject(system)
                    .put("shift", calibration.shift())
                    .put("slope", calibration.slope())
                    .put("lines", calibration.lines()));
    ObjectNode thresholds = json.putObject("thresholds");
    model
        .thresholds()
        .forEach(
            (system, least) ->
                // JSON has no infinity, which stands for no threshold that has paid.
                thresholds.put(system, Double.isInfinite(least) ? null : least));
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode table(ResidualTable residuals) {
    ObjectNode table = JSON.createObjectNode();
    table.set("levels", JSON.valueToTree(residuals.levels()));
    table.set("quantiles", JSON.valueToTree(residuals.quantiles()));
    return table;
  }

  /**
   * @throws IOException if it is no such text
   */
  static MarketModel read(byte[] text, byte[] trees, ModelFeatures features) throws IOException {
    JsonNode json = JSON.readTree(text);
    Market market = Market.valueOf(json.required("market").asText());
    GameDay cut = GameDay.parse(json.required("cut").asText());
    JsonNode mixture = json.required("mixture");
    ImmutableMap.Builder<String, LineBlend> blends = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> blend : json.required("blends").properties()) {
      blends.put(
          blend.getKey(),
          LineBlend.of(
              blend.getValue().required("weight_of_line").asDouble(),
              blend.getValue().required("lines").asInt()));
    }
    ImmutableMap.Builder<String, Calibration> calibrations = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> known : json.required("calibrations").properties()) {
      calibrations.put(
          known.getKey(),
          Calibration.of(
              known.getValue().required("shift").asDouble(),
              known.getValue().required("slope").asDouble(),
              known.getValue().required("lines").asInt()));
    }
    ImmutableMap.Builder<String, Double> thresholds = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> known : json.required("thresholds").properties()) {
      thresholds.put(
          known.getKey(),
          known.getValue().isNull() ? Double.POSITIVE_INFINITY : known.getValue().asDouble());
    }
    return MarketModel.builder()
        .market(market)
        .cut(cut)
        .trees(
            new BoostedModel(
                market,
                cut,
                features,
                json.required("examples").asInt(),
                json.required("rounds").asInt(),
                trees))
        .heldOut(json.required("held_out").asInt())
        .heldOutError(json.required("held_out_error").asDouble())
        .heldOutMixtureError(json.required("held_out_mixture_error").asDouble())
        .residuals(table(json.required("residuals")))
        .mixture(
            Mixture.of(
                strings(mixture.required("systems")),
                doubles(mixture.required("weights")),
                doubles(mixture.required("scales"))))
        .mixtureResiduals(table(json.required("mixture_residuals")))
        .blends(blends.buildOrThrow())
        .calibrations(calibrations.buildOrThrow())
        .thresholds(thresholds.buildOrThrow())
        .build();
  }

  private static ResidualTable table(JsonNode table) throws IOException {
    return ResidualTable.restore(
        JSON.treeToValue(table.required("levels"), double[].class),
        JSON.treeToValue(table.required("quantiles"), double[][].class));
  }

  private static ImmutableList<String> strings(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return ImmutableList.copyOf(texts);
  }

  private static ImmutableList<Double> doubles(JsonNode list) {
    List<Double> values = new ArrayList<>();
    list.forEach(value -> values.add(value.asDouble()));
    return ImmutableList.copyOf(values);
  }
}
