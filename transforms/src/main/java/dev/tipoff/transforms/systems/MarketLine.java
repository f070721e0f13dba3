package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.odds.ConsensusLine;
import java.util.Map;
import java.util.Optional;

/** The median of the books' main lines, taken as a forecast: what every system is up against. */
public enum MarketLine implements MarketAwareSystem {
  MEDIAN;

  @Override
  public String id() {
    return "market_line";
  }

  @Override
  public SystemKind kind() {
    return SystemKind.MARKET;
  }

  @Override
  public Optional<Forecast> forecast(Map<String, Forecast> blind, ConsensusLine line) {
    return Optional.of(Forecast.point(line.getMedian()));
  }
}
