package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.Market;
import java.util.Locale;

/**
 * Every input that a system may use, defined once: the feature store's columns, the range checks
 * and the training matrix come from here. All look-backs end before the slate (see {@link
 * PlayerHistory}); none knows the line.
 */
public enum Feature {
  POINTS_LAST_GAME("points", 0, 100, "last game of the season", "Points in the latest game"),
  POINTS_MEAN_LAST_5(
      "points",
      0,
      100,
      "last 5 games of the season",
      "Mean points, over fewer games where there are fewer"),
  POINTS_MEAN_LAST_10(
      "points",
      0,
      100,
      "last 10 games of the season",
      "Mean points, over fewer games where there are fewer"),
  POINTS_MEAN_SEASON("points", 0, 100, "season", "Mean points"),
  POINTS_MEAN_EXPONENTIAL(
      "points", 0, 100, "season", "Mean points, the k-th latest game weighted by 0.90^(k-1)"),
  POINTS_SD_LAST_10(
      "points",
      0,
      100,
      "last 10 games of the season",
      "Sample standard deviation of points; needs two games"),
  REBOUNDS_LAST_GAME("rebounds", 0, 40, "last game of the season", "Rebounds in the latest game"),
  REBOUNDS_MEAN_LAST_5(
      "rebounds",
      0,
      40,
      "last 5 games of the season",
      "Mean rebounds, over fewer games where there are fewer"),
  REBOUNDS_MEAN_LAST_10(
      "rebounds",
      0,
      40,
      "last 10 games of the season",
      "Mean rebounds, over fewer games where there are fewer"),
  REBOUNDS_MEAN_SEASON("rebounds", 0, 40, "season", "Mean rebounds"),
  REBOUNDS_MEAN_EXPONENTIAL(
      "rebounds", 0, 40, "season", "Mean rebounds, the k-th latest game weighted by 0.90^(k-1)"),
  REBOUNDS_SD_LAST_10(
      "rebounds",
      0,
      40,
      "last 10 games of the season",
      "Sample standard deviation of rebounds; needs two games"),
  ASSISTS_LAST_GAME("assists", 0, 35, "last game of the season", "Assists in the latest game"),
  ASSISTS_MEAN_LAST_5(
      "assists",
      0,
      35,
      "last 5 games of the season",
      "Mean assists, over fewer games where there are fewer"),
  ASSISTS_MEAN_LAST_10(
      "assists",
      0,
      35,
      "last 10 games of the season",
      "Mean assists, over fewer games where there are fewer"),
  ASSISTS_MEAN_SEASON("assists", 0, 35, "season", "Mean assists"),
  ASSISTS_MEAN_EXPONENTIAL(
      "assists", 0, 35, "season", "Mean assists, the k-th latest game weighted by 0.90^(k-1)"),
  ASSISTS_SD_LAST_10(
      "assists",
      0,
      35,
      "last 10 games of the season",
      "Sample standard deviation of assists; needs two games"),
  PRA_LAST_GAME(
      "points plus rebounds plus assists",
      0,
      130,
      "last game of the season",
      "Points plus rebounds plus assists in the latest game"),
  PRA_MEAN_LAST_5(
      "points plus rebounds plus assists",
      0,
      130,
      "last 5 games of the season",
      "Mean points plus rebounds plus assists, over fewer games where there are fewer"),
  PRA_MEAN_LAST_10(
      "points plus rebounds plus assists",
      0,
      130,
      "last 10 games of the season",
      "Mean points plus rebounds plus assists, over fewer games where there are fewer"),
  PRA_MEAN_SEASON(
      "points plus rebounds plus assists",
      0,
      130,
      "season",
      "Mean points plus rebounds plus assists"),
  PRA_MEAN_EXPONENTIAL(
      "points plus rebounds plus assists",
      0,
      130,
      "season",
      "Mean points plus rebounds plus assists, the k-th latest game weighted by 0.90^(k-1)"),
  PRA_SD_LAST_10(
      "points plus rebounds plus assists",
      0,
      130,
      "last 10 games of the season",
      "Sample standard deviation of points plus rebounds plus assists; needs two games"),
  MINUTES_MEAN_LAST_5(
      "minutes",
      0,
      65,
      "last 5 games of the season",
      "Mean minutes, over fewer games where there are fewer"),
  MINUTES_MEAN_LAST_10(
      "minutes",
      0,
      65,
      "last 10 games of the season",
      "Mean minutes, over fewer games where there are fewer"),
  MINUTES_MEAN_SEASON("minutes", 0, 65, "season", "Mean minutes"),
  GAMES_SEASON("games", 0, 110, "season", "Games played"),
  DAYS_REST(
      "days",
      1,
      366,
      "last game of the season",
      "Days from the latest game to this one; 1 is a back-to-back"),
  BACK_TO_BACK("flag", 0, 1, "last game of the season", "1 if he played the day before, else 0"),
  GAMES_LAST_7_DAYS("games", 0, 7, "7 days before the slate", "Games played"),
  HOME("flag", 0, 1, "none", "1 at home, else 0"),
  OPPONENT_POINTS_ALLOWED_FACTOR(
      "ratio",
      0.5,
      1.5,
      "season of the opponent",
      "Mean points the opponent allowed over the mean points of a team in the league; needs five games of the opponent"),
  TEAM_PACE(
      "possessions per 48 minutes",
      70,
      140,
      "season of the team",
      "Mean of both sides' FGA + 0.44 FTA + turnovers per 48 minutes (offensive rebounds are not in the box scores, so about ten above the usual figure); needs five games"),
  OPPONENT_PACE(
      "possessions per 48 minutes",
      70,
      140,
      "season of the opponent",
      "As TEAM_PACE, of the opponent; needs five games");

  private final String unit;
  private final double min;
  private final double max;
  private final String lookBack;
  private final String definition;

  Feature(String unit, double min, double max, String lookBack, String definition) {
    this.unit = unit;
    this.min = min;
    this.max = max;
    this.lookBack = lookBack;
    this.definition = definition;
  }

  /** The feature's column, {@code points_mean_last_5} for instance. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String unit() {
    return unit;
  }

  /** The least value that is possible. */
  public double min() {
    return min;
  }

  /** The greatest value that is possible. */
  public double max() {
    return max;
  }

  /** Whether the value is a number from {@link #min} to {@link #max}. */
  public boolean allows(double value) {
    return value >= min && value <= max;
  }

  /** Which games it looks at. */
  public String lookBack() {
    return lookBack;
  }

  public String definition() {
    return definition;
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
