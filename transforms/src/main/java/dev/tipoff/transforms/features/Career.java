package dev.tipoff.transforms.features;

/**
 * Features from a player's games of this season and the three before, the k-th latest weighted by
 * 0.985^(k-1), and products of them with his form.
 */
final class Career {
  private static final String SPAN = "season and the three before";
  private static final String FEW = "with fewer than 12 minutes so weighted";
  private static final double FAST = 0.80;
  private static final double USUAL = 0.90;
  private static final double SLOW = 0.97;

  private Career() {}

  static FeatureDefinition mean(Stat stat) {
    return FeatureDefinition.of(
            stat.unit(),
            0,
            stat.most(),
            "Mean " + stat.unit() + ", the k-th latest game weighted by 0.985^(k-1)",
            known -> known.career().figures(stat).exponentialMean(Role.DECAY))
        .over(SPAN)
        .absent("before his first game in four seasons");
  }

  static FeatureDefinition perMinute(Stat stat) {
    return FeatureDefinition.of(
            stat.unit() + " per minute",
            0,
            4,
            stat.unit() + " over minutes, both with the k-th latest game weighted by 0.985^(k-1)",
            known -> Form.perMinute(known.career(), stat, Role.DECAY))
        .over(SPAN)
        .absent(FEW);
  }

  static FeatureDefinition trueShooting() {
    return FeatureDefinition.of(
            "percent",
            0,
            150,
            "100 x points / (2 (FGA + 0.44 FTA)), both with the k-th latest game weighted by"
                + " 0.985^(k-1) (Oliver, Basketball on Paper, 2004)",
            known -> Shooting.trueShooting(known.career(), Role.DECAY))
        .over(SPAN)
        .absent("with fewer than ten attempts so weighted");
  }

  static FeatureDefinition lastSeason(Stat stat) {
    return FeatureDefinition.of(
            stat.unit(),
            0,
            stat.most(),
            "Mean " + stat.unit() + " of last season",
            known -> known.lastSeason().figures(stat).mean())
        .over("last season")
        .absent("if he did not play last season")
        .maybeEmpty();
  }

  static FeatureDefinition gamesLastSeason() {
    return FeatureDefinition.of(
            "games", 0, 110, "Games played last season", known -> known.lastSeason().size())
        .over("last season")
        .neverAbsent()
        .maybeConstant();
  }

  static FeatureDefinition games() {
    return FeatureDefinition.of(
            "games", 0, 440, "Games played in four seasons", known -> known.career().size())
        .over(SPAN)
        .neverAbsent();
  }

  /** Shots and trips at the usual speed, made at a career's rate. */
  static FeatureDefinition shotsTimesTrueShooting() {
    return FeatureDefinition.of(
            "points",
            0,
            150,
            "Mean FGA + 0.44 FTA with weights 0.90^(k-1), times two points, times the career's"
                + " true shooting",
            known ->
                known.season().exponentialMean(Shooting::trueShots, USUAL)
                    * 2
                    * Shooting.trueShooting(known.career(), Role.DECAY)
                    / 100)
        .over(SPAN)
        .absent("before his first game of the season, or with few attempts in four seasons");
  }

  /** Minutes at the usual speed at a career's rate of the figure. */
  static FeatureDefinition minutesTimesRate(Stat stat) {
    return FeatureDefinition.of(
            stat.unit(),
            0,
            2 * stat.most(),
            "Mean minutes with weights 0.90^(k-1), times the career's "
                + stat.unit()
                + " per minute",
            known ->
                known.season().figures(Stat.MINUTES).exponentialMean(USUAL)
                    * Form.perMinute(known.career(), stat, Role.DECAY))
        .over(SPAN)
        .absent("before his first game of the season, or with few minutes in four seasons");
  }

  /** The latest minutes at the season's rate. */
  static FeatureDefinition fastMinutesTimesSlowRate(Stat stat) {
    return FeatureDefinition.of(
            stat.unit(),
            0,
            2 * stat.most(),
            "Mean minutes with weights 0.80^(k-1), times "
                + stat.unit()
                + " per minute with weights 0.97^(k-1)",
            known ->
                known.season().figures(Stat.MINUTES).exponentialMean(FAST)
                    * Form.perMinute(known.season(), stat, SLOW))
        .absent(FEW);
  }

  static FeatureDefinition againstOpponent(Stat stat) {
    return FeatureDefinition.of(
            stat.unit(),
            0,
            stat.most(),
            "Mean " + stat.unit() + " in games against the opponent",
            known -> meetings(known).figures(stat).mean())
        .over(SPAN)
        .absent("if he has not met the opponent in four seasons");
  }

  static FeatureDefinition gamesAgainstOpponent() {
    return FeatureDefinition.of(
            "games", 0, 60, "Games against the opponent", known -> meetings(known).size())
        .over(SPAN)
        .neverAbsent();
  }

  private static PlayerHistory meetings(Pregame known) {
    return known.career().where(game -> game.getOpponent() == known.context().getOpponent());
  }
}
