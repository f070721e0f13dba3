package dev.tipoff.pipelines.bench;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Features as somebody would write them who has a database and no Tipoff: one statement of window
 * functions. It has those that come from a player's own games of the season.
 */
final class WindowSql {
  private static final Map<String, String> STATS =
      Map.of(
          "points", "points",
          "rebounds", "rebounds",
          "assists", "assists",
          "pra", "points + rebounds + assists",
          "minutes", "minutes",
          "shots", "field_goals_attempted",
          "threes", "threes_attempted",
          "free_throws", "free_throws_attempted",
          "turnovers", "turnovers",
          "use", "field_goals_attempted + 0.44 * free_throws_attempted + turnovers");

  private static final Map<String, Double> DECAYS =
      Map.of("fast", 0.80, "exponential", 0.90, "slow", 0.97);

  private static final Pattern NAME =
      Pattern.compile("([a-z_]+?)_(last_game|least|most|mean|sd|median|slope|swing|z|per_minute)(_.*)?");

  private WindowSql() {}

  /** The features that the statement has, in the order of its columns. */
  static List<Feature> features() {
    return List.copyOf(expressions().keySet());
  }

  /**
   * A statement that gives game_id, player and the features of everybody who is expected on the
   * slates of a season.
   *
   * @param slates of one season
   */
  static String of(SlateRange slates) {
    List<String> inner = new ArrayList<>();
    List<String> outer = new ArrayList<>();
    expressions()
        .forEach(
            (feature, expression) -> {
              inner.add(expression + " AS " + feature.id());
              outer.add(
                  feature == Feature.GAMES_SEASON
                      ? "COALESCE(w.games_season, 0) AS games_season"
                      : "w." + feature.id());
            });
    List<String> stats = new ArrayList<>();
    STATS.forEach((name, sql) -> stats.add("CAST(" + sql + " AS DOUBLE) AS x_" + name));
    return String.format(
        Locale.ROOT,
        """
        WITH g AS (
          SELECT player, season, game_date, game_id, %s,
            ROW_NUMBER() OVER (PARTITION BY player, season ORDER BY game_date, game_id) AS n
          FROM %s WHERE game_date BETWEEN DATE '%s' AND DATE '%s'),
        w AS (
          SELECT player, season, game_date, n, %s FROM g
          WINDOW
            season AS (PARTITION BY player, season ORDER BY n ROWS UNBOUNDED PRECEDING),
            %s)
        SELECT c.game_id, c.player, c.game_date - w.game_date AS days_rest, %s
        FROM %s c
        ASOF LEFT JOIN w
          ON c.player = w.player AND c.season = w.season AND c.game_date > w.game_date
        WHERE c.game_date BETWEEN DATE '%s' AND DATE '%s'
        """,
        String.join(", ", stats),
        Tables.PLAYER_GAMES,
        slates.sinceSeasonStart().from(),
        slates.to(),
        String.join(",\n    ", inner),
        windows(),
        String.join(", ", outer),
        Tables.PLAYER_GAME_CONTEXT,
        slates.from(),
        slates.to());
  }

  private static String windows() {
    List<String> windows = new ArrayList<>();
    for (int games : new int[] {2, 3, 5, 10, 20, 40}) {
      windows.add(
          String.format(
              "last_%d AS (PARTITION BY player, season ORDER BY n"
                  + " ROWS BETWEEN %d PRECEDING AND CURRENT ROW)",
              games, games - 1));
    }
    return String.join(",\n    ", windows);
  }

  private static Map<Feature, String> expressions() {
    Map<Feature, String> expressions = new LinkedHashMap<>();
    for (Feature feature : Feature.values()) {
      expression(feature.id()).ifPresent(sql -> expressions.put(feature, sql));
    }
    return expressions;
  }

  private static Optional<String> expression(String feature) {
    if (feature.equals("games_season")) {
      return Optional.of("n");
    }
    Matcher name = NAME.matcher(feature);
    if (!name.matches() || !STATS.containsKey(name.group(1))) {
      return Optional.empty();
    }
    String stat = "x_" + name.group(1);
    String rest = name.group(3) == null ? "" : name.group(3).substring(1);
    Optional<String> window =
        rest.isEmpty() || rest.equals("season")
            ? Optional.of("season")
            : rest.matches("last_\\d+") ? Optional.of(rest) : Optional.empty();
    return switch (name.group(2)) {
      case "last_game" -> Optional.of(stat);
      case "least" -> window.map(over -> "MIN(" + stat + ") OVER " + over);
      case "most" -> window.map(over -> "MAX(" + stat + ") OVER " + over);
      case "mean" ->
          DECAYS.containsKey(rest)
              ? Optional.of(decayed(stat, DECAYS.get(rest)))
              : window.map(over -> "AVG(" + stat + ") OVER " + over);
      case "sd" -> window.map(over -> "STDDEV_SAMP(" + stat + ") OVER " + over);
      case "median" -> window.map(over -> "MEDIAN(" + stat + ") OVER " + over);
      case "slope" -> window.map(over -> slope(stat, over));
      case "swing" -> Optional.of(decayed(stat, 0.80) + " - " + decayed(stat, 0.97));
      case "z" ->
          window.map(
              over ->
                  String.format(
                      "(AVG(%1$s) OVER %2$s - AVG(%1$s) OVER season)"
                          + " / NULLIF(STDDEV_SAMP(%1$s) OVER season, 0)",
                      stat, over));
      case "per_minute" -> Optional.of(perMinute(stat, DECAYS.get(rest)));
      default -> throw new IllegalStateException(feature);
    };
  }

  /** Least squares by sums: REGR_SLOPE over a window gives other values in DuckDB. */
  private static String slope(String stat, String over) {
    return String.format(
        "(COUNT(n) OVER %2$s * SUM(n * %1$s) OVER %2$s - SUM(n) OVER %2$s * SUM(%1$s) OVER %2$s)"
            + " / NULLIF(COUNT(n) OVER %2$s * SUM(n * n) OVER %2$s"
            + " - SUM(n) OVER %2$s * SUM(n) OVER %2$s, 0)",
        stat, over);
  }

  /** Weights are taken from the season's first game on, which comes to the same. */
  private static String decayed(String stat, double decay) {
    return String.format(
        Locale.ROOT,
        "SUM(%s * POW(%2$f, -n)) OVER season / SUM(POW(%2$f, -n)) OVER season",
        stat,
        decay);
  }

  private static String perMinute(String stat, double decay) {
    return String.format(
        Locale.ROOT,
        "CASE WHEN SUM(x_minutes * POW(%2$f, -n)) OVER season * POW(%2$f, n) >= 12"
            + " THEN SUM(%1$s * POW(%2$f, -n)) OVER season"
            + " / SUM(x_minutes * POW(%2$f, -n)) OVER season END",
        stat,
        decay);
  }
}
