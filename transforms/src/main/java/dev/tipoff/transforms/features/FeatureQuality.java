package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import java.util.Arrays;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How much of a {@link FeatureVector} is known, and what it lacks. */
@AutoValue
public abstract class FeatureQuality {
  private static final double ALL = 100;
  private static final long BLIND =
      Arrays.stream(Feature.values())
          .filter(feature -> !feature.definition().marketAware())
          .count();

  /**
   * How many in a hundred of the blind features are known. A feature that cannot be known lowers it
   * whatever the reason; none is ever filled with a default.
   */
  public abstract double score();

  /** Games that the schedule says his team has finished this season; absent if nobody counted. */
  public abstract @Nullable Integer gamesExpected();

  /** Those of them of which both box scores are there in full; absent if nobody counted. */
  public abstract @Nullable Integer gamesKnown();

  /** What is wrong with it, with semicolons between; empty if nothing is. */
  public abstract String flags();

  /** A quality that was judged before. */
  public static FeatureQuality of(
      double score, @Nullable Integer gamesExpected, @Nullable Integer gamesKnown, String flags) {
    return new AutoValue_FeatureQuality(score, gamesExpected, gamesKnown, flags);
  }

  /** The score of values, with nothing counted and nothing wrong. */
  static FeatureQuality of(Map<Feature, Double> values) {
    int known = 0;
    for (Feature feature : values.keySet()) {
      known += feature.definition().marketAware() ? 0 : 1;
    }
    return of(ALL * known / BLIND, null, null, "");
  }
}
