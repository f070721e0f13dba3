package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.Market;
import java.util.Optional;

/** What anybody could say without a model; every system is held against these. */
public enum Baseline implements PredictionSystem {
  LAST_GAME("last_game") {
    @Override
    Feature feature(Market market) {
      return Feature.lastGame(market);
    }
  },
  LAST_5("last_5") {
    @Override
    Feature feature(Market market) {
      return Feature.meanLast5(market);
    }
  },
  LAST_10("last_10") {
    @Override
    Feature feature(Market market) {
      return Feature.meanLast10(market);
    }
  },
  SEASON_MEAN("season_mean") {
    @Override
    Feature feature(Market market) {
      return Feature.meanSeason(market);
    }
  };

  private final String id;

  Baseline(String id) {
    this.id = id;
  }

  abstract Feature feature(Market market);

  @Override
  public String id() {
    return id;
  }

  @Override
  public SystemKind kind() {
    return SystemKind.BASELINE;
  }

  @Override
  public Optional<Forecast> forecast(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    double played = features.get(Feature.GAMES_SEASON).orElse(0);
    return played < RunningForm.MIN_GAMES
        ? Optional.empty()
        : Optional.of(Forecast.point(features.get(feature(market)).orElseThrow()));
  }
}
