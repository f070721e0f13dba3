package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.PlayerGame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The features of {@link ComputeFeatures} without Beam: one thread, all in memory. */
public final class FeaturesInALoop {
  private FeaturesInALoop() {}

  /** Those of each context, where neither an injury report nor a play-by-play is known. */
  public static List<Map<Feature, Double>> of(List<GameContext> contexts, List<PlayerGame> games) {
    LeagueHistory league = new LeagueHistory();
    games.forEach(league::add);
    InjuryReports none = new InjuryReports();
    List<Map<Feature, Double>> features = new ArrayList<>();
    for (GameContext context : contexts) {
      features.add(ComputeFeatures.features(Pregame.of(context, league, none)));
    }
    return features;
  }
}
