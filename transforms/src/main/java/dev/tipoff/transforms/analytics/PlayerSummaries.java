package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.boxscore.BoxScoreRates;
import dev.tipoff.transforms.boxscore.TeamBoxScore;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Makes the rows of players: see {@link PlayerGameSummary}. */
final class PlayerSummaries {
  private PlayerSummaries() {}

  /** Of one who played. */
  static PlayerGameSummary played(
      PlayerGame row, TeamBoxScore team, @Nullable Boolean win, GameShots shots) {
    PlayerGameSummary.Builder summary =
        PlayerGameSummary.builder()
            .setSeason(row.getSeason())
            .setSeasonType(row.getSeasonType())
            .setGameId(row.getGameId())
            .setGameDate(row.getGameDate())
            .setPlayer(row.getPlayer())
            .setPlayerName(row.getPlayerName())
            .setTeam(row.getTeam())
            .setOpponent(row.getOpponent())
            .setHome(row.getHome())
            .setPlayed(true)
            .setWin(win)
            .setMinutes(row.getMinutes())
            .setStarter(row.getStarter())
            .setPoints(row.getPoints())
            .setRebounds(row.getRebounds())
            .setAssists(row.getAssists())
            .setSteals(row.getSteals())
            .setBlocks(row.getBlocks())
            .setTurnovers(row.getTurnovers())
            .setFieldGoalsMade(row.getFieldGoalsMade())
            .setFieldGoalsAttempted(row.getFieldGoalsAttempted())
            .setThreesMade(row.getThreesMade())
            .setThreesAttempted(row.getThreesAttempted())
            .setFreeThrowsMade(row.getFreeThrowsMade())
            .setFreeThrowsAttempted(row.getFreeThrowsAttempted())
            .setPlusMinus(row.getPlusMinus())
            .setUsageRate(orAbsent(BoxScoreRates.usage(row, team)))
            .setTrueShooting(
                orAbsent(
                    BoxScoreRates.trueShooting(
                        row.getPoints(),
                        row.getFieldGoalsAttempted(),
                        row.getFreeThrowsAttempted())))
            .setEffectiveFieldGoal(
                orAbsent(
                    BoxScoreRates.effectiveFieldGoal(
                        row.getFieldGoalsMade(),
                        row.getThreesMade(),
                        row.getFieldGoalsAttempted())));
    ZoneTally zones = shots.of(row.getPlayer());
    if (zones != null) {
      summary
          .setShotSource(shots.source())
          .setPaintAttempts(zones.paint().attempts())
          .setPaintMakes(zones.paint().makes())
          .setMidRangeAttempts(zones.midRange().attempts())
          .setMidRangeMakes(zones.midRange().makes())
          .setThreeAttempts(zones.three().attempts())
          .setThreeMakes(zones.three().makes())
          .setAssistedMakes(zones.assistedMakes());
    }
    return summary.build();
  }

  /** Of one who was listed and did not play. */
  static PlayerGameSummary absent(PlayerDnp row, @Nullable Boolean win) {
    return PlayerGameSummary.builder()
        .setSeason(row.getSeason())
        .setSeasonType(row.getSeasonType())
        .setGameId(row.getGameId())
        .setGameDate(row.getGameDate())
        .setPlayer(row.getPlayer())
        .setPlayerName(row.getPlayerName())
        .setTeam(row.getTeam())
        .setOpponent(row.getOpponent())
        .setHome(row.getHome())
        .setPlayed(false)
        .setWin(win)
        .setReason(row.getComment().isEmpty() ? null : row.getComment())
        .build();
  }

  static @Nullable Double orAbsent(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}
