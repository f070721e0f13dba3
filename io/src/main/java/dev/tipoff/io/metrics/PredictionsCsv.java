package dev.tipoff.io.metrics;

import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.odds.OverGivenNoPush;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One line a graded prediction; both chances of an over are given no push. */
public final class PredictionsCsv {
  public static final String HEADER =
      "date,game_id,player_id,player,market,system_id,kind,mean,median,sd,bookmaker,line,over_odds,"
          + "under_odds,probability_over,market_probability_over,recommendation,expected_value,"
          + "stake,outcome,actual\n";

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private PredictionsCsv() {}

  /** The line of a prediction, its line break included. */
  public static String line(GradedPrediction row) {
    StringBuilder text = new StringBuilder();
    Line line = row.getLine();
    try {
      CSV.printRecord(
          text,
          row.getGameDate(),
          row.getGameId(),
          row.getPlayer(),
          row.getPlayerName(),
          row.getMarket().id(),
          row.getSystemId(),
          row.getKind().id(),
          number(row.getMean()),
          number(row.getMedian()),
          number(row.getSd()),
          row.getBookmaker(),
          line == null ? "" : number(line.getValue()),
          row.getOverOdds() == null ? "" : row.getOverOdds().getValue(),
          row.getUnderOdds() == null ? "" : row.getUnderOdds().getValue(),
          number(OverGivenNoPush.of(row.getProbabilityOver(), row.getProbabilityPush())),
          number(row.getMarketProbabilityOver()),
          row.getRecommendation().name().toLowerCase(Locale.ROOT),
          number(row.getExpectedValue()),
          number(row.getStake()),
          row.getOutcome().name().toLowerCase(Locale.ROOT),
          row.getActual() == null ? "" : row.getActual());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Where the line stands in the file. */
  public static String order(GradedPrediction row) {
    return String.join(
        "|",
        row.getGameDate().toString(),
        row.getGameId(),
        row.getPlayer().getId(),
        row.getMarket().id(),
        row.getSystemId());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.valueOf(Math.rint(value * 1e6) / 1e6);
  }
}
