package dev.tipoff.transforms.learned;

import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
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
  private transient @Nullable Booster booster;

  public BoostedModel(
      Market market, GameDay cut, ModelFeatures features, int examples, int rounds, byte[] trees) {
    this.market = market;
    this.cut = cut;
    this.features = features;
    this.examples = examples;
    this.rounds = rounds;
    this.trees = trees;
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

  /** The trees as XGBoost writes them. */
  public byte[] trees() {
    return trees.clone();
  }

  /**
   * The median by the trees, before it is made discrete.
   *
   * @param known as {@link ModelFeatures#valuesOf} gives them
   */
  public float median(float[] known) {
    return medians(List.of(known))[0];
  }

  /** The medians of many at once, which is quicker than one by one and gives the same. */
  public float[] medians(List<float[]> known) {
    int columns = features.features().size();
    float[] cells = cells(known);
    float[][] answers =
        ask(trees -> trees.inplace_predict(cells, known.size(), columns, Float.NaN));
    float[] medians = new float[answers.length];
    for (int row = 0; row < medians.length; row++) {
      medians[row] = answers[row][0];
    }
    return medians;
  }

  /**
   * What each feature adds to the median, in the order of the features, and at the end what it
   * starts from, of many at once: Shapley values by the structure of the trees. S. Lundberg et al.,
   * "From local explanations to global understanding with explainable AI for trees", Nature Machine
   * Intelligence 2 (2020).
   */
  public float[][] contributions(List<float[]> known) {
    int columns = features.features().size();
    float[] cells = cells(known);
    return ask(
        trees -> {
          DMatrix rows = new DMatrix(cells, known.size(), columns, Float.NaN);
          try {
            return trees.predictContrib(rows, 0);
          } finally {
            rows.dispose();
          }
        });
  }

  private float[] cells(List<float[]> known) {
    int columns = features.features().size();
    float[] cells = new float[known.size() * columns];
    for (int row = 0; row < known.size(); row++) {
      System.arraycopy(known.get(row), 0, cells, row * columns, columns);
    }
    return cells;
  }

  private interface Question<T> {
    T of(Booster trees) throws XGBoostError;
  }

  private synchronized <T> T ask(Question<T> question) {
    try {
      if (booster == null) {
        booster = XGBoost.loadModel(new ByteArrayInputStream(trees));
        booster.setParam("nthread", 1);
      }
      return question.of(booster);
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("the model of " + market + " cannot be asked", e);
    }
  }
}
