package dev.tipoff.transforms.features;

/**
 * Scores of how a game differs from a player's usual one, each with one direction that a test
 * holds: more load is less fresh, a faster pace is more.
 */
final class Composite {
  private static final double FRESH = 100;

  private Composite() {}

  /** From 100, fresh, down. Being tired never helps. */
  static FeatureDefinition freshness() {
    return FeatureDefinition.of(
            "score",
            0,
            FRESH,
            "100, less 15 on a back-to-back, 10 from the fourth game in 7 days on, 10 over 240 minutes"
                + " in 7 days, 8 after a game of more than 38 in 7 days, 5 or 12 after one or more"
                + " back-to-backs in 14 days; 5 more after three days of rest, up to 100",
            known -> {
              PlayerHistory week = known.season().since(known.slate().plusDays(-7));
              return freshness(
                  Workload.daysRest(known.season(), known.slate()),
                  week.size(),
                  week.figures(Stat.MINUTES).sum(),
                  week.figures(Stat.MINUTES).most(),
                  Workload.backToBacks(known.season(), known.slate(), 14));
            })
        .over("14 days before the slate");
  }

  /**
   * The longest game counts and not the mean of them, which one more short game would lower.
   *
   * @param longest7 minutes of the longest game in 7 days; NaN without one
   */
  static double freshness(
      double daysRest, int games7, double minutes7, double longest7, int backToBacks14) {
    double score = FRESH;
    score -= daysRest == 1 ? 15 : 0;
    score += daysRest >= 3 ? 5 : 0;
    score -= games7 >= 4 ? 10 : 0;
    score -= minutes7 > 240 ? 10 : 0;
    score -= longest7 > 38 ? 8 : 0;
    score -= backToBacks14 >= 2 ? 12 : backToBacks14 == 1 ? 5 : 0;
    return Double.isNaN(daysRest) ? Double.NaN : Math.max(0, Math.min(FRESH, score));
  }

  static FeatureDefinition pace() {
    return FeatureDefinition.of(
            "score",
            -3,
            3,
            "Half the difference of the opponent's pace and the league's, from -3 to 3",
            known ->
                known.opponent().size() < Opposition.MIN_GAMES
                    ? Double.NaN
                    : pace(
                        known.opponent().mean(TeamGame::pace),
                        known.known().average(LeagueAverages.Kind.PACE)))
        .absent("before the opponent's fifth game of the season");
  }

  static double pace(double opponent, double league) {
    return clamp((opponent - league) / 2, 3);
  }

  /** What is left to him of the possessions that those who are out do not use. */
  static FeatureDefinition usageSpike() {
    return FeatureDefinition.of(
            "score",
            0,
            3,
            "His share of the possessions used by the rotation that is there, times those that the"
                + " rotation that is out leaves, up to 3",
            known ->
                usageSpike(
                    known.season().figures(Stat.USE).exponentialMean(Rotation.DECAY),
                    OutTonight.useThere(known),
                    OutTonight.useOut(known)))
        .from(FeatureDefinition.Source.INJURY_REPORT)
        .over("newest report before the tip")
        .absent("where no report before the tip covers the team, or before his first game")
        .maybeConstant();
  }

  static double usageSpike(double own, double there, double left) {
    double share = own == 0 ? 0 : own / Math.max(own, there);
    return Math.min(3, share * left);
  }

  /** Where he shoots most from, does the opponent let in more than others? */
  static FeatureDefinition zoneMismatch() {
    return FeatureDefinition.of(
            "score",
            -10,
            10,
            "Percentage points that the opponent allows over the league in the zone of most of his"
                + " attempts, times the percent of them that are from there over 50, at most 1; from"
                + " -10 to 10; positive is good for him",
            known -> {
              ZoneGames own = Zones.latest(known);
              return own.primary()
                  .map(
                      zone ->
                          zoneMismatch(
                              own.share(zone),
                              known.zones().allowedOverLeague(known.context().getOpponent(), zone)))
                  .orElse(Double.NaN);
            })
        .over("his last 10 and the opponent's last 15 games of the season with a play-by-play")
        .from(FeatureDefinition.Source.PLAY_BY_PLAY)
        .absent(
            "with fewer than ten attempts of his or five games of the opponent, as where no"
                + " play-by-play is kept")
        .maybeConstant();
  }

  static double zoneMismatch(double share, double allowedOverLeague) {
    return clamp(allowedOverLeague * Math.min(share / 50, 1), 10);
  }

  private static double clamp(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }
}
