package dev.tipoff.transforms.models;

import com.google.common.hash.Hashing;
import dev.tipoff.transforms.forecast.ResidualTable;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Boosted trees that forecast the median of one market, and how far outcomes have lain from such
 * forecasts. It knows no slate on or after its cut.
 */
public final class BoostedModel implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Market market;
  private final GameDay cut;
  private final ModelFeatures features;
  private final int examples;
  private final int rounds;
  private final byte[] trees;
  private final ResidualTable residuals;
  private transient @Nullable Booster booster;

  public BoostedModel(
      Market market,
      GameDay cut,
      ModelFeatures features,
      int examples,
      int rounds,
      byte[] trees,
      ResidualTable residuals) {
    this.market = market;
    this.cut = cut;
    this.features = features;
    this.examples = examples;
    this.rounds = rounds;
    this.trees = trees;
    this.residuals = residuals;
  }

  public Market market() {
    return market;
  }

  /** The first slate that it knows nothing of. */
  public GameDay cut() {
    return cut;
  }

  public ModelFeatures features() {
    return features;
  }

  /** How many examples it was trained on. */
  public int examples() {
    return examples;
  }

  /** How many trees it has. */
  public int rounds() {
    return rounds;
  }

  /** SHA-256 of the trees, in hexadecimal digits. */
  public String checksum() {
    return Hashing.sha256().hashBytes(trees).toString();
  }

  public ResidualTable residuals() {
    return residuals;
  }

  /**
   * The median by the trees, before it is made discrete.
   *
   * @param known as {@link ModelFeatures#valuesOf} gives them
   */
  public synchronized float median(float[] known) {
    try {
      if (booster == null) {
        booster = XGBoost.loadModel(new ByteArrayInputStream(trees));
      }
      DMatrix row = new DMatrix(known, 1, known.length, Float.NaN);
      try {
        return booster.predict(row)[0][0];
      } finally {
        row.dispose();
      }
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("the model of " + market + " cannot be asked", e);
    }
  }
}
