package dev.tipoff.transforms.features;

import dev.tipoff.transforms.feed.InjuryStatus;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Features of who is out tonight, by the newest report before the tip. Without a report that covers
 * the team nothing is known, which is not the same as everybody being well.
 */
final class OutTonight {
  private static final double TEAM_MINUTES = 240;
  private static final double MOST_MINUTES = 500;
  private static final double STAR_POINTS = 20;
  private static final String UNREPORTED = "where no report before the tip covers the team";
  private static final String BESIDE_HIM = "the rotation beside him";
  private static final String AGAINST_HIM = "the opponent's rotation";

  private OutTonight() {}

  static FeatureDefinition players() {
    return out("players", 20, BESIDE_HIM, mates(Rotation::size));
  }

  static FeatureDefinition stars() {
    return out(
        "players with a running mean of 20 points",
        20,
        BESIDE_HIM,
        mates(out -> out.where(member -> member.points() >= STAR_POINTS).size()));
  }

  static FeatureDefinition minutes() {
    return out("minutes", MOST_MINUTES, BESIDE_HIM, mates(OutTonight::minutes));
  }

  static FeatureDefinition points() {
    return out("points", 250, BESIDE_HIM, mates(OutTonight::points));
  }

  static FeatureDefinition use() {
    return out("possessions used", 250, BESIDE_HIM, mates(out -> out.sum(Rotation.Member::use)));
  }

  static FeatureDefinition mostPoints() {
    return out(
        "points of the first of them",
        60,
        BESIDE_HIM,
        mates(out -> out.most(Rotation.Member::points)));
  }

  static FeatureDefinition minutesInRole() {
    return out(
        "minutes of those in his role",
        MOST_MINUTES,
        BESIDE_HIM,
        known ->
            mates(out -> minutes(out.where(member -> member.role() == known.role())))
                .applyAsDouble(known));
  }

  static FeatureDefinition opponentMinutes() {
    return out("minutes", MOST_MINUTES, AGAINST_HIM, opponents(OutTonight::minutes));
  }

  static FeatureDefinition opponentPoints() {
    return out("points", 250, AGAINST_HIM, opponents(OutTonight::points));
  }

  private static double minutes(Rotation out) {
    return out.sum(Rotation.Member::minutes);
  }

  private static double points(Rotation out) {
    return out.sum(Rotation.Member::points);
  }

  private static ToDoubleFunction<Pregame> mates(Function<Rotation, Number> what) {
    return known -> known.teammatesOut().map(what).map(Number::doubleValue).orElse(Double.NaN);
  }

  private static ToDoubleFunction<Pregame> opponents(Function<Rotation, Number> what) {
    return known -> known.opponentsOut().map(what).map(Number::doubleValue).orElse(Double.NaN);
  }

  private static FeatureDefinition out(
      String unit, double max, String whose, ToDoubleFunction<Pregame> value) {
    return tonight(
        unit, 0, max, "What those of " + whose + " that are out or doubtful bring: " + unit, value);
  }

  static FeatureDefinition minutesAgainstUsual() {
    return against(
        "the mean of those that missed the last 10 games he played", MissingLastGame::usualMinutes);
  }

  static FeatureDefinition minutesAgainstLastGame() {
    return against("those that missed the team's latest game", MissingLastGame::lastMinutes);
  }

  private static FeatureDefinition against(String what, ToDoubleFunction<Pregame> usual) {
    return tonight(
            "minutes",
            -MOST_MINUTES,
            MOST_MINUTES,
            "Minutes of the rotation beside him that is out or doubtful, less " + what,
            known -> mates(OutTonight::minutes).applyAsDouble(known) - usual.applyAsDouble(known))
        .absent(UNREPORTED + ", or before such a game");
  }

  /** The minutes of those who are out are there to be played. */
  static FeatureDefinition scaled(Stat stat) {
    return tonight(
            stat.unit(),
            0,
            2 * stat.most(),
            "Mean "
                + stat.unit()
                + " with weights 0.90^(k-1), times 240 over the running minutes of the rotation"
                + " that is there (which count for at least 120, and at most 240)",
            known ->
                known.season().figures(stat).exponentialMean(Rotation.DECAY)
                    * TEAM_MINUTES
                    / Math.max(TEAM_MINUTES / 2, Math.min(TEAM_MINUTES, minutesThere(known))))
        .absent(UNREPORTED + ", or before his first game of the season");
  }

  private static double minutesThere(Pregame known) {
    return minutes(known.rotation()) - mates(OutTonight::minutes).applyAsDouble(known);
  }

  static FeatureDefinition useThere() {
    return tonight(
        "possessions used",
        0,
        250,
        "Running means of possessions used, summed over the rotation that is there",
        OutTonight::useThere);
  }

  /** What the rotation that is there uses; NaN without a report. */
  static double useThere(Pregame known) {
    return known.rotation().sum(Rotation.Member::use) - useOut(known);
  }

  /** What the rotation that is out uses; NaN without a report. */
  static double useOut(Pregame known) {
    return mates(out -> out.sum(Rotation.Member::use)).applyAsDouble(known);
  }

  static FeatureDefinition injuryRisk() {
    return tonight(
        "grade",
        0,
        3,
        "0 if the report does not name him or calls him available, 1 probable, 2 questionable or"
            + " day to day, 3 doubtful or out",
        known ->
            known
                .report()
                .map(
                    report ->
                        report
                            .of(known.context().getPlayer())
                            .map(player -> grade(player.getStatus())))
                .map(named -> named.orElse(0.0))
                .orElse(Double.NaN));
  }

  private static double grade(InjuryStatus status) {
    return switch (status) {
      case OUT, DOUBTFUL -> 3;
      case QUESTIONABLE, DAY_TO_DAY -> 2;
      case PROBABLE -> 1;
      case AVAILABLE, NOT_SUBMITTED -> 0;
    };
  }

  private static FeatureDefinition tonight(
      String unit, double min, double max, String definition, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of(unit, min, max, definition, value)
        .from(FeatureDefinition.Source.INJURY_REPORT)
        .over("newest report before the tip")
        .absent(UNREPORTED)
        .maybeConstant();
  }
}
