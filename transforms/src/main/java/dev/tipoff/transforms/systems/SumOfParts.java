package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.forecast.UsualSpread;
import dev.tipoff.transforms.model.Market;
import java.util.List;
import java.util.Optional;

/**
 * A blind system whose mean is a sum of parts, the player's level first and what moves it after;
 * its spread is the usual one around such a mean. The parts are its reasons, all of them: they add
 * up to the mean of the forecast.
 */
interface SumOfParts extends PredictionSystem {
  /**
   * What the mean of a player with {@link RunningForm#MIN_GAMES} games of the season or more is
   * made of; the sum is not negative.
   */
  List<Contribution> parts(
      FeatureVector features, GameContext context, KnownGames games, Market market);

  @Override
  default SystemKind kind() {
    return SystemKind.BLIND;
  }

  @Override
  default Optional<Forecast> forecast(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    double played = features.get(Feature.GAMES_SEASON).orElse(0);
    if (played < RunningForm.MIN_GAMES) {
      return Optional.empty();
    }
    double mean = 0;
    for (Contribution part : parts(features, context, games, market)) {
      mean += part.amount();
    }
    double sd = features.get(Feature.sdLast10(market)).orElseThrow();
    return Optional.of(UsualSpread.around(Math.max(0, mean), sd, played, market));
  }

  @Override
  default List<Contribution> reasons(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    return features.get(Feature.GAMES_SEASON).orElse(0) < RunningForm.MIN_GAMES
        ? List.of()
        : Contribution.largest(parts(features, context, games, market), Integer.MAX_VALUE);
  }
}
