package dev.tipoff.transforms.precompute;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A row of every vector of features: its four scores, and what they come to together. */
public final class WeighGame
    extends PTransform<PCollection<FeatureVector>, PCollection<PlayerCompositeFactors>> {
  private static final long serialVersionUID = 1L;

  private WeighGame() {}

  public static WeighGame create() {
    return new WeighGame();
  }

  @Override
  public PCollection<PlayerCompositeFactors> expand(PCollection<FeatureVector> vectors) {
    return vectors.apply(
        "Weigh",
        MapElements.into(TypeDescriptor.of(PlayerCompositeFactors.class)).via(WeighGame::of));
  }

  static PlayerCompositeFactors of(FeatureVector vector) {
    Double freshness = Column.of(vector, Feature.FRESHNESS_SCORE);
    Double adjustment = freshness == null ? null : (Double) adjustment(freshness);
    Double zone = Column.of(vector, Feature.ZONE_MISMATCH_SCORE);
    Double pace = Column.of(vector, Feature.PACE_SCORE);
    Double usage = Column.of(vector, Feature.USAGE_SPIKE_SCORE);
    double[] known =
        Stream.<@Nullable Double>of(adjustment, zone, pace, usage)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return PlayerCompositeFactors.builder()
        .setGameDate(vector.getGameDate())
        .setGameId(vector.getGameId())
        .setPlayer(vector.getPlayer())
        .setFreshnessScore(freshness)
        .setFreshnessAdjustment(adjustment)
        .setZoneMismatchScore(zone)
        .setPaceScore(pace)
        .setUsageSpikeScore(usage)
        .setTotalAdjustment(known.length == 0 ? null : (Double) sum(known))
        .setKnownInputs(known.length)
        .build();
  }

  /** From 0, fresh, down to -5: being tired never helps. */
  static double adjustment(double freshness) {
    return (freshness - 100) / 20;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
