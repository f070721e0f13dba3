package dev.tipoff.transforms.export;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.systems.Ensemble;
import dev.tipoff.transforms.systems.GradientBoosted;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.Comparator;

/**
 * Which of several systems speaks where a reader gets one word on a prop: one that may use the
 * line, else the ensemble, the boosted model, any other that never sees the line, and last a
 * yardstick. It is chosen without a look at what the systems say of the prop: the best of seven
 * values would be the luckiest. The statements of the exports order systems in the same way.
 */
public final class LeadSystem {
  /** The lead first. */
  public static final Comparator<Prediction> FIRST =
      Comparator.comparing(Prediction::getKind, kinds())
          .thenComparing(prediction -> rank(prediction.getSystemId()))
          .thenComparing(Prediction::getSystemId);

  private static final ImmutableList<String> RANKED =
      ImmutableList.of(Ensemble.ID, GradientBoosted.ID);

  private LeadSystem() {}

  private static Comparator<SystemKind> kinds() {
    return Ordering.explicit(
        SystemKind.MARKET_AWARE, SystemKind.BLIND, SystemKind.MARKET, SystemKind.BASELINE);
  }

  private static int rank(String systemId) {
    int rank = RANKED.indexOf(systemId);
    return rank < 0 ? RANKED.size() : rank;
  }
}
