package dev.tipoff.transforms.precompute;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Values as columns have them: null where nothing is known. */
final class Column {
  private Column() {}

  /** Of a computation that gives NaN where nothing is known. */
  static @Nullable Double of(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  static @Nullable Double of(FeatureVector vector, Feature feature) {
    OptionalDouble value = vector.get(feature);
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  static @Nullable Integer count(FeatureVector vector, Feature feature) {
    OptionalDouble value = vector.get(feature);
    return value.isPresent() ? (Integer) (int) value.getAsDouble() : null;
  }
}
