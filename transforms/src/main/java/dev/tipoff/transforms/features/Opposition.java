package dev.tipoff.transforms.features;

import java.util.function.ToDoubleFunction;

/**
 * Features of the two teams: how fast, how good, what the opponent allows. A team counts from its
 * fifth game of the season on, since fewer say nothing.
 */
final class Opposition {
  static final int MIN_GAMES = 5;
  private static final String FEW = "before the fifth such game of the season";

  /** Possessions of a team come to this at most and least in 48 minutes. */
  private static final double SLOWEST = 70;

  private static final double FASTEST = 140;
  private static final double SLOW = 0.98;

  private Opposition() {}

  private static TeamHistory team(Pregame known, boolean opponent) {
    TeamHistory games = opponent ? known.opponent() : known.team();
    return games.size() < MIN_GAMES ? TeamHistory.NONE : games;
  }

  private static FeatureDefinition of(
      String unit, double min, double max, String definition, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of(unit, min, max, definition, value).absent(FEW);
  }

  private static String whose(boolean opponent) {
    return opponent ? "the opponent" : "the team";
  }

  static FeatureDefinition pace(boolean opponent) {
    return of(
        "possessions per 48 minutes",
        SLOWEST,
        FASTEST,
        "Mean of both sides' FGA + 0.44 FTA + turnovers per 48 minutes in games of "
            + whose(opponent)
            + " (offensive rebounds are not in the box scores, so about ten above the usual"
            + " figure)",
        known -> team(known, opponent).mean(TeamGame::pace));
  }

  /** Twice the product over the league's mean: fast teams meet at a faster pace than either's. */
  static FeatureDefinition expectedPace() {
    return of(
        "possessions per 48 minutes",
        SLOWEST,
        FASTEST,
        "Pace of the team times pace of the opponent over the league's",
        known ->
            team(known, false).mean(TeamGame::pace)
                * team(known, true).mean(TeamGame::pace)
                / known.known().average(LeagueAverages.Kind.PACE));
  }

  static FeatureDefinition pointsAllowedFactor() {
    return factor("points", TeamGame::pointsAllowed, LeagueAverages.Kind.POINTS);
  }

  static FeatureDefinition reboundsAllowedFactor() {
    return factor("rebounds", TeamGame::reboundsAllowed, LeagueAverages.Kind.REBOUNDS);
  }

  static FeatureDefinition assistsAllowedFactor() {
    return factor("assists", TeamGame::assistsAllowed, LeagueAverages.Kind.ASSISTS);
  }

  private static FeatureDefinition factor(
      String figure, ToDoubleFunction<TeamGame> allowed, LeagueAverages.Kind average) {
    return of(
        "ratio",
        0.4,
        2.5,
        "Mean " + figure + " the opponent allowed over the mean of a team in the league",
        known -> team(known, true).mean(allowed) / known.known().average(average));
  }

  static FeatureDefinition points(double decay) {
    return decayed("points", 60, 180, false, decay, TeamGame::points);
  }

  static FeatureDefinition pointsAllowed(double decay) {
    return decayed("points", 60, 180, true, decay, TeamGame::pointsAllowed);
  }

  static FeatureDefinition possessionsAllowed() {
    return decayed("possessions", SLOWEST, FASTEST, true, SLOW, TeamGame::possessionsAllowed);
  }

  static FeatureDefinition threesAllowed() {
    return decayed("three-point attempts", 0, 90, true, SLOW, TeamGame::threesAttemptedAllowed);
  }

  static FeatureDefinition freeThrowsAllowed() {
    return decayed("free throw attempts", 0, 90, true, SLOW, TeamGame::freeThrowsAttemptedAllowed);
  }

  private static FeatureDefinition decayed(
      String unit,
      double min,
      double max,
      boolean allowed,
      double decay,
      ToDoubleFunction<TeamGame> figure) {
    return of(
        unit + " per 48 minutes",
        min,
        max,
        String.format(
            "Mean %s %s, the k-th latest game weighted by %.2f^(k-1)",
            unit, allowed ? "that the opponent allowed" : "of the team", decay),
        known -> team(known, allowed).exponentialMean(TeamGame.per48(figure), decay));
  }

  static FeatureDefinition offensiveRating(boolean opponent, int games) {
    return of(
            "points per 100 possessions",
            60,
            160,
            "Points for " + whose(opponent) + " per 100 of its possessions",
            known ->
                team(known, opponent).last(games).per100(TeamGame::points, TeamGame::possessions))
        .over("last " + games + " games of " + whose(opponent));
  }

  static FeatureDefinition defensiveRating(boolean opponent, int games) {
    return of(
            "points per 100 possessions",
            60,
            160,
            "Points against " + whose(opponent) + " per 100 possessions of those it met",
            known ->
                team(known, opponent)
                    .last(games)
                    .per100(TeamGame::pointsAllowed, TeamGame::possessionsAllowed))
        .over("last " + games + " games of " + whose(opponent));
  }

  /** What the team scores and the opponent allows, as parts of the league's mean. */
  static FeatureDefinition expectedTeamPoints() {
    return of(
        "points",
        60,
        180,
        "Mean points of the team times mean points the opponent allowed, both with weights"
            + " 0.97^(k-1), over the league's mean; all per 48 minutes",
        known ->
            team(known, false).exponentialMean(TeamGame.per48(TeamGame::points), 0.97)
                * team(known, true).exponentialMean(TeamGame.per48(TeamGame::pointsAllowed), 0.97)
                / known.known().average(LeagueAverages.Kind.POINTS_PER_48));
  }

  static FeatureDefinition marginDifference() {
    return of(
        "points",
        -80,
        80,
        "Mean margin of the team less that of the opponent, with weights 0.97^(k-1)",
        known ->
            team(known, false).exponentialMean(TeamGame::margin, 0.97)
                - team(known, true).exponentialMean(TeamGame::margin, 0.97));
  }

  static FeatureDefinition winShare(boolean opponent) {
    return of(
        "share",
        0,
        1,
        "Part of the games that " + whose(opponent) + " won",
        known -> team(known, opponent).mean(game -> game.won() ? 1 : 0));
  }

  static FeatureDefinition allowedToRole() {
    return of(
        "ratio",
        0.5,
        2,
        "Points that the opponent allowed to players of his role over their running means, each"
            + " game weighing 0.95 of the next, 200 points as expected added to both",
        known ->
            known.opponent().size() < MIN_GAMES
                ? Double.NaN
                : known.known().allowedToRole(known.context().getOpponent(), known.role()));
  }
}
