package dev.tipoff.transforms.features;

import dev.tipoff.transforms.boxscore.TeamBoxScore;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.function.ToDoubleFunction;

/** A figure of a player's game, with the most that a game has room for. */
enum Stat {
  POINTS("points", 100, Market.POINTS::actual),
  REBOUNDS("rebounds", 40, Market.REBOUNDS::actual),
  ASSISTS("assists", 35, Market.ASSISTS::actual),
  PRA("points plus rebounds plus assists", 130, Market.PRA::actual),
  MINUTES("minutes", 65, PlayerGame::getMinutes),
  SHOTS("field goal attempts", 60, PlayerGame::getFieldGoalsAttempted),
  THREES("three-point attempts", 40, PlayerGame::getThreesAttempted),
  FREE_THROWS("free throw attempts", 45, PlayerGame::getFreeThrowsAttempted),
  TURNOVERS("turnovers", 20, PlayerGame::getTurnovers),
  USE("possessions used (FGA + 0.44 FTA + turnovers)", 80, TeamBoxScore::possessionsUsed);

  private final String unit;
  private final double most;
  private final ToDoubleFunction<PlayerGame> figure;

  Stat(String unit, double most, ToDoubleFunction<PlayerGame> figure) {
    this.unit = unit;
    this.most = most;
    this.figure = figure;
  }

  String unit() {
    return unit;
  }

  double most() {
    return most;
  }

  double of(PlayerGame game) {
    return figure.applyAsDouble(game);
  }
}
