package dev.tipoff.transforms.learned;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.forecast.ResidualTable;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Models of two features, trained in a moment. */
public final class TinyModels {
  public static final ModelFeatures FEATURES =
      ModelFeatures.of(ImmutableList.of(Feature.POINTS_MEAN_SLOW, Feature.MINUTES_MEAN_SLOW));

  private TinyModels() {}

  /** One of each market. */
  public static List<MarketModel> before(GameDay cut) throws XGBoostError {
    List<MarketModel> models = new ArrayList<>();
    for (Market market : Market.values()) {
      models.add(model(market, cut));
    }
    return models;
  }

  /** A model whose trees give back the first feature, nearly. */
  public static MarketModel model(Market market, GameDay cut) throws XGBoostError {
    Random random = new Random(market.ordinal());
    float[] cells = new float[400];
    float[] labels = new float[200];
    double[] forecasts = new double[200];
    double[] outcomes = new double[200];
    for (int row = 0; row < labels.length; row++) {
      cells[2 * row] = 30 * random.nextFloat();
      cells[2 * row + 1] = 40 * random.nextFloat();
      labels[row] = Math.round(cells[2 * row]);
      forecasts[row] = cells[2 * row];
      outcomes[row] = Math.max(0, labels[row] + random.nextInt(11) - 5);
    }
    DMatrix matrix = new DMatrix(cells, labels.length, 2, Float.NaN);
    matrix.setLabel(labels);
    Booster booster =
        XGBoost.train(
            matrix, Map.of("max_depth", 3, "nthread", 1, "verbosity", 0), 5, Map.of(), null, null);
    return MarketModel.builder()
        .market(market)
        .cut(cut)
        .trees(new BoostedModel(market, cut, FEATURES, 200, 5, booster.toByteArray()))
        .residuals(ResidualTable.of(forecasts, outcomes))
        .mixture(
            Mixture.of(
                ImmutableList.of("moving_average", "gradient_boosted"),
                ImmutableList.of(0.25, 0.75),
                ImmutableList.of(0.97, 1.0)))
        .mixtureResiduals(ResidualTable.of(forecasts, outcomes))
        .heldOut(200)
        .heldOutError(3.25)
        .heldOutMixtureError(3.125)
        .blends(ImmutableMap.of("ensemble", LineBlend.of(0.65, 1234)))
        .calibrations(ImmutableMap.of("ensemble", Calibration.of(-0.02, 0.8, 1234)))
        .thresholds(ImmutableMap.of("ensemble", 0.05, "gradient_boosted", Double.POSITIVE_INFINITY))
        .build();
  }
}
