package dev.tipoff.transforms.training;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.learned.BoostedModel;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trains the model of one market from examples before a cut, in two steps. Trees that know nothing
 * of the latest year say, on that year, how many trees to grow and how far outcomes lie from what
 * they forecast. Then the trees that serve are grown from all examples. The same examples in any
 * order, and the same settings, give the same model to the byte.
 */
public final class TrainMarket implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int DAYS_HELD_OUT = 365;
  private static final int LEAST_EARLIER = 1000;
  private static final int LEAST_HELD_OUT = 500;
  private static final int CHECK_EVERY = 10;
  private static final int PATIENCE = 40;

  private final ModelFeatures features;
  private final ImmutableList<String> systems;
  private final BoostingSettings settings;

  /**
   * A way to train.
   *
   * @param systems ids of the systems whose forecasts the examples carry
   */
  public TrainMarket(
      ModelFeatures features, ImmutableList<String> systems, BoostingSettings settings) {
    this.features = features;
    this.systems = systems;
    this.settings = settings;
  }

  /**
   * The model of a market.
   *
   * @param examples those of this slate and later are left out
   * @throws TooFewExamplesException if too few are left
   */
  public MarketModel train(Collection<TrainingExample> examples, GameDay cut, Market market)
      throws TooFewExamplesException {
    List<TrainingExample> known =
        examples.stream()
            .filter(example -> example.day().isBefore(cut))
            .sorted(TrainingExample.IN_ORDER)
            .toList();
    GameDay heldOut = heldOutFrom(known, cut);
    List<TrainingExample> earlier =
        known.stream().filter(example -> example.day().isBefore(heldOut)).toList();
    List<TrainingExample> latest =
        known.stream()
            .filter(example -> !example.day().isBefore(heldOut) && example.evaluated())
            .toList();
    if (earlier.size() < LEAST_EARLIER || latest.size() < LEAST_HELD_OUT) {
      throw new TooFewExamplesException(
          String.format(
              "%d examples before %s and %d to check on since are not the %d and %d that it takes",
              earlier.size(), heldOut, latest.size(), LEAST_EARLIER, LEAST_HELD_OUT));
    }
    try {
      double[] outcomes = latest.stream().mapToDouble(example -> example.actual(market)).toArray();
      HeldOut best = grow(earlier, latest, outcomes, market);
      BoostedModel trees =
          new BoostedModel(
              market, cut, features, known.size(), best.rounds(), regrow(known, best, market));
      return LearnStack.into(
              MarketModel.builder().market(market).cut(cut).trees(trees),
              systems,
              latest,
              best.forecasts(),
              market)
          .build();
    } catch (XGBoostError e) {
      throw new IllegalStateException("the model of " + market + " cannot be trained", e);
    }
  }

  /** A year before the cut, or, in a first season, after three quarters of the examples. */
  private static GameDay heldOutFrom(List<TrainingExample> known, GameDay cut) {
    GameDay year = cut.plusDays(-DAYS_HELD_OUT);
    long earlier = known.stream().filter(example -> example.day().isBefore(year)).count();
    return earlier >= LEAST_EARLIER || known.isEmpty()
        ? year
        : known.get(known.size() * 3 / 4).day();
  }

  /** Grows so many trees from all examples. */
  private byte[] regrow(List<TrainingExample> known, HeldOut best, Market market)
      throws XGBoostError {
    DMatrix all = matrix(known, market);
    try {
      Booster booster = start(all);
      for (int round = 0; round < best.rounds(); round++) {
        booster.update(all, round);
      }
      byte[] trees = booster.toByteArray();
      booster.dispose();
      return trees;
    } finally {
      all.dispose();
    }
  }

  private record HeldOut(int rounds, double error, double[] forecasts) {}

  /** Grows trees until they have served the latest year no better for a while. */
  private HeldOut grow(
      List<TrainingExample> earlier, List<TrainingExample> latest, double[] outcomes, Market market)
      throws XGBoostError {
    DMatrix learn = matrix(earlier, market);
    DMatrix test = matrix(latest, market);
    HeldOut best = new HeldOut(0, Double.POSITIVE_INFINITY, new double[0]);
    try {
      Booster booster = start(learn);
      for (int round = 1; round <= settings.maxRounds(); round++) {
        booster.update(learn, round - 1);
        if (round % CHECK_EVERY == 0) {
          double[] forecasts = column(booster.predict(test));
          double error = meanAbsoluteError(forecasts, outcomes);
          if (error < best.error()) {
            best = new HeldOut(round, error, forecasts);
          } else if (round - best.rounds() >= PATIENCE) {
            break;
          }
        }
      }
      booster.dispose();
    } finally {
      learn.dispose();
      test.dispose();
    }
    return best;
  }

  private Booster start(DMatrix learn) throws XGBoostError {
    return XGBoost.train(learn, settings.parameters(), 0, Map.of(), null, null);
  }

  private DMatrix matrix(List<TrainingExample> examples, Market market) throws XGBoostError {
    int columns = features.features().size();
    float[] cells = new float[examples.size() * columns];
    float[] labels = new float[examples.size()];
    for (int row = 0; row < labels.length; row++) {
      System.arraycopy(examples.get(row).known(), 0, cells, row * columns, columns);
      labels[row] = examples.get(row).actual(market);
    }
    DMatrix matrix = new DMatrix(cells, labels.length, columns, Float.NaN);
    matrix.setLabel(labels);
    return matrix;
  }

  private static double[] column(float[][] rows) {
    double[] column = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      column[row] = rows[row][0];
    }
    return column;
  }

  private static double meanAbsoluteError(double[] forecasts, double[] outcomes) {
    double sum = 0;
    for (int i = 0; i < forecasts.length; i++) {
      sum += Math.abs(forecasts[i] - outcomes[i]);
    }
    return sum / forecasts.length;
  }
}
