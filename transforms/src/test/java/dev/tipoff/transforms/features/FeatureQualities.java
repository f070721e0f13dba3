package dev.tipoff.transforms.features;

/** Qualities of vectors that nobody has judged. */
public final class FeatureQualities {
  private FeatureQualities() {}

  /** Something is wrong, and one feature in eight is known. */
  public static FeatureQuality flagged(String flags) {
    return FeatureQuality.of(12.5, 20, 20, flags);
  }
}
