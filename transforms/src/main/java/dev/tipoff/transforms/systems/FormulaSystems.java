package dev.tipoff.transforms.systems;

import com.google.common.collect.ImmutableList;

/** The blind systems that are formulas: each says why it forecasts what it does. */
public final class FormulaSystems {
  private FormulaSystems() {}

  public static ImmutableList<PredictionSystem> all() {
    return ImmutableList.of(
        RunningForm.MOVING_AVERAGE,
        RunningForm.EXPONENTIAL_MEAN,
        new ZoneMatchup(),
        new SimilarityBalanced());
  }
}
