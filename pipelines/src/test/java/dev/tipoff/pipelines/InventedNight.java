package dev.tipoff.pipelines;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.PropLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.time.Instant;

/** What phase 5 reads of one night with so many players, thirty a game, four lines a player. */
record InventedNight(int players) {
  static final GameDay DAY = GameDay.parse("2031-01-10");
  static final Instant LINES_SEEN = Instant.parse("2031-01-10T20:00:00Z");
  static final Instant AS_OF = Instant.parse("2031-01-10T22:00:00Z");
  static final Instant TIP = Instant.parse("2031-01-11T00:30:00Z");

  private static final String SEASON = "2030-31";
  private static final int PLAYERS_OF_GAME = 30;
  private static final int EARLIER_GAMES = 4;

  private static PlayerKey player(int i) {
    return PlayerKey.of(Integer.toString(900_000 + i));
  }

  private static String name(int i) {
    return "Zed Quillfeather " + i;
  }

  private static String game(int i) {
    return "00330" + i / PLAYERS_OF_GAME;
  }

  private static TeamCode team(int i, boolean own) {
    int first = i / PLAYERS_OF_GAME * 2;
    return TeamCode.values()[first + (i % 2 == 0 == own ? 0 : 1)];
  }

  private IntStream all() {
    return IntStream.range(0, players);
  }

  List<GameContext> contexts() {
    return all()
        .mapToObj(
            i ->
                GameContext.builder()
                    .setGameDate(DAY)
                    .setGameId(game(i))
                    .setSeason(SEASON)
                    .setSeasonType(SeasonType.REGULAR)
                    .setPlayer(player(i))
                    .setPlayerName(name(i))
                    .setTeam(team(i, true))
                    .setOpponent(team(i, false))
                    .setHome(i % 2 == 0)
                    .build())
        .toList();
  }

  /** Every feature at a third of its range. */
  List<FeatureVector> features() {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      values.put(
          feature,
          feature.definition().min()
              + (feature.definition().max() - feature.definition().min()) / 3);
    }
    return all().mapToObj(i -> FeatureVector.of(DAY, game(i), player(i), values)).toList();
  }

  List<PropLine> lines() {
    return all()
        .boxed()
        .flatMap(i -> Stream.of(Market.values()).map(market -> line(i, market)))
        .toList();
  }

  private static PropLine line(int i, Market market) {
    return PropLine.builder()
        .setSource("inventedfeed")
        .setGameDate(DAY)
        .setGameId(game(i))
        .setTipTime(TIP)
        .setPlayer(player(i))
        .setPlayerName(name(i))
        .setMarket(market)
        .setBookmaker("alphabook")
        .setLine(Line.of(10.5))
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(-110))
        .setMain(true)
        .setSnapshotTime(LINES_SEEN)
        .build();
  }

  /** A few earlier games of everybody. */
  List<PlayerGame> games() {
    List<PlayerGame> games = new ArrayList<>();
    for (int ago = 1; ago <= EARLIER_GAMES; ago++) {
      GameDay day = DAY.plusDays(-2 * ago);
      all().forEach(i -> games.add(boxScore(i, day)));
    }
    return games;
  }

  private static PlayerGame boxScore(int i, GameDay day) {
    return PlayerGame.builder()
        .setSeason(SEASON)
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(game(i) + day.toString().replace("-", ""))
        .setGameDate(day)
        .setPlayerName(name(i))
        .setPlayer(player(i))
        .setTeam(team(i, true))
        .setOpponent(team(i, false))
        .setHome(i % 2 == 0)
        .setStarter(true)
        .setMinutes(30)
        .setPoints(10 + i % 20)
        .setRebounds(i % 12)
        .setAssists(i % 9)
        .setSteals(1)
        .setBlocks(0)
        .setTurnovers(2)
        .setFieldGoalsMade(5)
        .setFieldGoalsAttempted(11)
        .setThreesMade(0)
        .setThreesAttempted(2)
        .setFreeThrowsMade(0)
        .setFreeThrowsAttempted(1)
        .setPlusMinus(3)
        .build();
  }
}
