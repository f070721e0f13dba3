package dev.tipoff.transforms.boxscore;

import dev.tipoff.transforms.model.PlayerGame;
import java.util.OptionalDouble;

/**
 * Rates of box scores, in percent or per 48 minutes or 100 possessions. What would be divided by
 * nothing is empty.
 */
public final class BoxScoreRates {
  private static final double PERCENT = 100;
  private static final double REGULATION = 48;
  private static final int PLAYERS_ON_COURT = 5;

  private BoxScoreRates() {}

  /**
   * Percent of the team's possessions that the player ended while he was on court: 100 * ((FGA +
   * 0.44 FTA + TOV) * team minutes / 5) / (minutes * (team's FGA + 0.44 FTA + TOV)), after Oliver
   * and the glossary of Basketball Reference.
   *
   * @return empty unless the team's box score is whole and the player has minutes
   */
  public static OptionalDouble usage(PlayerGame row, TeamBoxScore team) {
    return team.isComplete()
        ? ratio(
            PERCENT * TeamBoxScore.possessionsUsed(row) * team.minutes() / PLAYERS_ON_COURT,
            row.getMinutes() * team.possessions())
        : OptionalDouble.empty();
  }

  /** Points per two shots, in percent, with trips to the line as 0.44 a free throw. */
  public static OptionalDouble trueShooting(double points, double shots, double freeThrows) {
    return ratio(PERCENT * points, 2 * (shots + TeamBoxScore.FREE_THROW_WEIGHT * freeThrows));
  }

  /** Field goals made per shot, in percent, where a three counts one and a half. */
  public static OptionalDouble effectiveFieldGoal(double made, double threesMade, double shots) {
    return ratio(PERCENT * (made + 0.5 * threesMade), shots);
  }

  /** Points per 100 possessions. */
  public static OptionalDouble rating(double points, double possessions) {
    return ratio(PERCENT * points, possessions);
  }

  /** Possessions per 48 minutes of a game. */
  public static OptionalDouble pace(double possessions, double teamMinutes) {
    return ratio(REGULATION * possessions, teamMinutes / PLAYERS_ON_COURT);
  }

  private static OptionalDouble ratio(double dividend, double divisor) {
    return divisor == 0 ? OptionalDouble.empty() : OptionalDouble.of(dividend / divisor);
  }
}
