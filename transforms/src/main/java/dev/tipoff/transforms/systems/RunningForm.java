package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.Market;
import java.util.Optional;

/**
 * Blind systems that expect a player to go on as he has: a mean of his games, spread as a negative
 * binomial whose variance is his own over the last ten games, shrunk to what is usual for such a
 * mean.
 */
public enum RunningForm implements PredictionSystem {
  /** Half the mean of the last 5 games, three tenths of the last 10, two tenths of the season. */
  MOVING_AVERAGE("moving_average") {
    @Override
    double mean(FeatureVector features, Market market) {
      return 0.5 * features.get(Feature.meanLast5(market)).orElseThrow()
          + 0.3 * features.get(Feature.meanLast10(market)).orElseThrow()
          + 0.2 * features.get(Feature.meanSeason(market)).orElseThrow();
    }
  },

  /** The mean in which the k-th latest game weighs 0.90^(k-1). */
  EXPONENTIAL_MEAN("exponential_mean") {
    @Override
    double mean(FeatureVector features, Market market) {
      return features.get(Feature.meanExponential(market)).orElseThrow();
    }
  };

  /** With fewer games of the season a mean says too little. */
  public static final int MIN_GAMES = 3;

  private static final int SAMPLE = 10;

  /** Games that the usual variance counts for beside the player's own last ten. */
  private static final double PRIOR_GAMES = 20;

  private final String id;

  RunningForm(String id) {
    this.id = id;
  }

  abstract double mean(FeatureVector features, Market market);

  @Override
  public String id() {
    return id;
  }

  @Override
  public SystemKind kind() {
    return SystemKind.BLIND;
  }

  @Override
  public Optional<Forecast> forecast(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    double played = features.get(Feature.GAMES_SEASON).orElse(0);
    if (played < MIN_GAMES) {
      return Optional.empty();
    }
    double mean = mean(features, market);
    double sd = features.get(Feature.sdLast10(market)).orElseThrow();
    double own = Math.min(played, SAMPLE) - 1;
    double variance =
        (own * sd * sd + PRIOR_GAMES * market.usualDispersion() * mean) / (own + PRIOR_GAMES);
    return Optional.of(Forecast.negativeBinomial(mean, variance));
  }
}
