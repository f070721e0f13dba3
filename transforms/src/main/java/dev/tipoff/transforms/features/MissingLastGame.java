package dev.tipoff.transforms.features;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Features of who of the rotation, as it was before the game, missed the team's latest game: box
 * scores tell it afterwards, so that it needs no report.
 */
final class MissingLastGame {
  private static final double MOST_MINUTES = 500;
  private static final int USUAL_GAMES = 10;

  private MissingLastGame() {}

  static FeatureDefinition players() {
    return of("players", 20, Rotation::size);
  }

  static FeatureDefinition minutes() {
    return of("minutes", MOST_MINUTES, MissingLastGame::minutes);
  }

  static FeatureDefinition points() {
    return of("points", 250, out -> out.sum(Rotation.Member::points));
  }

  private static FeatureDefinition of(String unit, double max, ToDoubleFunction<Rotation> what) {
    return FeatureDefinition.of(
            unit,
            0,
            max,
            "What the rotation that missed the team's latest game brings: " + unit,
            known -> inLastGame(known).map(what::applyAsDouble).orElse(Double.NaN))
        .over("last game of the team")
        .absent("before the team's first game of the season");
  }

  /** So that a usual absence is no news. */
  static FeatureDefinition againstUsual() {
    return FeatureDefinition.of(
            "minutes",
            -MOST_MINUTES,
            MOST_MINUTES,
            "Minutes of the rotation that missed the team's latest game, less the mean of those that"
                + " missed the last 10 games he played",
            known -> lastMinutes(known) - usualMinutes(known))
        .over("last 10 games of the season")
        .absent("without a game of his this season of which all box scores are there");
  }

  /** Minutes that missed the team's latest game; NaN without one. */
  static double lastMinutes(Pregame known) {
    return inLastGame(known).map(MissingLastGame::minutes).orElse(Double.NaN);
  }

  /** Mean minutes that missed the latest games he played; NaN without one. */
  static double usualMinutes(Pregame known) {
    return known.season().last(USUAL_GAMES).games().stream()
        .map(known.known()::teamGame)
        .flatMap(Optional::stream)
        .mapToDouble(game -> minutes(known.known().absentees(game)))
        .average()
        .orElse(Double.NaN);
  }

  private static Optional<Rotation> inLastGame(Pregame known) {
    return known.team().isEmpty()
        ? Optional.empty()
        : Optional.of(known.known().absentees(known.team().latest()));
  }

  private static double minutes(Rotation out) {
    return out.sum(Rotation.Member::minutes);
  }
}
