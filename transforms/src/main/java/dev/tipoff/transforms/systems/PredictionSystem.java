package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.Market;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A way to forecast what a player will record. An implementation is a pure function of its
 * arguments: no clock, no randomness, no look-up. A system of this interface is blind: it is never
 * handed the line.
 */
public interface PredictionSystem extends Serializable {
  /** Name of the part that a forecast starts from. */
  String BASE = "base";

  /** The system's name in tables and files, {@code moving_average} for instance. */
  String id();

  /** {@link SystemKind#BLIND}, or {@link SystemKind#BASELINE} for a point to compare with. */
  SystemKind kind();

  /** The same system with what had been learned before a slate; itself if it learns nothing. */
  default PredictionSystem using(SlateModels models) {
    return this;
  }

  /**
   * The same system, which has looked at all of these where that is quicker than one by one; it
   * answers as it would have. It is for the moment and need not travel.
   */
  default PredictionSystem ahead(Market market, List<FeatureVector> features) {
    return this;
  }

  /**
   * The forecast of one market.
   *
   * @param features what is known of the player, teams and schedule from earlier slates
   * @param context who plays whom and where
   * @param games all box scores of earlier slates
   * @return empty if the player has too few games for the system
   */
  Optional<Forecast> forecast(
      FeatureVector features, GameContext context, KnownGames games, Market market);

  /**
   * What the forecast of one market is made of, the largest first: parts that add up to its mean,
   * the player's level among them. Empty if the system is not made of parts, or has no forecast.
   */
  default List<Contribution> reasons(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    return List.of();
  }
}
