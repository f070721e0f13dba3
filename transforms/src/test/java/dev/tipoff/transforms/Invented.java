package dev.tipoff.transforms;

import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.ZoneShots;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Probability;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;
import java.util.List;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** Box scores, contexts and lines of players nobody has met. */
public final class Invented {
  public static final GameDay DAY = GameDay.parse("2031-01-10");
  public static final String GAME = "0023000500";
  public static final String NAME = "Zed Quillfeather";
  public static final PlayerKey ZED = PlayerKey.of("900001");
  public static final PlayerKey MOE = PlayerKey.of("900002");

  private Invented() {}

  /** When every game of the slate tips off: half past seven in the evening. */
  public static Instant tip(GameDay day) {
    return day.firstInstant().plus(Duration.standardMinutes(19 * 60 + 30));
  }

  /** Zed's half hour at home against Miami, in which he records nothing. */
  public static PlayerGame.Builder played(String gameId, GameDay day) {
    return PlayerGame.builder()
        .setSeason(Season.of(day).label())
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(gameId)
        .setGameDate(day)
        .setPlayerName(NAME)
        .setPlayer(ZED)
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setHome(true)
        .setStarter(null)
        .setMinutes(30)
        .setPoints(0)
        .setRebounds(0)
        .setAssists(0)
        .setSteals(0)
        .setBlocks(0)
        .setTurnovers(0)
        .setFieldGoalsMade(0)
        .setFieldGoalsAttempted(0)
        .setThreesMade(0)
        .setThreesAttempted(0)
        .setFreeThrowsMade(0)
        .setFreeThrowsAttempted(0)
        .setPlusMinus(0);
  }

  public static PlayerGame.Builder played(String gameId, String day) {
    return played(gameId, GameDay.parse(day));
  }

  /** Zed's shots against Miami by zone: attempts and makes in the paint, then further out. */
  public static ZoneShots shots(String gameId, GameDay day, int... attemptsAndMakes) {
    return ZoneShots.builder()
        .setSeason(Season.of(day).label())
        .setGameId(gameId)
        .setGameDate(day)
        .setPlayer(ZED)
        .setOpponent(TeamCode.MIA)
        .setPaintAttempts(attemptsAndMakes[0])
        .setPaintMakes(attemptsAndMakes[1])
        .setMidRangeAttempts(attemptsAndMakes[2])
        .setMidRangeMakes(attemptsAndMakes[3])
        .setThreeAttempts(attemptsAndMakes[4])
        .setThreeMakes(attemptsAndMakes[5])
        .setFieldGoalsMade(attemptsAndMakes[1] + attemptsAndMakes[3] + attemptsAndMakes[5])
        .setAssistedMakes(attemptsAndMakes[5])
        .build();
  }

  /** Zed is expected at home against Miami. */
  public static GameContext.Builder context(String gameId, GameDay day) {
    return GameContext.builder()
        .setGameDate(day)
        .setGameId(gameId)
        .setSeason(Season.of(day).label())
        .setSeasonType(SeasonType.REGULAR)
        .setPlayer(ZED)
        .setPlayerName(NAME)
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setHome(true);
  }

  /** Zed's points at a book at -110 both sides, four hours before the tip. */
  public static PropLine.Builder offer(String book, String gameId, GameDay day, double line) {
    return PropLine.builder()
        .setSource("oddsapi")
        .setGameDate(day)
        .setGameId(gameId)
        .setTipTime(tip(day))
        .setPlayer(ZED)
        .setPlayerName(NAME)
        .setMarket(Market.POINTS)
        .setBookmaker(book)
        .setLine(Line.of(line))
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(-110))
        .setMain(null)
        .setSnapshotTime(tip(day).minus(Duration.standardHours(4)));
  }

  public static PropLine offer(String book, double line, int over, int under) {
    return offer(book, GAME, DAY, line)
        .setOverOdds(AmericanOdds.of(over))
        .setUnderOdds(AmericanOdds.of(under))
        .build();
  }

  /** What offers at one line say together, at even chances. */
  public static ConsensusLine.Builder consensus(PropLine... offers) {
    PropLine first = offers[0];
    return ConsensusLine.builder()
        .setGameDate(first.getGameDate())
        .setGameId(first.getGameId())
        .setTipTime(first.getTipTime())
        .setPlayer(first.getPlayer())
        .setPlayerName(first.getPlayerName())
        .setMarket(first.getMarket())
        .setSources(first.getSource())
        .setMedian(first.getLine().getValue())
        .setMean(first.getLine().getValue())
        .setPriceAdjusted(first.getLine().getValue())
        .setLine(first.getLine())
        .setOffers(List.of(offers))
        .setBooks(offers.length)
        .setProbabilityOver(Probability.of(0.5))
        .setSnapshotTime(first.getSnapshotTime());
  }

  /**
   * A whole game in which a team concedes so much in 100 possessions, to one that meets nobody
   * else.
   */
  public static List<PlayerGame> conceded(TeamCode team, int daysBefore, int points) {
    PlayerGame.Builder row =
        played(team + "-" + daysBefore, DAY.plusDays(-daysBefore))
            .setMinutes(240)
            .setFieldGoalsAttempted(100);
    return List.of(
        row.setPlayer(PlayerKey.of("all of " + team))
            .setTeam(team)
            .setOpponent(TeamCode.LAL)
            .build(),
        row.setPlayer(PlayerKey.of("all of LAL"))
            .setTeam(TeamCode.LAL)
            .setOpponent(team)
            .setHome(false)
            .setPoints(points)
            .build());
  }
}
