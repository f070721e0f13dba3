package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.Market;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Every input that a system may use, declared once with its computation: the feature store's
 * columns, the range checks, the documentation and the training matrix come from here. All
 * look-backs end before the slate (see {@link KnownGames}).
 */
public enum Feature {
  POINTS_LAST_GAME(Form.lastGame(Stat.POINTS)),
  POINTS_MEAN_LAST_5(Form.mean(Stat.POINTS, 5)),
  POINTS_MEAN_LAST_10(Form.mean(Stat.POINTS, 10)),
  POINTS_MEAN_SEASON(Form.mean(Stat.POINTS)),
  POINTS_MEAN_EXPONENTIAL(Form.decayed(Stat.POINTS, 0.90)),
  POINTS_MEAN_SLOW(Form.decayed(Stat.POINTS, 0.97)),
  POINTS_SD_LAST_10(Form.sd(Stat.POINTS, 10)),
  REBOUNDS_LAST_GAME(Form.lastGame(Stat.REBOUNDS)),
  REBOUNDS_MEAN_LAST_5(Form.mean(Stat.REBOUNDS, 5)),
  REBOUNDS_MEAN_LAST_10(Form.mean(Stat.REBOUNDS, 10)),
  REBOUNDS_MEAN_SEASON(Form.mean(Stat.REBOUNDS)),
  REBOUNDS_MEAN_EXPONENTIAL(Form.decayed(Stat.REBOUNDS, 0.90)),
  REBOUNDS_MEAN_SLOW(Form.decayed(Stat.REBOUNDS, 0.97)),
  REBOUNDS_SD_LAST_10(Form.sd(Stat.REBOUNDS, 10)),
  ASSISTS_LAST_GAME(Form.lastGame(Stat.ASSISTS)),
  ASSISTS_MEAN_LAST_5(Form.mean(Stat.ASSISTS, 5)),
  ASSISTS_MEAN_LAST_10(Form.mean(Stat.ASSISTS, 10)),
  ASSISTS_MEAN_SEASON(Form.mean(Stat.ASSISTS)),
  ASSISTS_MEAN_EXPONENTIAL(Form.decayed(Stat.ASSISTS, 0.90)),
  ASSISTS_MEAN_SLOW(Form.decayed(Stat.ASSISTS, 0.97)),
  ASSISTS_SD_LAST_10(Form.sd(Stat.ASSISTS, 10)),
  PRA_LAST_GAME(Form.lastGame(Stat.PRA)),
  PRA_MEAN_LAST_5(Form.mean(Stat.PRA, 5)),
  PRA_MEAN_LAST_10(Form.mean(Stat.PRA, 10)),
  PRA_MEAN_SEASON(Form.mean(Stat.PRA)),
  PRA_MEAN_EXPONENTIAL(Form.decayed(Stat.PRA, 0.90)),
  PRA_MEAN_SLOW(Form.decayed(Stat.PRA, 0.97)),
  PRA_SD_LAST_10(Form.sd(Stat.PRA, 10)),
  POINTS_MEAN_FAST(Form.decayed(Stat.POINTS, 0.80)),
  POINTS_MEAN_LAST_2(Form.mean(Stat.POINTS, 2)),
  POINTS_MEAN_LAST_3(Form.mean(Stat.POINTS, 3)),
  POINTS_MEDIAN_LAST_20(Form.median(Stat.POINTS, 20)),
  POINTS_SD_LAST_40(Form.sd(Stat.POINTS, 40)),
  POINTS_SWING(Form.swing(Stat.POINTS, 0.80, 0.97)),
  POINTS_SLOPE_LAST_10(Form.slope(Stat.POINTS, 10)),
  POINTS_Z_LAST_3(Form.zScore(Stat.POINTS, 3)),
  POINTS_STREAK(Form.streak(Stat.POINTS)),
  POINTS_MEAN_SAME_VENUE(Form.sameVenue(Stat.POINTS)),
  MINUTES_LAST_GAME(Form.lastGame(Stat.MINUTES)),
  MINUTES_MEAN_LAST_2(Form.mean(Stat.MINUTES, 2)),
  MINUTES_MEAN_LAST_3(Form.mean(Stat.MINUTES, 3)),
  MINUTES_MEAN_LAST_5(Form.mean(Stat.MINUTES, 5)),
  MINUTES_MEAN_LAST_10(Form.mean(Stat.MINUTES, 10)),
  MINUTES_MEAN_SEASON(Form.mean(Stat.MINUTES)),
  MINUTES_MEAN_FAST(Form.decayed(Stat.MINUTES, 0.80)),
  MINUTES_MEAN_EXPONENTIAL(Form.decayed(Stat.MINUTES, 0.90)),
  MINUTES_MEAN_SLOW(Form.decayed(Stat.MINUTES, 0.97)),
  MINUTES_MEDIAN_LAST_20(Form.median(Stat.MINUTES, 20)),
  MINUTES_LEAST_LAST_5(Form.least(Stat.MINUTES, 5)),
  MINUTES_MOST_LAST_5(Form.most(Stat.MINUTES, 5)),
  MINUTES_SD_LAST_10(Form.sd(Stat.MINUTES, 10)),
  MINUTES_SWING(Form.swing(Stat.MINUTES, 0.80, 0.97)),
  MINUTES_PROJECTION(Roles.minutesProjection()),
  MINUTES_CHANGE(Roles.minutesChange()),
  SHOTS_MEAN_FAST(Form.decayed(Stat.SHOTS, 0.80)),
  SHOTS_MEAN_EXPONENTIAL(Form.decayed(Stat.SHOTS, 0.90)),
  SHOTS_MEAN_SLOW(Form.decayed(Stat.SHOTS, 0.97)),
  FREE_THROWS_MEAN_FAST(Form.decayed(Stat.FREE_THROWS, 0.80)),
  FREE_THROWS_MEAN_EXPONENTIAL(Form.decayed(Stat.FREE_THROWS, 0.90)),
  FREE_THROWS_MEAN_SLOW(Form.decayed(Stat.FREE_THROWS, 0.97)),
  THREES_MEAN_FAST(Form.decayed(Stat.THREES, 0.80)),
  THREES_MEAN_EXPONENTIAL(Form.decayed(Stat.THREES, 0.90)),
  THREES_MEAN_SLOW(Form.decayed(Stat.THREES, 0.97)),
  USE_MEAN_FAST(Form.decayed(Stat.USE, 0.80)),
  USE_MEAN_EXPONENTIAL(Form.decayed(Stat.USE, 0.90)),
  USE_MEAN_SLOW(Form.decayed(Stat.USE, 0.97)),
  USE_SWING(Form.swing(Stat.USE, 0.80, 0.97)),
  TURNOVERS_MEAN_SLOW(Form.decayed(Stat.TURNOVERS, 0.97)),
  POINTS_PER_MINUTE_FAST(Form.perMinute(Stat.POINTS, 0.80)),
  POINTS_PER_MINUTE_EXPONENTIAL(Form.perMinute(Stat.POINTS, 0.90)),
  POINTS_PER_MINUTE_SLOW(Form.perMinute(Stat.POINTS, 0.97)),
  REBOUNDS_PER_MINUTE_SLOW(Form.perMinute(Stat.REBOUNDS, 0.97)),
  ASSISTS_PER_MINUTE_SLOW(Form.perMinute(Stat.ASSISTS, 0.97)),
  USE_PER_MINUTE_SLOW(Form.perMinute(Stat.USE, 0.97)),
  CAREER_POINTS(Career.mean(Stat.POINTS)),
  CAREER_REBOUNDS(Career.mean(Stat.REBOUNDS)),
  CAREER_ASSISTS(Career.mean(Stat.ASSISTS)),
  CAREER_MINUTES(Career.mean(Stat.MINUTES)),
  CAREER_SHOTS(Career.mean(Stat.SHOTS)),
  CAREER_FREE_THROWS(Career.mean(Stat.FREE_THROWS)),
  CAREER_THREES(Career.mean(Stat.THREES)),
  CAREER_USE(Career.mean(Stat.USE)),
  CAREER_TURNOVERS(Career.mean(Stat.TURNOVERS)),
  CAREER_POINTS_PER_MINUTE(Career.perMinute(Stat.POINTS)),
  CAREER_REBOUNDS_PER_MINUTE(Career.perMinute(Stat.REBOUNDS)),
  CAREER_ASSISTS_PER_MINUTE(Career.perMinute(Stat.ASSISTS)),
  CAREER_USE_PER_MINUTE(Career.perMinute(Stat.USE)),
  CAREER_TRUE_SHOOTING(Career.trueShooting()),
  CAREER_GAMES(Career.games()),
  LAST_SEASON_POINTS(Career.lastSeason(Stat.POINTS)),
  LAST_SEASON_MINUTES(Career.lastSeason(Stat.MINUTES)),
  LAST_SEASON_GAMES(Career.gamesLastSeason()),
  SHOTS_TIMES_TRUE_SHOOTING(Career.shotsTimesTrueShooting()),
  POINTS_MINUTES_TIMES_CAREER_RATE(Career.minutesTimesRate(Stat.POINTS)),
  POINTS_FAST_MINUTES_TIMES_SLOW_RATE(Career.fastMinutesTimesSlowRate(Stat.POINTS)),
  REBOUNDS_MINUTES_TIMES_CAREER_RATE(Career.minutesTimesRate(Stat.REBOUNDS)),
  REBOUNDS_FAST_MINUTES_TIMES_SLOW_RATE(Career.fastMinutesTimesSlowRate(Stat.REBOUNDS)),
  ASSISTS_MINUTES_TIMES_CAREER_RATE(Career.minutesTimesRate(Stat.ASSISTS)),
  ASSISTS_FAST_MINUTES_TIMES_SLOW_RATE(Career.fastMinutesTimesSlowRate(Stat.ASSISTS)),
  POINTS_AGAINST_OPPONENT(Career.againstOpponent(Stat.POINTS)),
  GAMES_AGAINST_OPPONENT(Career.gamesAgainstOpponent()),
  TRUE_SHOOTING_LAST_10(Shooting.trueShooting(10)),
  EFFECTIVE_FIELD_GOAL_LAST_10(Shooting.effectiveFieldGoal(10)),
  THREES_SHARE_OF_SHOTS_LAST_10(Shooting.threesShareOfShots(10)),
  FREE_THROW_SHARE_OF_POINTS_LAST_10(Shooting.freeThrowShareOfPoints(10)),
  USAGE_RATE_LAST_5(Shooting.usageRate(5)),
  USAGE_RATE_LAST_10(Shooting.usageRate(10)),
  USAGE_RATE_LAST_20(Shooting.usageRate(20)),
  SHARE_OF_TEAM_POINTS_LAST_10(Shooting.shareOfTeamPoints()),
  SHARE_OF_TEAM_USE_LAST_10(Shooting.shareOfTeamUse()),
  SHARE_OF_TEAM_SHOTS_LAST_10(Shooting.shareOfTeamShots()),
  STARTER_SHARE_LAST_1(Roles.starterShare(1)),
  STARTER_SHARE_LAST_5(Roles.starterShare(5)),
  STARTER_SHARE_LAST_10(Roles.starterShare(10)),
  STARTER_CHANGE(Roles.starterChange()),
  MINUTES_MEAN_STARTING(Roles.minutesWhen(true)),
  MINUTES_MEAN_FROM_BENCH(Roles.minutesWhen(false)),
  RANK_BY_MINUTES(Roles.rankByMinutes()),
  RANK_BY_USE(Roles.rankByUse()),
  ROTATION_SIZE(Roles.rotationSize()),
  REBOUNDS_PER_36(Roles.reboundsPer36()),
  ASSISTS_PER_36(Roles.assistsPer36()),
  BALL_HANDLER(Roles.ballHandler()),
  BIG(Roles.big()),
  GAMES_SEASON(Form.games()),
  GAMES_WITH_TEAM(Roles.gamesWithTeam()),
  NEWLY_TRADED(Roles.newlyTraded()),
  DAYS_REST(Workload.daysRest()),
  TEAM_DAYS_REST(Workload.daysRest(false)),
  OPPONENT_DAYS_REST(Workload.daysRest(true)),
  REST_ADVANTAGE(Workload.restAdvantage()),
  BACK_TO_BACK(Workload.backToBack()),
  TEAM_BACK_TO_BACK(Workload.backToBack(false)),
  OPPONENT_BACK_TO_BACK(Workload.backToBack(true)),
  BACK_TO_BACKS_LAST_14_DAYS(Workload.backToBacks(14)),
  GAMES_LAST_4_DAYS(Workload.games(4)),
  GAMES_LAST_7_DAYS(Workload.games(7)),
  GAMES_LAST_14_DAYS(Workload.games(14)),
  MINUTES_LAST_7_DAYS(Workload.minutes(7)),
  MINUTES_LAST_14_DAYS(Workload.minutes(14)),
  TEAM_GAMES_LAST_4_DAYS(Workload.teamGames(false, 4)),
  TEAM_GAMES_LAST_7_DAYS(Workload.teamGames(false, 7)),
  OPPONENT_GAMES_LAST_7_DAYS(Workload.teamGames(true, 7)),
  GAMES_MISSED_SINCE_LAST(Workload.missedSinceLast()),
  SHARE_MISSED_OF_TEAM_LAST_10(Workload.missedOfTeam(10)),
  GAMES_SINCE_RETURN(Workload.gamesSinceReturn()),
  GAME_OF_SEASON(Workload.gameOfSeason()),
  HOME(Venue.home()),
  PLAYOFF_GAME(Venue.playoffs()),
  TRAVEL_MILES(Venue.travel()),
  TIME_ZONES_CROSSED(Venue.timeZones()),
  TEAM_PACE(Opposition.pace(false)),
  OPPONENT_PACE(Opposition.pace(true)),
  EXPECTED_PACE(Opposition.expectedPace()),
  OPPONENT_POINTS_ALLOWED_FACTOR(Opposition.pointsAllowedFactor()),
  OPPONENT_REBOUNDS_ALLOWED_FACTOR(Opposition.reboundsAllowedFactor()),
  OPPONENT_ASSISTS_ALLOWED_FACTOR(Opposition.assistsAllowedFactor()),
  TEAM_POINTS_FAST(Opposition.points(0.93)),
  OPPONENT_POINTS_ALLOWED_FAST(Opposition.pointsAllowed(0.93)),
  TEAM_POINTS_SLOW(Opposition.points(0.98)),
  OPPONENT_POINTS_ALLOWED_SLOW(Opposition.pointsAllowed(0.98)),
  OPPONENT_POSSESSIONS_ALLOWED(Opposition.possessionsAllowed()),
  OPPONENT_THREES_ALLOWED(Opposition.threesAllowed()),
  OPPONENT_FREE_THROWS_ALLOWED(Opposition.freeThrowsAllowed()),
  TEAM_OFFENSIVE_RATING(Opposition.offensiveRating(false, 10)),
  OPPONENT_OFFENSIVE_RATING(Opposition.offensiveRating(true, 15)),
  OPPONENT_DEFENSIVE_RATING(Opposition.defensiveRating(true, 15)),
  EXPECTED_TEAM_POINTS(Opposition.expectedTeamPoints()),
  MARGIN_DIFFERENCE(Opposition.marginDifference()),
  TEAM_WIN_SHARE(Opposition.winShare(false)),
  OPPONENT_WIN_SHARE(Opposition.winShare(true)),
  OPPONENT_ALLOWED_TO_ROLE(Opposition.allowedToRole()),
  PAINT_SHARE_OF_SHOTS(Zones.shareOfShots(Zone.PAINT)),
  MID_RANGE_SHARE_OF_SHOTS(Zones.shareOfShots(Zone.MID_RANGE)),
  ASSISTED_SHARE_OF_MAKES(Zones.assistedShare()),
  OPPONENT_PAINT_ALLOWED(Zones.opponentAllowed(Zone.PAINT)),
  OPPONENT_MID_RANGE_ALLOWED(Zones.opponentAllowed(Zone.MID_RANGE)),
  OPPONENT_TWOS_PERCENTAGE_ALLOWED(Zones.opponentAllowed(BoxShots.TWOS)),
  OPPONENT_THREES_PERCENTAGE_ALLOWED(Zones.opponentAllowed(BoxShots.THREES)),
  ROTATION_MISSING_LAST_GAME(MissingLastGame.players()),
  MINUTES_MISSING_LAST_GAME(MissingLastGame.minutes()),
  POINTS_MISSING_LAST_GAME(MissingLastGame.points()),
  MINUTES_MISSING_AGAINST_USUAL(MissingLastGame.againstUsual()),
  INJURY_RISK(OutTonight.injuryRisk()),
  TEAMMATES_OUT(OutTonight.players()),
  STARS_OUT(OutTonight.stars()),
  MINUTES_OUT(OutTonight.minutes()),
  POINTS_OUT(OutTonight.points()),
  USE_OUT(OutTonight.use()),
  MOST_POINTS_OUT(OutTonight.mostPoints()),
  MINUTES_OUT_IN_ROLE(OutTonight.minutesInRole()),
  MINUTES_OUT_AGAINST_USUAL(OutTonight.minutesAgainstUsual()),
  MINUTES_OUT_AGAINST_LAST_GAME(OutTonight.minutesAgainstLastGame()),
  USE_AVAILABLE(OutTonight.useThere()),
  POINTS_SCALED_TO_AVAILABLE(OutTonight.scaled(Stat.POINTS)),
  MINUTES_SCALED_TO_AVAILABLE(OutTonight.scaled(Stat.MINUTES)),
  OPPONENT_MINUTES_OUT(OutTonight.opponentMinutes()),
  OPPONENT_POINTS_OUT(OutTonight.opponentPoints()),
  FRESHNESS_SCORE(Composite.freshness()),
  PACE_SCORE(Composite.pace()),
  USAGE_SPIKE_SCORE(Composite.usageSpike()),
  ZONE_MISMATCH_SCORE(Composite.zoneMismatch()),
  SPREAD(GameMarket.spread()),
  BLOWOUT_RISK(GameMarket.blowout()),
  TOTAL(GameMarket.total()),
  IMPLIED_TEAM_TOTAL(GameMarket.impliedTeamTotal()),
  IMPLIED_TOTAL_AGAINST_USUAL(GameMarket.impliedAgainstUsual()),
  OPENING_LINE(GameMarket.openingLine()),
  CURRENT_LINE(GameMarket.currentLine()),
  LINE_MOVE(GameMarket.lineMove()),
  LINE_AGAINST_SEASON(GameMarket.lineAgainstSeason());

  private final FeatureDefinition definition;

  Feature(FeatureDefinition definition) {
    this.definition = definition;
  }

  /** The feature's column, {@code points_mean_last_5} for instance. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, in which unit and range, from what and when it is unknown. */
  public FeatureDefinition definition() {
    return definition;
  }

  /** Whether the value is a number in the feature's range. */
  public boolean allows(double value) {
    return value >= definition.min() && value <= definition.max();
  }

  /** Its value; empty where it cannot be known. */
  OptionalDouble of(Pregame known) {
    double value = definition.value().applyAsDouble(known);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  public static Feature lastGame(Market market) {
    return valueOf(market + "_LAST_GAME");
  }

  public static Feature meanLast5(Market market) {
    return valueOf(market + "_MEAN_LAST_5");
  }

  public static Feature meanLast10(Market market) {
    return valueOf(market + "_MEAN_LAST_10");
  }

  public static Feature meanSeason(Market market) {
    return valueOf(market + "_MEAN_SEASON");
  }

  public static Feature meanExponential(Market market) {
    return valueOf(market + "_MEAN_EXPONENTIAL");
  }

  public static Feature sdLast10(Market market) {
    return valueOf(market + "_SD_LAST_10");
  }
}
