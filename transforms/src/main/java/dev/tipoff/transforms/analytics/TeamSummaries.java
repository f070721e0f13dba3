package dev.tipoff.transforms.analytics;

import static dev.tipoff.transforms.analytics.PlayerSummaries.orAbsent;

import dev.tipoff.transforms.boxscore.BoxScoreRates;
import dev.tipoff.transforms.boxscore.TeamBoxScore;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.SeasonType;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Makes a team's rows: see {@link TeamOffenseGameSummary} and {@link TeamDefenseGameSummary}. Pace
 * and ratings go by the mean of both sides' possessions, so that one team's offensive rating is the
 * other's defensive rating.
 */
final class TeamSummaries {
  private final TeamBoxScore own;
  private final FinalScore score;
  private final SeasonType seasonType;
  private final boolean complete;
  private final double meanPossessions;

  /**
   * @param other the opponent's box score; null if there is none
   */
  TeamSummaries(TeamBoxScore own, @Nullable TeamBoxScore other, FinalScore score) {
    this.own = own;
    this.score = score;
    this.seasonType = own.players().get(0).getSeasonType();
    this.complete = own.isComplete() && other != null && other.isComplete();
    this.meanPossessions = other == null ? 0 : (own.possessions() + other.possessions()) / 2;
  }

  TeamOffenseGameSummary offense() {
    return TeamOffenseGameSummary.builder()
        .setSeason(own.season())
        .setSeasonType(seasonType)
        .setGameId(own.gameId())
        .setGameDate(own.day())
        .setTeam(own.team())
        .setOpponent(own.opponent())
        .setHome(own.home())
        .setComplete(complete)
        .setWin(score.win(own.team()))
        .setMargin(score.margin(own.team()))
        .setPoints((int) own.points())
        .setFinalScore(score.of(own.team()))
        .setPossessions(own.possessions())
        .setMinutes(own.minutes())
        .setOvertimes(overtimes())
        .setPace(pace())
        .setOffensiveRating(rating(own))
        .setFieldGoalsMade(sum(own, PlayerGame::getFieldGoalsMade))
        .setFieldGoalsAttempted(sum(own, PlayerGame::getFieldGoalsAttempted))
        .setThreesMade(sum(own, PlayerGame::getThreesMade))
        .setThreesAttempted(sum(own, PlayerGame::getThreesAttempted))
        .setFreeThrowsMade(sum(own, PlayerGame::getFreeThrowsMade))
        .setFreeThrowsAttempted(sum(own, PlayerGame::getFreeThrowsAttempted))
        .setTrueShooting(trueShooting(own))
        .setEffectiveFieldGoal(effectiveFieldGoal(own))
        .setAssists(sum(own, PlayerGame::getAssists))
        .setTurnovers(sum(own, PlayerGame::getTurnovers))
        .setRebounds(sum(own, PlayerGame::getRebounds))
        .build();
  }

  TeamDefenseGameSummary defense(TeamBoxScore other, GameShots shots) {
    TeamDefenseGameSummary.Builder summary =
        TeamDefenseGameSummary.builder()
            .setSeason(own.season())
            .setSeasonType(seasonType)
            .setGameId(own.gameId())
            .setGameDate(own.day())
            .setTeam(own.team())
            .setOpponent(own.opponent())
            .setHome(own.home())
            .setComplete(complete)
            .setWin(score.win(own.team()))
            .setMargin(score.margin(own.team()))
            .setPointsAllowed((int) other.points())
            .setFinalScoreAllowed(score.against(own.team()))
            .setPossessionsAllowed(other.possessions())
            .setOvertimes(overtimes())
            .setPace(pace())
            .setDefensiveRating(rating(other))
            .setFieldGoalsMadeAllowed(sum(other, PlayerGame::getFieldGoalsMade))
            .setFieldGoalsAttemptedAllowed(sum(other, PlayerGame::getFieldGoalsAttempted))
            .setThreesMadeAllowed(sum(other, PlayerGame::getThreesMade))
            .setThreesAttemptedAllowed(sum(other, PlayerGame::getThreesAttempted))
            .setFreeThrowsMadeAllowed(sum(other, PlayerGame::getFreeThrowsMade))
            .setFreeThrowsAttemptedAllowed(sum(other, PlayerGame::getFreeThrowsAttempted))
            .setTrueShootingAllowed(trueShooting(other))
            .setEffectiveFieldGoalAllowed(effectiveFieldGoal(other))
            .setAssistsAllowed(sum(other, PlayerGame::getAssists))
            .setTurnoversForced(sum(other, PlayerGame::getTurnovers))
            .setReboundsAllowed(sum(other, PlayerGame::getRebounds))
            .setSteals(sum(own, PlayerGame::getSteals))
            .setBlocks(sum(own, PlayerGame::getBlocks));
    ZoneTally zones = shots.of(other.team());
    if (zones != null) {
      summary
          .setShotSource(shots.source())
          .setPaintAttemptsAllowed(zones.paint().attempts())
          .setPaintMakesAllowed(zones.paint().makes())
          .setMidRangeAttemptsAllowed(zones.midRange().attempts())
          .setMidRangeMakesAllowed(zones.midRange().makes())
          .setThreeAttemptsAllowed(zones.three().attempts())
          .setThreeMakesAllowed(zones.three().makes());
    }
    return summary.build();
  }

  private @Nullable Integer overtimes() {
    return complete ? Integer.valueOf(own.overtimes()) : null;
  }

  private @Nullable Double pace() {
    return ifComplete(() -> BoxScoreRates.pace(meanPossessions, own.minutes()));
  }

  private @Nullable Double rating(TeamBoxScore side) {
    return ifComplete(() -> BoxScoreRates.rating(side.points(), meanPossessions));
  }

  private @Nullable Double trueShooting(TeamBoxScore side) {
    return ifComplete(
        () ->
            BoxScoreRates.trueShooting(
                side.points(),
                side.sum(PlayerGame::getFieldGoalsAttempted),
                side.sum(PlayerGame::getFreeThrowsAttempted)));
  }

  private @Nullable Double effectiveFieldGoal(TeamBoxScore side) {
    return ifComplete(
        () ->
            BoxScoreRates.effectiveFieldGoal(
                side.sum(PlayerGame::getFieldGoalsMade),
                side.sum(PlayerGame::getThreesMade),
                side.sum(PlayerGame::getFieldGoalsAttempted)));
  }

  private @Nullable Double ifComplete(Supplier<OptionalDouble> rate) {
    return complete ? orAbsent(rate.get()) : null;
  }

  private static int sum(TeamBoxScore side, ToIntFunction<PlayerGame> figure) {
    return side.players().stream().mapToInt(figure).sum();
  }
}
