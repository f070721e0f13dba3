package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.odds.ConsensusLine;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A system that may use the line. It says nothing about a player without one. */
public interface MarketAwareSystem extends Serializable {
  String id();

  /** {@link SystemKind#MARKET_AWARE}, or {@link SystemKind#MARKET} for the line itself. */
  SystemKind kind();

  /** The same system with what had been learned before a slate; itself if it learns nothing. */
  default MarketAwareSystem using(SlateModels models) {
    return this;
  }

  /**
   * The forecast of the line's market.
   *
   * @param blind what the blind systems forecast, by id
   * @return empty if those do not suffice
   */
  Optional<Forecast> forecast(Map<String, Forecast> blind, ConsensusLine line);

  /** What the forecast is made of; empty if the system is not made of parts. */
  default List<Contribution> reasons(Map<String, Forecast> blind, ConsensusLine line) {
    return List.of();
  }
}
