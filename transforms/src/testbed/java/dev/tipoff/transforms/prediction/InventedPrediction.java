package dev.tipoff.transforms.prediction;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.systems.SystemKind;
import org.joda.time.Instant;

/** A prediction of a player nobody has met, for a test to change in what it is about. */
public final class InventedPrediction {
  private InventedPrediction() {}

  /** Zed's 24 points at home against Miami, without a line. */
  public static Prediction.Builder withoutLine() {
    return Prediction.builder()
        .setGameDate(GameDay.parse("2031-01-10"))
        .setGameId("0033000001")
        .setSystemId("moving_average")
        .setKind(SystemKind.BLIND)
        .setPlayer(PlayerKey.of("900001"))
        .setPlayerName("Zed Quillfeather")
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setHome(true)
        .setMarket(Market.POINTS)
        .setAsOf(Instant.parse("2031-01-10T22:15:00Z"))
        .setAvailability("unknown")
        .setMean(24)
        .setMedian(24)
        .setSd(6)
        .setRecommendation(Recommendation.NO_LINE)
        .setSources("")
        .setBookmaker("")
        .setGames(20)
        .setFeaturesHash(7)
        .setQualityScore(80)
        .setQualityFlags("")
        .setEvaluated(true);
  }

  /** The same beside a line of 22.5 at -110 on both sides, as a bet on the over. */
  public static Prediction.Builder bet() {
    return withoutLine()
        .setRecommendation(Recommendation.OVER)
        .setSources("oddsapi")
        .setConsensusMedian(22.5)
        .setLine(Line.of(22.5))
        .setBookmaker("alphabook")
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(-110))
        .setSnapshotTime(Instant.parse("2031-01-10T22:00:00Z"))
        .setBooks(3)
        .setProbabilityOver(0.571)
        .setProbabilityPush(0.0)
        .setMarketProbabilityOver(0.502)
        .setExpectedValue(0.0901)
        .setStake(0.0248);
  }
}
