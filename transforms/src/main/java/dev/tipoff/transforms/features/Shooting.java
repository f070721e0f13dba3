package dev.tipoff.transforms.features;

import dev.tipoff.transforms.boxscore.TeamBoxScore;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Features of how a player scores and how much of his team's play goes through him. */
final class Shooting {
  private static final double MIN_ATTEMPTS = 10;
  private static final double MIN_MINUTES = 12;

  private Shooting() {}

  static double trueShots(PlayerGame game) {
    return game.getFieldGoalsAttempted()
        + TeamBoxScore.FREE_THROW_WEIGHT * game.getFreeThrowsAttempted();
  }

  static double trueShooting(PlayerHistory games, double decay) {
    double shots = games.decayedSum(Shooting::trueShots, decay);
    return shots < MIN_ATTEMPTS
        ? Double.NaN
        : 100 * games.figures(Stat.POINTS).decayedSum(decay) / (2 * shots);
  }

  static FeatureDefinition trueShooting(int games) {
    return percent(
        150,
        "100 x points / (2 (FGA + 0.44 FTA)) (Oliver, Basketball on Paper, 2004)",
        games,
        known -> trueShooting(known.season().last(games), 1));
  }

  static FeatureDefinition effectiveFieldGoal(int games) {
    return percent(
        150,
        "100 x (FGM + 0.5 3PM) / FGA",
        games,
        known -> {
          PlayerHistory last = known.season().last(games);
          return share(
              last.sum(game -> 100 * (game.getFieldGoalsMade() + 0.5 * game.getThreesMade())),
              last.sum(PlayerGame::getFieldGoalsAttempted));
        });
  }

  static FeatureDefinition threesShareOfShots(int games) {
    return percent(
        100,
        "Three-point attempts in 100 field goal attempts",
        games,
        known -> {
          PlayerHistory last = known.season().last(games);
          return share(
              100 * last.sum(PlayerGame::getThreesAttempted),
              last.sum(PlayerGame::getFieldGoalsAttempted));
        });
  }

  static FeatureDefinition freeThrowShareOfPoints(int games) {
    return percent(
        100,
        "Points from free throws in 100 points",
        games,
        known -> {
          PlayerHistory last = known.season().last(games);
          return share(
              100 * last.sum(PlayerGame::getFreeThrowsMade), last.sum(PlayerGame::getPoints));
        });
  }

  private static FeatureDefinition percent(
      double max, String definition, int games, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of("percent", 0, max, definition, value)
        .over("last " + games + " games of the season")
        .absent("with fewer than ten attempts or points over those games");
  }

  private static double share(double part, double whole) {
    return whole < MIN_ATTEMPTS ? Double.NaN : part / whole;
  }

  /** Of a usual lineup's five players each uses 20 on average. */
  static FeatureDefinition usageRate(int games) {
    return FeatureDefinition.of(
            "percent",
            0,
            100,
            "100 x possessions used / (minutes x team possessions / (team minutes / 5)), above and"
                + " below summed over the games (Oliver, Basketball on Paper, 2004)",
            known -> usageRate(known.known(), known.season().last(games)))
        .over("last " + games + " games of the season")
        .absent("with fewer than 12 minutes in those games of which all box scores are there");
  }

  static double usageRate(KnownGames known, PlayerHistory games) {
    double used = 0;
    double usable = 0;
    double minutes = 0;
    for (PlayerGame game : games.games()) {
      Optional<TeamGame> team = known.teamGame(game);
      if (team.isPresent()) {
        used += TeamBoxScore.possessionsUsed(game);
        usable += team.get().possessions() * game.getMinutes() / team.get().minutes();
        minutes += game.getMinutes();
      }
    }
    return minutes < MIN_MINUTES ? Double.NaN : 100 * used / usable;
  }

  static FeatureDefinition shareOfTeamPoints() {
    return shareOfTeam(Stat.POINTS, TeamGame::points, 10);
  }

  static FeatureDefinition shareOfTeamUse() {
    return shareOfTeam(Stat.USE, TeamGame::possessions, 10);
  }

  static FeatureDefinition shareOfTeamShots() {
    return shareOfTeam(Stat.SHOTS, TeamGame::shots, 10);
  }

  /** A share of the whole game, minutes on the bench too: of points or possessions. */
  static FeatureDefinition shareOfTeam(Stat stat, ToDoubleFunction<TeamGame> ofTeam, int games) {
    return FeatureDefinition.of(
            "share",
            0,
            1,
            "His part of the team's " + stat.unit() + " in games that he played",
            known -> {
              double own = 0;
              double whole = 0;
              for (PlayerGame game : known.season().last(games).games()) {
                Optional<TeamGame> team = known.known().teamGame(game);
                if (team.isPresent()) {
                  own += stat.of(game);
                  whole += ofTeam.applyAsDouble(team.get());
                }
              }
              return own / whole;
            })
        .over("last " + games + " games of the season")
        .absent("without a game of which all box scores are there");
  }
}
