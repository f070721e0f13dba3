package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.TeamCode;
import java.util.function.ToDoubleFunction;

/** Shots that box scores tell apart, as a team allows them; percentages are in percent. */
public enum BoxShots {
  TWOS(
      TeamGame::twosMadeAllowed,
      TeamGame::twosAttemptedAllowed,
      LeagueAverages.Kind.TWOS_MADE,
      LeagueAverages.Kind.TWOS_ATTEMPTED),
  THREES(
      TeamGame::threesMadeAllowed,
      TeamGame::threesAttemptedAllowed,
      LeagueAverages.Kind.THREES_MADE,
      LeagueAverages.Kind.THREES_ATTEMPTED);

  private final ToDoubleFunction<TeamGame> made;
  private final ToDoubleFunction<TeamGame> attempted;
  private final LeagueAverages.Kind leagueMade;
  private final LeagueAverages.Kind leagueAttempted;

  BoxShots(
      ToDoubleFunction<TeamGame> made,
      ToDoubleFunction<TeamGame> attempted,
      LeagueAverages.Kind leagueMade,
      LeagueAverages.Kind leagueAttempted) {
    this.made = made;
    this.attempted = attempted;
    this.leagueMade = leagueMade;
    this.leagueAttempted = leagueAttempted;
  }

  /** The games that a team is judged by: its latest 15 of the season. */
  public static TeamHistory games(KnownGames known, TeamCode team) {
    return known.team(team).last(KnownZones.TEAM_GAMES);
  }

  /** Makes in 100 attempts against a team; NaN without games. */
  public double percentageAllowed(KnownGames known, TeamCode team) {
    TeamHistory games = games(known, team);
    return 100 * games.sum(made) / games.sum(attempted);
  }

  /**
   * Percentage points that a team allows over the league's percentage of the season, below it if
   * negative; NaN before the team's fifth game.
   */
  public double allowedOverLeague(KnownGames known, TeamCode team) {
    double league = 100 * known.average(leagueMade) / known.average(leagueAttempted);
    return known.team(team).size() < Opposition.MIN_GAMES
        ? Double.NaN
        : percentageAllowed(known, team) - league;
  }
}
