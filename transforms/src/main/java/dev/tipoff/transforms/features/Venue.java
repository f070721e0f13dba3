package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.SeasonType;
import java.util.function.Function;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;

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

  /** Of the team, since the arena of its latest game. */
  static FeatureDefinition travel() {
    return trip(
        "miles",
        0,
        6000,
        "Great-circle miles from the arena of the team's latest game to this one's",
        known -> known.context().getTravelMiles());
  }

  static FeatureDefinition timeZones() {
    return trip(
        "hours",
        -12,
        12,
        "Hours that the clock of this arena is ahead of that of the team's latest game",
        known -> known.context().getTimeZonesCrossed());
  }

  private static FeatureDefinition trip(
      String unit,
      double min,
      double max,
      String definition,
      Function<Pregame, @Nullable Number> value) {
    return FeatureDefinition.of(
            unit,
            min,
            max,
            definition,
            known -> {
              Number found = value.apply(known);
              return found == null ? Double.NaN : found.doubleValue();
            })
        .from(FeatureDefinition.Source.SCHEDULE)
        .over("last game of the team")
        .absent("before the team's first game of the season, or around a cup final")
        .maybeConstant();
  }

  private static FeatureDefinition flag(String definition, Predicate<Pregame> holds) {
    return FeatureDefinition.of("flag", 0, 1, definition, known -> holds.test(known) ? 1 : 0)
        .from(FeatureDefinition.Source.SCHEDULE)
        .over("none")
        .neverAbsent();
  }
}
