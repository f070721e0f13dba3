package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.odds.ConsensusLine;
import java.util.Map;
import java.util.Optional;

/** What the books together expect, taken as a forecast: what every system is up against. */
public enum MarketLine implements MarketAwareSystem {
  /** The median of the books' main lines. */
  MEDIAN("market_line") {
    @Override
    double value(ConsensusLine line) {
      return line.getMedian();
    }
  },

  /** Their mean. */
  MEAN("market_mean") {
    @Override
    double value(ConsensusLine line) {
      return line.getMean();
    }
  },

  /** The mean of where each book's line and prices together say that the middle is. */
  PRICE_ADJUSTED("market_price_adjusted") {
    @Override
    double value(ConsensusLine line) {
      return line.getPriceAdjusted();
    }
  };

  private final String id;

  MarketLine(String id) {
    this.id = id;
  }

  abstract double value(ConsensusLine line);

  @Override
  public String id() {
    return id;
  }

  @Override
  public SystemKind kind() {
    return SystemKind.MARKET;
  }

  @Override
  public Optional<Forecast> forecast(Map<String, Forecast> blind, ConsensusLine line) {
    return Optional.of(Forecast.point(value(line)));
  }
}
