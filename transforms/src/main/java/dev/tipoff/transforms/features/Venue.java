package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.SeasonType;
import java.util.function.Predicate;

/** Features of the game itself, from the schedule. */
final class Venue {
  private Venue() {}

  static FeatureDefinition home() {
    return flag("1 at home, else 0", known -> known.context().getHome());
  }

  /** The play-in is played for as the playoffs are. */
  static FeatureDefinition playoffs() {
    return flag(
            "1 in the play-in or the playoffs, else 0",
            known ->
                known.context().getSeasonType() == SeasonType.PLAYIN
                    || known.context().getSeasonType() == SeasonType.PLAYOFFS)
        .maybeConstant();
  }

  private static FeatureDefinition flag(String definition, Predicate<Pregame> holds) {
    return FeatureDefinition.of("flag", 0, 1, definition, known -> holds.test(known) ? 1 : 0)
        .from(FeatureDefinition.Source.SCHEDULE)
        .over("none")
        .neverAbsent();
  }
}
