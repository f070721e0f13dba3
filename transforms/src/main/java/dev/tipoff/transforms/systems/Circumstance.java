package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.availability.AvailabilityBasis;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.Market;
import java.util.Set;

/**
 * What makes a game differ from a player's usual one, and by what part of his level. A circumstance
 * that is unknown changes nothing.
 *
 * <p>The scales were chosen on 2021-22 and 2022-23, by least squares of what was recorded over the
 * level, rounded, with signs that had to make sense; each comment says what the mean absolute error
 * of points of {@link ZoneMatchup} in the two seasons, 4.754 and 4.770, would be without it.
 */
enum Circumstance {
  /**
   * Without it 4.756 and 4.770, by twos and threes: no play-by-play of those seasons was there to
   * judge the three zones by.
   */
  SHOT_ZONES("how the opponent defends the zones he shoots from") {
    @Override
    double relative(FeatureVector features, GameContext context, Market market) {
      return 0.2 * ShotZones.pointsPerShot(features);
    }
  },

  /** Without it 4.757 and 4.771. */
  ROLE("how the opponent defends players of his role") {
    @Override
    double relative(FeatureVector features, GameContext context, Market market) {
      return 0.3 * (get(features, Feature.OPPONENT_ALLOWED_TO_ROLE) - 1);
    }
  },

  /** A possession at a time, so that {@link #PACE} is not counted twice. */
  ALLOWED("what the opponent allows in a possession") {
    @Override
    double relative(FeatureVector features, GameContext context, Market market) {
      return switch (market) {
        case POINTS, PRA -> 0.45 * allowed(features, Feature.OPPONENT_POINTS_ALLOWED_FACTOR);
        case REBOUNDS -> 0.65 * allowed(features, Feature.OPPONENT_REBOUNDS_ALLOWED_FACTOR);
        case ASSISTS -> 0.5 * allowed(features, Feature.OPPONENT_ASSISTS_ALLOWED_FACTOR);
      };
    }
  },

  /** Without it 4.756 and 4.773. */
  PACE("pace that the two teams make") {
    @Override
    double relative(FeatureVector features, GameContext context, Market market) {
      return 0.7 * (pace(features) - 1);
    }
  },

  /** Without it 4.755 and 4.771. */
  VENUE("home or away") {
    @Override
    double relative(FeatureVector features, GameContext context, Market market) {
      double scale = market == Market.ASSISTS ? 0.013 : 0.007;
      return scale * (2 * get(features, Feature.HOME) - 1);
    }
  },

  /**
   * Those who play on a tiring day are seen to record as much as ever, since others rest on it; so
   * the scale is small. Without it 4.755 and 4.772.
   */
  LOAD("load of the last days") {
    @Override
    double relative(FeatureVector features, GameContext context, Market market) {
      return 0.05 * (get(features, Feature.FRESHNESS_SCORE) / 100 - 1);
    }
  },

  /** Who comes back plays less at first. Without it 4.765 and 4.786. */
  ABSENCE("games missed since his latest") {
    @Override
    double relative(FeatureVector features, GameContext context, Market market) {
      return -0.08 * Math.log1p(get(features, Feature.GAMES_MISSED_SINCE_LAST));
    }
  },

  /**
   * More minutes are left when more of the rotation than usual is out: tonight where a report says
   * so, else as in the team's latest game. What stands in for a report names but some of those who
   * are out: at least as many as it names. Without it 4.770 and 4.780.
   */
  TEAMMATES("teammates out") {
    @Override
    double relative(FeatureVector features, GameContext context, Market market) {
      double last = get(features, Feature.MINUTES_MISSING_AGAINST_USUAL);
      double tonight = features.get(Feature.MINUTES_OUT_AGAINST_USUAL).orElse(last);
      boolean isPartial =
          AvailabilityBasis.of(context.getReportSource()) == AvailabilityBasis.STAND_IN;
      return 0.0011 * (isPartial && tonight < last ? last : tonight);
    }
  };

  /** Those that are alike for every system and market. */
  static final Set<Circumstance> COMMON = Set.of(PACE, VENUE, LOAD, ABSENCE, TEAMMATES);

  /**
   * The most that one of them changes, as a part of the level. Few enough apply to one forecast
   * that all at their worst leave something of it.
   */
  static final double MOST = 0.15;

  private final String shown;

  Circumstance(String shown) {
    this.shown = shown;
  }

  /** As it is shown among the reasons. */
  String shown() {
    return shown;
  }

  /** The change as a part of the level, unbounded; NaN if unknown. */
  abstract double relative(FeatureVector features, GameContext context, Market market);

  /** The change as a part of the level, from -0.15 to 0.15. */
  final double change(FeatureVector features, GameContext context, Market market) {
    double change = relative(features, context, market);
    return Double.isNaN(change) ? 0 : Math.max(-MOST, Math.min(MOST, change));
  }

  private static double get(FeatureVector features, Feature feature) {
    return features.get(feature).orElse(Double.NaN);
  }

  /** Pace of the opponent over the league's. */
  private static double pace(FeatureVector features) {
    return get(features, Feature.EXPECTED_PACE) / get(features, Feature.TEAM_PACE);
  }

  private static double allowed(FeatureVector features, Feature factor) {
    return get(features, factor) / pace(features) - 1;
  }
}
