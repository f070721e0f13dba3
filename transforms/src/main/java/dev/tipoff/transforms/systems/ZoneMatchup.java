package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.model.Market;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A player's level against this opponent's defence: points by the zones he shoots from and by his
 * role, rebounds and assists by what the opponent allows, all three by pace, venue, load, absence
 * and who is out. Points plus rebounds plus assists are the three forecasts together.
 */
public final class ZoneMatchup implements SumOfParts {
  private static final long serialVersionUID = 1L;

  private static final Set<Circumstance> OF_POINTS =
      with(Circumstance.SHOT_ZONES, Circumstance.ROLE);
  private static final Set<Circumstance> OF_OTHERS = with(Circumstance.ALLOWED);

  private static Set<Circumstance> with(Circumstance... more) {
    Set<Circumstance> all = EnumSet.copyOf(Circumstance.COMMON);
    all.addAll(List.of(more));
    return all;
  }

  @Override
  public String id() {
    return "zone_matchup";
  }

  @Override
  public List<Contribution> parts(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    Map<String, Double> parts = new LinkedHashMap<>();
    switch (market) {
      case POINTS, REBOUNDS, ASSISTS -> add(parts, features, context, market);
      case PRA -> {
        add(parts, features, context, Market.POINTS);
        add(parts, features, context, Market.REBOUNDS);
        add(parts, features, context, Market.ASSISTS);
      }
    }
    return parts.entrySet().stream()
        .map(part -> new Contribution(part.getKey(), part.getValue()))
        .toList();
  }

  private static void add(
      Map<String, Double> parts, FeatureVector features, GameContext context, Market market) {
    double level = level(features, market);
    parts.merge("his level", level, Double::sum);
    for (Circumstance circumstance : market == Market.POINTS ? OF_POINTS : OF_OTHERS) {
      parts.merge(
          circumstance.shown(),
          level * circumstance.change(features, context, market),
          Double::sum);
    }
  }

  /**
   * Two fifths his exponential mean, three fifths the minutes to expect at his rate, which is half
   * the season's and half the career's. Points of 2021-22 and 2022-23: a mean absolute error of
   * 4.783 and 4.796, where the exponential mean alone has 4.798 and 4.818.
   */
  private static double level(FeatureVector features, Market market) {
    double mean = features.get(Feature.meanExponential(market)).orElseThrow();
    double minutes = features.get(Feature.MINUTES_PROJECTION).orElse(Double.NaN);
    double rate = (seasonRate(features, market) + careerRate(features, market)) / 2;
    double atRate = minutes * rate;
    return Double.isNaN(atRate) ? mean : 0.4 * mean + 0.6 * atRate;
  }

  private static double seasonRate(FeatureVector features, Market market) {
    return rate(
        features,
        market,
        Feature.POINTS_PER_MINUTE_SLOW,
        Feature.REBOUNDS_PER_MINUTE_SLOW,
        Feature.ASSISTS_PER_MINUTE_SLOW);
  }

  private static double careerRate(FeatureVector features, Market market) {
    return rate(
        features,
        market,
        Feature.CAREER_POINTS_PER_MINUTE,
        Feature.CAREER_REBOUNDS_PER_MINUTE,
        Feature.CAREER_ASSISTS_PER_MINUTE);
  }

  private static double rate(
      FeatureVector features, Market market, Feature points, Feature rebounds, Feature assists) {
    Feature rate =
        switch (market) {
          case POINTS -> points;
          case REBOUNDS -> rebounds;
          case ASSISTS -> assists;
          case PRA -> throw new IllegalArgumentException("PRA is the sum of three markets");
        };
    return features.get(rate).orElse(Double.NaN);
  }
}
