package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.PlayerGame;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Features of a player's place in his team: starter or not, rank, what he does, for how long. */
final class Roles {
  private static final double MOST_MINUTES = 65;

  private Roles() {}

  static FeatureDefinition starterShare(int games) {
    return FeatureDefinition.of(
            "share",
            0,
            1,
            "Part of the latest games that he started, of those that say who did",
            known -> {
              PlayerHistory told = told(known.season().last(games));
              return told.where(Roles::started).size() / (double) told.size();
            })
        .over("last " + games + " games of the season")
        .absent("where no box score of those games says who started (before 2022-23)")
        .maybeEmpty();
  }

  static FeatureDefinition minutesWhen(boolean starting) {
    return FeatureDefinition.of(
            "minutes",
            0,
            MOST_MINUTES,
            "Mean minutes in games that he " + (starting ? "started" : "came from the bench"),
            known ->
                told(known.season())
                    .where(game -> started(game) == starting)
                    .figures(Stat.MINUTES)
                    .mean())
        .absent("without such a game this season, or where box scores do not say who started")
        .maybeEmpty();
  }

  /** A starter who was none before, or the other way round. */
  static FeatureDefinition starterChange() {
    return FeatureDefinition.of(
            "share",
            -1,
            1,
            "Part of the last 3 games that he started, less that of the season",
            known -> {
              PlayerHistory told = told(known.season());
              PlayerHistory last = told.last(3);
              return last.where(Roles::started).size() / (double) last.size()
                  - told.where(Roles::started).size() / (double) told.size();
            })
        .absent("where no box score of the season says who started (before 2022-23)")
        .maybeEmpty();
  }

  private static PlayerHistory told(PlayerHistory games) {
    return games.where(game -> game.getStarter() != null);
  }

  private static boolean started(PlayerGame game) {
    return Objects.requireNonNull(game.getStarter());
  }

  static FeatureDefinition rankByMinutes() {
    return rank("minutes", Rotation.Member::minutes);
  }

  static FeatureDefinition rankByUse() {
    return rank("possessions used", Rotation.Member::use);
  }

  private static FeatureDefinition rank(String figure, ToDoubleFunction<Rotation.Member> by) {
    return FeatureDefinition.of(
            "rank",
            1,
            30,
            "His rank by "
                + figure
                + " in the team's rotation; one more than its size if he is not in it",
            known ->
                Rotation.rank(
                    known.rotation().members(),
                    known.context().getPlayer(),
                    Comparator.comparingDouble(by).reversed()))
        .over("30 days before the slate")
        .neverAbsent();
  }

  static FeatureDefinition rotationSize() {
    return FeatureDefinition.of(
            "players",
            0,
            30,
            "Players of the team's rotation: played for it within 30 days and for nobody since,"
                + " with 12 minutes or more as a mean with weights 0.90^(k-1)",
            known -> known.rotation().members().size())
        .over("30 days before the slate")
        .neverAbsent();
  }

  static FeatureDefinition reboundsPer36() {
    return per36("rebounds", 60, PlayerGame::getRebounds);
  }

  static FeatureDefinition assistsPer36() {
    return per36("assists", 50, PlayerGame::getAssists);
  }

  private static FeatureDefinition per36(
      String unit, double max, ToDoubleFunction<PlayerGame> figure) {
    return FeatureDefinition.of(
            unit + " per 36 minutes",
            0,
            max,
            "Mean " + unit + " per 36 minutes, the k-th latest game weighted by 0.985^(k-1)",
            known ->
                Double.isNaN(Form.perMinute(known.career(), Stat.MINUTES, Role.DECAY))
                    ? Double.NaN
                    : Role.per36(known.career(), figure))
        .over("season and the three before")
        .absent("with fewer than 12 minutes so weighted");
  }

  static FeatureDefinition ballHandler() {
    return is(Role.BALL_HANDLER, "ball-handler: five assists per 36 minutes");
  }

  static FeatureDefinition big() {
    return is(Role.BIG, "big: eight rebounds per 36 minutes");
  }

  private static FeatureDefinition is(Role role, String said) {
    return FeatureDefinition.of(
            "flag",
            0,
            1,
            "1 if he is a " + said,
            known -> known.career().isEmpty() ? Double.NaN : known.role() == role ? 1 : 0)
        .over("season and the three before")
        .absent("before his first game in four seasons");
  }

  static FeatureDefinition gamesWithTeam() {
    return FeatureDefinition.of(
            "games",
            0,
            110,
            "Games for this team",
            known ->
                known.season().where(game -> game.getTeam() == known.context().getTeam()).size())
        .neverAbsent();
  }

  /** He was somebody else's this season and has played fewer than ten games for this team. */
  static FeatureDefinition newlyTraded() {
    return FeatureDefinition.of(
            "flag",
            0,
            1,
            "1 if he played for another team this season, and fewer than 10 games for this one",
            known -> {
              int here =
                  known.season().where(game -> game.getTeam() == known.context().getTeam()).size();
              return here < known.season().size() && here < 10 ? 1 : 0;
            })
        .neverAbsent()
        .maybeConstant();
  }

  /** The mean of a fast and a usual running mean of minutes. */
  static FeatureDefinition minutesProjection() {
    return FeatureDefinition.of(
        "minutes",
        0,
        MOST_MINUTES,
        "Expected minutes: the mean of the means with weights 0.80^(k-1) and 0.90^(k-1)",
        known -> minutesProjection(known.season()));
  }

  static double minutesProjection(PlayerHistory season) {
    return (season.figures(Stat.MINUTES).exponentialMean(0.80)
            + season.figures(Stat.MINUTES).exponentialMean(0.90))
        / 2;
  }

  static FeatureDefinition minutesChange() {
    return FeatureDefinition.of(
            "share",
            -1,
            20,
            "Mean minutes of the last 10 games over those of the season, less 1",
            known ->
                known.season().last(10).figures(Stat.MINUTES).mean()
                        / known.season().figures(Stat.MINUTES).mean()
                    - 1)
        .maybeConstant();
  }
}
