package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.odds.ConsensusLine;
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
  public Optional<Forecast> forecast(
      FeatureVector features, GameContext context, KnownGames games, ConsensusLine line) {
    return Optional.of(Forecast.point(line.getMedian()));
  }
}
