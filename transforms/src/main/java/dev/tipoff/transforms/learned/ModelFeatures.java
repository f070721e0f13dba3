package dev.tipoff.transforms.learned;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The features that a model looks at, in its order: a model that was trained on one list cannot be
 * asked with another.
 */
@AutoValue
public abstract class ModelFeatures implements Serializable {
  private static final long serialVersionUID = 1L;

  public abstract ImmutableList<Feature> features();

  /** All that a blind system may see. */
  public static ModelFeatures blind() {
    return of(
        Arrays.stream(Feature.values())
            .filter(feature -> !feature.definition().marketAware())
            .collect(ImmutableList.toImmutableList()));
  }

  public static ModelFeatures of(ImmutableList<Feature> features) {
    return new AutoValue_ModelFeatures(features);
  }

  /** The values in the model's order; NaN where absent. */
  public float[] valuesOf(FeatureVector vector) {
    float[] values = new float[features().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) vector.get(features().get(i)).orElse(Double.NaN);
    }
    return values;
  }

  /** The names with commas between, as a model keeps them. */
  public final String names() {
    return features().stream().map(Feature::id).collect(Collectors.joining(","));
  }
}
