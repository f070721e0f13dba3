package dev.tipoff.transforms.fingerprint;

import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;

/** Which days of a source a slate is made from. */
public enum LookBack {
  /** The slate itself. */
  SLATE,
  /** From the season's first day to the day before the slate. */
  SEASON_BEFORE,
  /** From the season's first day to the slate. */
  SEASON,
  /** From the first day of the season three before to the day before the slate. */
  CAREER_BEFORE,
  /** The slate and the seven days before it. */
  WEEK,
  /** Every day up to the slate. */
  UP_TO;

  private static final long DAYS_OF_WEEK = 7;

  /** Whether a slate is made from a source's rows of a day. */
  public boolean holds(GameDay slate, GameDay day) {
    return switch (this) {
      case SLATE -> day.equals(slate);
      case SEASON_BEFORE -> day.isBefore(slate) && !day.isBefore(Season.of(slate).firstDay());
      case SEASON -> !day.isAfter(slate) && !day.isBefore(Season.of(slate).firstDay());
      case CAREER_BEFORE ->
          day.isBefore(slate)
              && !day.isBefore(Season.of(slate).minus(KnownGames.CAREER_SEASONS).firstDay());
      case WEEK -> !day.isAfter(slate) && !day.isBefore(slate.plusDays(-DAYS_OF_WEEK));
      case UP_TO -> !day.isAfter(slate);
    };
  }
}
