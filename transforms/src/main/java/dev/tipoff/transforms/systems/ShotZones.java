package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;

/**
 * What the opponent lets a player's shots be worth: his share of shots from each zone times how
 * much better than the league's the opponent lets shots from there be made.
 */
final class ShotZones {
  /** Points that a shot from the field is usually worth. */
  private static final double USUAL_POINTS = 1.09;

  private ShotZones() {}

  /**
   * Points per shot from the field over the usual ones, as a part of those: 0.02 if a shot is worth
   * two percent more. With a play-by-play of paint, mid range and threes, otherwise of twos and
   * threes; NaN before the teams have played enough.
   */
  static double pointsPerShot(FeatureVector features) {
    double paint = get(features, Feature.PAINT_SHARE_OF_SHOTS);
    double midRange = get(features, Feature.MID_RANGE_SHARE_OF_SHOTS);
    double allowedThrees = get(features, Feature.OPPONENT_THREES_PERCENTAGE_ALLOWED);
    double byZone =
        2 * paint * get(features, Feature.OPPONENT_PAINT_ALLOWED)
            + 2 * midRange * get(features, Feature.OPPONENT_MID_RANGE_ALLOWED)
            + 3 * (100 - paint - midRange) * allowedThrees;
    double threes = get(features, Feature.THREES_SHARE_OF_SHOTS_LAST_10);
    double byBoxScore =
        2 * (100 - threes) * get(features, Feature.OPPONENT_TWOS_PERCENTAGE_ALLOWED)
            + 3 * threes * allowedThrees;
    // Shares and percentages are in 100 each.
    return (Double.isNaN(byZone) ? byBoxScore : byZone) / (100 * 100) / USUAL_POINTS;
  }

  private static double get(FeatureVector features, Feature feature) {
    return features.get(feature).orElse(Double.NaN);
  }
}
