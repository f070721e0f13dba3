package dev.tipoff.transforms.features;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Features of what the betting market expects; a blind system never sees them. */
final class GameMarket {
  private static final String NO_LINE = "without a line on the game before its tip";
  private static final String NO_PROP = "where no pinned book offers a line on his points";

  private GameMarket() {}

  static FeatureDefinition spread() {
    return game(
        -50,
        50,
        "Points that the team is expected to lose by: -5.5 for a favourite",
        known -> number(known, GameContext::getSpread));
  }

  static FeatureDefinition blowout() {
    return game(
        0,
        50,
        "Size of the spread: the more, the likelier that starters rest in the end",
        known -> Math.abs(number(known, GameContext::getSpread)));
  }

  static FeatureDefinition total() {
    return game(
        150,
        300,
        "Points that both teams are expected to score",
        known -> number(known, GameContext::getTotal));
  }

  static FeatureDefinition impliedTeamTotal() {
    return game(60, 180, "Half of the total less the spread", GameMarket::implied);
  }

  static FeatureDefinition impliedAgainstUsual() {
    return game(
            -80,
            80,
            "Implied points of the team less its mean points with weights 0.97^(k-1)",
            known ->
                implied(known)
                    - known.team().exponentialMean(TeamGame.per48(TeamGame::points), 0.97))
        .absent(NO_LINE + ", or before the team's first game of the season");
  }

  private static double implied(Pregame known) {
    return (number(known, GameContext::getTotal) - number(known, GameContext::getSpread)) / 2;
  }

  private static FeatureDefinition game(
      double min, double max, String definition, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of("points", min, max, definition, value)
        .from(FeatureDefinition.Source.GAME_LINES)
        .over("newest line before the tip")
        .absent(NO_LINE)
        .maybeConstant();
  }

  static FeatureDefinition openingLine() {
    return prop(
        0,
        100,
        "The pinned book's first line on his points",
        known -> number(known, GameContext::getOpeningLine));
  }

  static FeatureDefinition currentLine() {
    return prop(
        0,
        100,
        "The pinned book's newest line on his points",
        known -> number(known, GameContext::getCurrentLine));
  }

  static FeatureDefinition lineMove() {
    return prop(
            -100,
            100,
            "The pinned book's newest line on his points less its first",
            known ->
                number(known, GameContext::getCurrentLine)
                    - number(known, GameContext::getOpeningLine))
        .maybeConstant();
  }

  static FeatureDefinition lineAgainstSeason() {
    return prop(
            -100,
            100,
            "The pinned book's newest line on his points less his mean of the season",
            known ->
                number(known, GameContext::getCurrentLine)
                    - known.season().figures(Stat.POINTS).mean())
        .absent(NO_PROP + ", or before his first game of the season");
  }

  private static FeatureDefinition prop(
      double min, double max, String definition, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of("points", min, max, definition, value)
        .from(FeatureDefinition.Source.PROP_LINES)
        .over("lines before the tip")
        .absent(NO_PROP);
  }

  private static double number(Pregame known, Function<GameContext, @Nullable Double> of) {
    Double found = of.apply(known.context());
    return found == null ? Double.NaN : found;
  }
}
