package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.function.ToDoubleFunction;

/** Features of rest and load, from the days on which a player and the teams have played. */
final class Workload {
  private static final String FIRST = "before the first such game of the season";
  private static final int LONG_ABSENCE = 3;

  private Workload() {}

  /** Days from the latest game to a slate; NaN without one. */
  static double daysRest(GameSequence<?, ?> games, GameDay slate) {
    return games.isEmpty() ? Double.NaN : slate.getEpochDay() - games.latestDay().getEpochDay();
  }

  static FeatureDefinition daysRest() {
    return days("Days from the latest game to this one; 1 is a back-to-back", own());
  }

  static FeatureDefinition daysRest(boolean ofOpponent) {
    return days(
        (ofOpponent ? "Days since the opponent's" : "Days since the team's")
            + " latest game; 1 is a back-to-back",
        known -> teamRest(known, ofOpponent));
  }

  private static FeatureDefinition days(String definition, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of("days", 1, 366, definition, value).absent(FIRST).maybeConstant();
  }

  private static ToDoubleFunction<Pregame> own() {
    return known -> daysRest(known.season(), known.slate());
  }

  private static double teamRest(Pregame known, boolean ofOpponent) {
    return daysRest(ofOpponent ? known.opponent() : known.team(), known.slate());
  }

  /** Beyond three days more rest is no more rest. */
  static FeatureDefinition restAdvantage() {
    return FeatureDefinition.of(
            "days",
            -3,
            3,
            "Days of rest of the team less those of the opponent, from -3 to 3",
            known -> Math.max(-3, Math.min(3, teamRest(known, false) - teamRest(known, true))))
        .absent("before the first game of either team")
        .maybeConstant();
  }

  static FeatureDefinition backToBack() {
    return flag("1 if he played the day before, else 0", own());
  }

  static FeatureDefinition backToBack(boolean ofOpponent) {
    return flag(
        "1 if the " + (ofOpponent ? "opponent" : "team") + " played the day before, else 0",
        known -> teamRest(known, ofOpponent));
  }

  private static FeatureDefinition flag(String definition, ToDoubleFunction<Pregame> rest) {
    return FeatureDefinition.of(
            "flag",
            0,
            1,
            definition,
            known -> {
              double days = rest.applyAsDouble(known);
              return Double.isNaN(days) ? Double.NaN : days == 1 ? 1 : 0;
            })
        .absent(FIRST)
        .maybeConstant();
  }

  static FeatureDefinition backToBacks(int days) {
    return window(
        "back-to-backs",
        days,
        "Days on which he played after playing the day before",
        known -> backToBacks(known.season(), known.slate(), days));
  }

  static int backToBacks(PlayerHistory season, GameDay slate, int days) {
    GameDay before = null;
    int count = 0;
    for (PlayerGame game : season.since(slate.plusDays(-days)).games()) {
      count += before != null && before.plusDays(1).equals(game.getGameDate()) ? 1 : 0;
      before = game.getGameDate();
    }
    return count;
  }

  static FeatureDefinition games(int days) {
    return window(
        "games",
        days,
        "Games played",
        known -> known.season().since(known.slate().plusDays(-days)).size());
  }

  static FeatureDefinition minutes(int days) {
    return FeatureDefinition.of(
            "minutes",
            0,
            65 * days,
            "Minutes played",
            known -> minutes(known.season(), known.slate(), days))
        .over(days + " days before the slate")
        .neverAbsent();
  }

  static double minutes(PlayerHistory season, GameDay slate, int days) {
    return season.since(slate.plusDays(-days)).figures(Stat.MINUTES).sum();
  }

  static FeatureDefinition teamGames(boolean ofOpponent, int days) {
    return window(
        "games",
        days,
        "Games of the " + (ofOpponent ? "opponent" : "team"),
        known ->
            (ofOpponent ? known.opponent() : known.team())
                .since(known.slate().plusDays(-days))
                .size());
  }

  private static FeatureDefinition window(
      String unit, int days, String definition, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of(unit, 0, days, definition, value)
        .over(days + " days before the slate")
        .neverAbsent()
        .maybeConstant();
  }

  static FeatureDefinition missedSinceLast() {
    return FeatureDefinition.of(
            "games",
            0,
            110,
            "Games of the team since his latest",
            known ->
                known.season().isEmpty()
                    ? Double.NaN
                    : known.team().since(known.season().latest().getGameDate().plusDays(1)).size())
        .maybeConstant();
  }

  static FeatureDefinition missedOfTeam(int games) {
    return FeatureDefinition.of(
            "share",
            0,
            1,
            "Part of the team's latest games that he did not play in",
            known -> {
              TeamHistory last = known.team().last(games);
              return last.where(game -> !known.playedIn(game)).size() / (double) last.size();
            })
        .over("last " + games + " games of the team")
        .absent("before the team's first game of the season");
  }

  /** How far he is back from an absence. */
  static FeatureDefinition gamesSinceReturn() {
    return FeatureDefinition.of(
            "games",
            0,
            110,
            "Games played since he last missed three or more games of his team in a row this season,"
                + " or since its start",
            known -> {
              int count = 0;
              GameDay next = known.slate();
              for (PlayerGame game : known.season().latestFirst()) {
                TeamHistory missed =
                    known
                        .known()
                        .team(game.getTeam())
                        .since(game.getGameDate().plusDays(1))
                        .before(next);
                if (missed.size() >= LONG_ABSENCE) {
                  break;
                }
                next = game.getGameDate();
                count++;
              }
              return count;
            })
        .neverAbsent();
  }

  static FeatureDefinition gameOfSeason() {
    return FeatureDefinition.of(
            "games",
            1,
            111,
            "Number of this game in the team's season, play-in and playoffs counted on",
            known -> known.team().size() + 1)
        .neverAbsent()
        .maybeConstant();
  }
}
