package dev.tipoff.io.metrics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.google.common.base.Splitter;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.joda.time.Instant;
import org.junit.Test;

public class PredictionsCsvTest {
  static GradedPrediction.Builder graded() {
    return GradedPrediction.builder()
        .setGameDate(GameDay.parse("2031-01-10"))
        .setGameId("0033000001")
        .setSeason("2030-31")
        .setSystemId("moving_average")
        .setKind(SystemKind.MARKET_AWARE)
        .setPlayer(PlayerKey.of("900001"))
        .setPlayerName("Zed Quillfeather")
        .setMarket(Market.PRA)
        .setAsOf(Instant.parse("2031-01-10T22:15:00Z"))
        .setAvailability("report")
        .setMean(23.12345678)
        .setMedian(23)
        .setSd(6.5)
        .setLow50(21.75)
        .setHigh50(25.25)
        .setLow80(19.0)
        .setHigh80(25.0)
        .setLow90(18.0)
        .setHigh90(30.0)
        .setSources("inventedfeed")
        .setConsensusMedian(22.25)
        .setMarketMean(22.5)
        .setMarketPriceAdjusted(23.0)
        .setLine(Line.of(22.5))
        .setBookmaker("alphabook")
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(105))
        .setProbabilityOver(0.571)
        .setProbabilityPush(0.0)
        .setMarketProbabilityOver(2.0 / 3)
        .setRecommendation(Recommendation.OVER)
        .setExpectedValue(0.0901)
        .setStake(0.0248)
        .setOutcome(Outcome.WIN)
        .setActual(30)
        .setError(-6.75)
        .setProfit(0.909)
        .setEvaluated(true);
  }

  static GradedPrediction.Builder withoutLine() {
    return graded()
        .setSources("")
        .setConsensusMedian(null)
        .setMarketMean(null)
        .setMarketPriceAdjusted(null)
        .setLine(null)
        .setBookmaker("")
        .setOverOdds(null)
        .setUnderOdds(null)
        .setProbabilityOver(null)
        .setProbabilityPush(null)
        .setMarketProbabilityOver(null)
        .setRecommendation(Recommendation.NO_LINE)
        .setExpectedValue(null)
        .setStake(null)
        .setOutcome(Outcome.NO_LINE)
        .setError(null)
        .setProfit(null);
  }

  @Test
  public void writesEveryValueRoundedToSixPlaces() {
    assertThat(
        PredictionsCsv.line(graded().build()),
        is(
            "2031-01-10,0033000001,900001,Zed Quillfeather,pra,moving_average,market_aware,"
                + "23.123457,23.0,6.5,alphabook,22.5,-110,105,0.571,0.666667,over,0.0901,0.0248,"
                + "win,30\n"));
  }

  /** As the market's beside it, which the file has without a chance of a push too. */
  @Test
  public void theChanceOfAnOverIsGivenNoPush() {
    GradedPrediction whole =
        graded().setLine(Line.of(22)).setProbabilityOver(0.48).setProbabilityPush(0.04).build();
    assertThat(PredictionsCsv.line(whole), containsString(",22.0,-110,105,0.5,0.666667,"));
  }

  @Test
  public void leavesAbsentValuesEmpty() {
    assertThat(
        PredictionsCsv.line(withoutLine().setActual(null).build()),
        is(
            "2031-01-10,0033000001,900001,Zed Quillfeather,pra,moving_average,market_aware,"
                + "23.123457,23.0,6.5,,,,,,,no_line,,,no_line,\n"));
  }

  @Test
  public void quotesWhatACommaOrAQuoteWouldBreak() throws IOException {
    GradedPrediction row =
        graded().setPlayerName("Marchbanks, Ulf \"The Door\"").setOutcome(Outcome.NO_BET).build();
    String line = PredictionsCsv.line(row);
    assertThat(
        line.substring(0, 65),
        is("2031-01-10,0033000001,900001,\"Marchbanks, Ulf \"\"The Door\"\"\",pra,m"));
    CSVRecord cells =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(PredictionsCsv.HEADER + line))
            .iterator()
            .next();
    assertThat(cells.isConsistent(), is(true));
    assertThat(cells.get("player"), is("Marchbanks, Ulf \"The Door\""));
    assertThat(cells.get("outcome"), is("no_bet"));
    assertThat(cells.get("actual"), is("30"));
  }

  @Test
  public void theHeaderNamesEveryCell() {
    Splitter comma = Splitter.on(',');
    assertThat(
        comma.splitToList(PredictionsCsv.HEADER).size(),
        is(comma.splitToList(PredictionsCsv.line(graded().build())).size()));
    assertThat(
        PredictionsCsv.HEADER,
        is(
            "date,game_id,player_id,player,market,system_id,kind,mean,median,sd,bookmaker,line,"
                + "over_odds,under_odds,probability_over,market_probability_over,recommendation,"
                + "expected_value,stake,outcome,actual\n"));
  }

  @Test
  public void linesAreInOrderOfDayGamePlayerMarketAndSystem() {
    List<GradedPrediction> inOrder =
        List.of(
            graded().setMarket(Market.ASSISTS).build(),
            graded().setMarket(Market.POINTS).setSystemId("alpha").build(),
            graded().setMarket(Market.POINTS).setSystemId("beta").build(),
            graded().setPlayer(PlayerKey.of("900002")).build(),
            graded().setGameId("0033000002").setPlayer(PlayerKey.of("1")).build(),
            graded().setGameDate(GameDay.parse("2031-02-01")).setGameId("0").build());
    assertThat(
        Stream.of(5, 3, 1, 0, 4, 2)
            .map(inOrder::get)
            .sorted(Comparator.comparing(PredictionsCsv::order))
            .toList(),
        is(inOrder));
  }
}
