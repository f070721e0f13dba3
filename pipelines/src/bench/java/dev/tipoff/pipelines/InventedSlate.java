package dev.tipoff.pipelines;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.prediction.PredictionRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A slate of one night on which all teams play, with what there is to know of each player: rows that
 * are good to be read and no more than that.
 */
final class InventedSlate {
  /** The night. */
  static final GameDay DAY = GameDay.parse("2031-02-10");

  /** Players of a full slate. */
  static final int MOST_PLAYERS = 450;

  private static final int GAMES = 15;
  private static final int PLAYERS_OF_TEAM = MOST_PLAYERS / (2 * GAMES);
  private static final int EARLIER_GAMES = 40;
  private static final String SEASON = Season.of(DAY).label();

  private final Random random = new Random(7);
  private final List<GameContext> contexts = new ArrayList<>();
  private final List<FeatureVector> features = new ArrayList<>();
  private final List<PlayerGame> games = new ArrayList<>();
  private final List<PredictionRequest> requests = new ArrayList<>();

  private InventedSlate(int players) {
    List<TeamCode> teams = List.of(TeamCode.values()).subList(0, 2 * GAMES);
    for (int i = 0; i < players; i++) {
      int team = i / PLAYERS_OF_TEAM;
      player(
          PlayerKey.of(String.valueOf(1000 + i)),
          "g" + team / 2,
          teams.get(team),
          teams.get(team % 2 == 0 ? team + 1 : team - 1),
          team % 2 == 0);
    }
  }

  /**
   * A slate of so many players, the same each time.
   *
   * @throws IllegalArgumentException if there are more than on a full one
   */
  static InventedSlate of(int players) {
    Preconditions.checkArgument(
        players > 0 && players <= MOST_PLAYERS, "a slate of %s players", players);
    return new InventedSlate(players);
  }

  List<GameContext> contexts() {
    return contexts;
  }

  List<FeatureVector> features() {
    return features;
  }

  /** Earlier games of the players. */
  List<PlayerGame> games() {
    return games;
  }

  /** Every player in every market. */
  List<PredictionRequest> requests() {
    return requests;
  }

  private void player(
      PlayerKey player, String game, TeamCode team, TeamCode opponent, boolean home) {
    GameContext context =
        GameContext.builder()
            .setGameDate(DAY)
            .setGameId(game)
            .setSeason(SEASON)
            .setSeasonType(SeasonType.REGULAR)
            .setPlayer(player)
            .setPlayerName("Player " + player)
            .setTeam(team)
            .setOpponent(opponent)
            .setHome(home)
            .build();
    contexts.add(context);
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      double least = feature.definition().min();
      double most = Math.min(feature.definition().max(), least + 40);
      values.put(feature, least + random.nextDouble() * (most - least));
    }
    features.add(FeatureVector.of(DAY, game, player, values));
    for (int i = 1; i <= EARLIER_GAMES; i++) {
      games.add(earlier(context, DAY.plusDays(-2L * i)));
    }
    for (Market market : Market.values()) {
      requests.add(PredictionRequest.of(context, market));
    }
  }

  private PlayerGame earlier(GameContext context, GameDay day) {
    return PlayerGame.builder()
        .setSeason(SEASON)
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(context.getGameId() + day)
        .setGameDate(day)
        .setPlayer(context.getPlayer())
        .setPlayerName(context.getPlayerName())
        .setTeam(context.getTeam())
        .setOpponent(context.getOpponent())
        .setHome(context.getHome())
        .setStarter(random.nextBoolean())
        .setMinutes(10 + random.nextInt(28))
        .setPoints(random.nextInt(35))
        .setRebounds(random.nextInt(12))
        .setAssists(random.nextInt(10))
        .setSteals(random.nextInt(3))
        .setBlocks(random.nextInt(3))
        .setTurnovers(random.nextInt(5))
        .setFieldGoalsMade(random.nextInt(8))
        .setFieldGoalsAttempted(8 + random.nextInt(8))
        .setThreesMade(random.nextInt(4))
        .setThreesAttempted(4 + random.nextInt(4))
        .setFreeThrowsMade(random.nextInt(5))
        .setFreeThrowsAttempted(5)
        .setPlusMinus(random.nextInt(20) - 10)
        .build();
  }
}
