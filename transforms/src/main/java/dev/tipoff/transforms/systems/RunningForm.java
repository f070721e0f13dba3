package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.model.Market;
import java.util.List;

/** Blind systems that expect a player to go on as he has: a mean of his games. */
public enum RunningForm implements SumOfParts {
  /** Half the mean of the last 5 games, three tenths of the last 10, two tenths of the season. */
  MOVING_AVERAGE("moving_average") {
    @Override
    public List<Contribution> parts(
        FeatureVector features, GameContext context, KnownGames games, Market market) {
      double season = features.get(Feature.meanSeason(market)).orElseThrow();
      double last5 = features.get(Feature.meanLast5(market)).orElseThrow();
      double last10 = features.get(Feature.meanLast10(market)).orElseThrow();
      return List.of(
          new Contribution("mean of the season", season),
          new Contribution("last 5 games", 0.5 * (last5 - season)),
          new Contribution("last 10 games", 0.3 * (last10 - season)));
    }
  },

  /** The mean in which the k-th latest game weighs 0.90^(k-1). */
  EXPONENTIAL_MEAN("exponential_mean") {
    @Override
    public List<Contribution> parts(
        FeatureVector features, GameContext context, KnownGames games, Market market) {
      return List.of(
          new Contribution(
              "mean of the season, late games weighing more",
              features.get(Feature.meanExponential(market)).orElseThrow()));
    }
  };

  /** With fewer games of the season a mean says too little. */
  public static final int MIN_GAMES = 3;

  private final String id;

  RunningForm(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
