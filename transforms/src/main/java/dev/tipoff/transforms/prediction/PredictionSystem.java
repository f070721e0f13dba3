package dev.tipoff.transforms.prediction;

import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.PlayerHistory;
import dev.tipoff.transforms.model.Market;
import java.io.Serializable;
import java.util.Optional;

/**
 * A way to forecast what a player will record. An implementation is a pure function of its
 * arguments: no clock, no randomness, no look-up. A system of this interface is blind: it is never
 * handed the line.
 */
public interface PredictionSystem extends Serializable {
  /** The system's name in tables and files, {@code moving_average} for instance. */
  String id();

  /** {@link SystemKind#BLIND}, or {@link SystemKind#BASELINE} for a point to compare with. */
  SystemKind kind();

  /**
   * The forecast of one market.
   *
   * @param features what is known of the player, teams and schedule from earlier slates
   * @param context who plays whom and where
   * @param history the player's earlier games of the season
   * @return empty if the player has too few games for the system
   */
  Optional<Forecast> forecast(
      FeatureVector features, GameContext context, PlayerHistory history, Market market);
}
