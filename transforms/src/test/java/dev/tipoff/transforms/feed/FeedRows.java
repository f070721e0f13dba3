package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.joda.time.Instant;

/** Rows of invented sources' words for tests. */
final class FeedRows {
  static final GameDay DAY = GameDay.parse("2031-01-10");
  static final Instant RECEIVED = Instant.parse("2031-01-11T09:00:00Z");

  private FeedRows() {}

  /** A final game, Miami at Boston, as the league's scoreboard has it. */
  static FeedGame.Builder game(String source) {
    return FeedGame.builder()
        .setSource(source)
        .setFiledDate(DAY)
        .setEventId(source.startsWith("nbac_") ? "0023000500" : "e1")
        .setGameId(source.startsWith("nbac_") ? "0023000500" : "")
        .setGameDate(DAY)
        .setSeasonType(SeasonType.REGULAR)
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setTipTime(Instant.parse("2031-01-11T00:30:00Z"))
        .setStatus(GameStatus.FINAL)
        .setHomePoints(110)
        .setAwayPoints(101)
        .setReceivedTime(RECEIVED);
  }

  /** Twenty points of somebody of Boston. */
  static FeedPlayerGame.Builder played(String source, String id, String name) {
    return absent(source, id, name)
        .setAppearance(Appearance.PLAYED)
        .setReason(null)
        .setMinutes(30.5)
        .setFieldGoalsMade(8)
        .setFieldGoalsAttempted(15)
        .setThreesMade(2)
        .setThreesAttempted(5)
        .setFreeThrowsMade(2)
        .setFreeThrowsAttempted(2)
        .setRebounds(6)
        .setAssists(5)
        .setSteals(1)
        .setBlocks(0)
        .setTurnovers(3)
        .setPoints(20);
  }

  static FeedPlayerGame.Builder absent(String source, String id, String name) {
    return FeedPlayerGame.builder()
        .setSource(source)
        .setFiledDate(DAY)
        .setEventId("0023000500")
        .setGameId("")
        .setGameDate(DAY)
        .setPlayerId(id)
        .setPlayerName(name)
        .setTeam(TeamCode.BOS)
        .setGameStatus(GameStatus.FINAL)
        .setAppearance(Appearance.INACTIVE)
        .setReason("Left knee")
        .setReceivedTime(RECEIVED);
  }
}
