package dev.tipoff.io.terminal;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Probability;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.Wager;
import dev.tipoff.transforms.prediction.InventedPrediction;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.time.Instant;

/** Invented players and lines. */
final class InventedSlate {
  static final GameDay DAY = GameDay.parse("2025-01-10");
  private static final List<String> FIRST =
      List.of("Luka", "Nikola", "Jaylen", "Dennis", "Bogdan", "Tyrese", "Alperen", "Kristaps");
  private static final List<String> LAST =
      List.of("Dončić-Vuk", "O'Neal", "Brown", "Schröder", "Şengün", "Haliburton-Montgomery");
  private static final List<String> BOOKS = List.of("draftkings", "fanduel", "williamhill_us");

  private InventedSlate() {}

  /** A bet on the over of 25.5 points, seven points in a hundred likelier than to the market. */
  static Prediction.Builder bet() {
    return of(InventedPrediction.bet())
        .setConsensusMedian(25.5)
        .setLine(Line.of(25.5))
        .setBookmaker("draftkings")
        .setUnderOdds(AmericanOdds.of(-115));
  }

  static Prediction.Builder withoutLine() {
    return of(InventedPrediction.withoutLine());
  }

  private static Prediction.Builder of(Prediction.Builder prediction) {
    return prediction
        .setGameDate(DAY)
        .setSystemId("ensemble_market_aware")
        .setKind(SystemKind.MARKET_AWARE)
        .setPlayer(PlayerKey.of("1"))
        .setPlayerName("Ann Example")
        .setTeam(TeamCode.LAL)
        .setOpponent(TeamCode.BOS);
  }

  /** A slate of ten to a team, in all markets, by two systems and perhaps a baseline. */
  static List<Prediction> slate(int players, boolean baseline) {
    Random random = new Random(7);
    List<Prediction> rows = new ArrayList<>();
    for (int player = 0; player < players; player++) {
      for (Market market : Market.values()) {
        prop(rows, random, player, market, baseline);
      }
    }
    return rows;
  }

  private static void prop(
      List<Prediction> rows, Random random, int player, Market market, boolean baseline) {
    double mean = (market == Market.POINTS ? 12 : market == Market.PRA ? 24 : 4) + player % 13;
    boolean line = player % 9 != 8 && (market != Market.PRA || player % 3 == 0);
    double market50 = 0.45 + 0.1 * random.nextDouble();
    for (String system : List.of("ensemble_market_aware", "moving_average", "season_mean")) {
      boolean point = system.equals("season_mean");
      if (point && !baseline) {
        continue;
      }
      int team = player / 10;
      boolean home = team % 2 == 0;
      Prediction.Builder row =
          withoutLine()
              .setGameId("00224005" + (30 + team / 2))
              .setSystemId(system)
              .setKind(kind(system))
              .setPlayer(PlayerKey.of("p" + player))
              .setPlayerName(
                  FIRST.get(player % FIRST.size())
                      + " "
                      + LAST.get(player / 3 % LAST.size())
                      + (player > 40 ? " Jr." : ""))
              .setTeam(TeamCode.values()[team])
              .setOpponent(TeamCode.values()[home ? team + 1 : team - 1])
              .setHome(home)
              .setMarket(market)
              .setMean(mean + random.nextGaussian());
      rows.add(line ? priced(row, random, mean, market50, player, team, point) : row.build());
    }
  }

  private static SystemKind kind(String system) {
    return switch (system) {
      case "season_mean" -> SystemKind.BASELINE;
      case "moving_average" -> SystemKind.BLIND;
      default -> SystemKind.MARKET_AWARE;
    };
  }

  private static Prediction priced(
      Prediction.Builder row,
      Random random,
      double mean,
      double market,
      int player,
      int team,
      boolean point) {
    double line = player % 4 == 0 ? Math.rint(mean) : Math.floor(mean) + 0.5;
    int book = point ? 0 : random.nextInt(BOOKS.size());
    int overPrice = -104 - 4 * book - player % 5;
    int underPrice = player % 5 == 0 ? 102 : -112;
    row.setLine(Line.of(line))
        .setTipTime(Instant.parse("2025-01-11T00:00:00Z").plus(1_800_000L * (team / 4)))
        .setRecommendation(Recommendation.PASS)
        .setSources("oddsapi")
        .setBookmaker(BOOKS.get(book))
        .setOverOdds(AmericanOdds.of(overPrice))
        .setUnderOdds(AmericanOdds.of(underPrice))
        .setMarketProbabilityOver(market);
    if (point) {
      return row.build();
    }
    double push = line == Math.rint(line) ? 0.08 : 0;
    double over = (market + 0.025 * random.nextGaussian()) * (1 - push);
    boolean side = over / (1 - push) > market;
    Wager wager =
        new Wager(
            AmericanOdds.of(side ? overPrice : underPrice).toDecimal(),
            Probability.of(side ? over : 1 - push - over),
            Probability.of(push));
    boolean bet = wager.expectedValue() > 0.03;
    return row.setProbabilityOver(over)
        .setProbabilityPush(push)
        .setExpectedValue(wager.expectedValue())
        .setStake(bet ? wager.stake() : 0)
        .setRecommendation(
            bet ? side ? Recommendation.OVER : Recommendation.UNDER : Recommendation.PASS)
        .build();
  }
}
