package dev.tipoff.transforms.features;

import dev.tipoff.transforms.boxscore.TeamBoxScore;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A team's game of which both box scores are there in full, with the sums that features need. */
public final class TeamGame {
  private static final double REGULATION = 48;
  private static final int PLAYERS_ON_COURT = 5;

  private final TeamBoxScore own;
  private final TeamBoxScore other;

  /** What a side did. */
  private final Totals scored;

  /** What the other side did. */
  private final Totals allowed;

  /** A side's sums. */
  private record Totals(
      double points,
      double possessions,
      double shots,
      double minutes,
      double rebounds,
      double assists,
      double made,
      double threesMade,
      double threesAttempted,
      double freeThrowsAttempted) {
    static Totals of(TeamBoxScore box) {
      return new Totals(
          box.points(),
          box.possessions(),
          box.sum(PlayerGame::getFieldGoalsAttempted),
          box.minutes(),
          box.sum(PlayerGame::getRebounds),
          box.sum(PlayerGame::getAssists),
          box.sum(PlayerGame::getFieldGoalsMade),
          box.sum(PlayerGame::getThreesMade),
          box.sum(PlayerGame::getThreesAttempted),
          box.sum(PlayerGame::getFreeThrowsAttempted));
    }
  }

  TeamGame(TeamBoxScore own, TeamBoxScore other) {
    this.own = own;
    this.other = other;
    this.scored = Totals.of(own);
    this.allowed = Totals.of(other);
  }

  public GameDay day() {
    return own.day();
  }

  public String gameId() {
    return own.gameId();
  }

  public String season() {
    return own.season();
  }

  public TeamCode team() {
    return own.team();
  }

  public TeamCode opponent() {
    return own.opponent();
  }

  /** The team whose arena the game was in, neutral courts aside. */
  public TeamCode host() {
    return own.home() ? own.team() : own.opponent();
  }

  /** Those who played for the team. */
  public List<PlayerGame> players() {
    return own.players();
  }

  /** Those who played against the team. */
  public List<PlayerGame> opponents() {
    return other.players();
  }

  public double points() {
    return scored.points;
  }

  public double pointsAllowed() {
    return allowed.points;
  }

  public double margin() {
    return scored.points - allowed.points;
  }

  public boolean won() {
    return margin() > 0;
  }

  /** Length of the game: 48 minutes, 53 with an overtime. */
  public double minutes() {
    return scored.minutes / PLAYERS_ON_COURT;
  }

  public double possessions() {
    return scored.possessions;
  }

  public double shots() {
    return scored.shots;
  }

  public double possessionsAllowed() {
    return allowed.possessions;
  }

  /** Mean of both sides' possessions per 48 minutes. */
  public double pace() {
    return REGULATION * (scored.possessions + allowed.possessions) / 2 / minutes();
  }

  public double reboundsAllowed() {
    return allowed.rebounds;
  }

  public double assistsAllowed() {
    return allowed.assists;
  }

  public double twosMadeAllowed() {
    return allowed.made - allowed.threesMade;
  }

  public double twosAttemptedAllowed() {
    return allowed.shots - allowed.threesAttempted;
  }

  public double threesMadeAllowed() {
    return allowed.threesMade;
  }

  public double threesAttemptedAllowed() {
    return allowed.threesAttempted;
  }

  public double freeThrowsAttemptedAllowed() {
    return allowed.freeThrowsAttempted;
  }

  /** A figure per 48 minutes, so that overtime is not a better game. */
  static ToDoubleFunction<TeamGame> per48(ToDoubleFunction<TeamGame> figure) {
    return game -> figure.applyAsDouble(game) * REGULATION / game.minutes();
  }
}
