package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.odds.ConsensusLine;
import java.io.Serializable;
import java.util.Optional;

/** A system that may use the line. It says nothing about a player without one. */
public interface MarketAwareSystem extends Serializable {
  String id();

  /** {@link SystemKind#MARKET_AWARE}, or {@link SystemKind#MARKET} for the line itself. */
  SystemKind kind();

  /**
   * The forecast of the line's market.
   *
   * @return empty if the player has too few games for the system
   */
  Optional<Forecast> forecast(
      FeatureVector features, GameContext context, KnownGames games, ConsensusLine line);
}
