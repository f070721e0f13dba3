package dev.tipoff.io.metrics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.util.List;
import org.junit.Test;

public class MetricsCsvTest {
  private static List<String> linesOf(String metrics) throws JsonProcessingException {
    return MetricsCsv.of(new ObjectMapper().readTree(metrics)).lines().toList();
  }

  @Test
  public void aFigureStandsUnderItsNameAndWhatIsAbsentIsEmpty() throws JsonProcessingException {
    List<String> lines =
        linesOf(
            """
            {"rows": [
              {"id": "form", "kind": "blind", "market": "points", "population": "lined",
               "source": "feed", "season": "2030-31", "n": 12, "mae": 4.5, "bias": -0.25,
               "vs_line": 0.2, "vs_line_low": 0.1, "vs_line_high": 0.3,
               "reliability": [{"n": 12}], "bets": 3, "roi": -1.0},
              {"id": "last", "kind": "baseline", "market": "points", "population": "all",
               "season": "2030-31", "n": 1, "mae": 2}],
             "excluded": {"void": 3}}
            """);
    Splitter comma = Splitter.on(',');
    List<String> header = comma.splitToList(lines.get(0));
    List<String> form = comma.splitToList(lines.get(1));
    assertThat(lines.get(0), startsWith("id,kind,market,population,source,season,n,mae,mae_mean,"));
    assertThat(
        List.of("source", "n", "mae", "bias", "vs_line", "vs_line_low", "vs_line_high", "bets")
            .stream()
            .map(name -> form.get(header.indexOf(name)))
            .toList(),
        is(List.of("feed", "12", "4.5", "-0.25", "0.2", "0.1", "0.3", "3")));
    assertThat(form.get(header.indexOf("roi")), is("-1.0"));
    assertThat(lines.get(2), startsWith("last,baseline,points,all,,2030-31,1,2,,,"));
    assertThat(lines.size(), is(3));
  }

  /** Whatever figure docs/metrics.md knows has a column, with its interval. */
  @Test
  public void withoutRowsThereIsTheHeaderOfAllFigures() throws JsonProcessingException {
    assertThat(
        linesOf("{\"rows\": []}"),
        is(
            List.of(
                "id,kind,market,population,source,season,n,mae,mae_mean,rmse,bias,coverage_50,"
                    + "coverage_80,coverage_90,vs_line,vs_line_low,vs_line_high,vs_market_mean,"
                    + "vs_market_mean_low,vs_market_mean_high,vs_price_adjusted,"
                    + "vs_price_adjusted_low,vs_price_adjusted_high,brier,log_loss,market_brier,"
                    + "market_log_loss,vs_market_log_loss,vs_market_log_loss_low,"
                    + "vs_market_log_loss_high,calibration_error,calibration_band,bets,hit_rate,"
                    + "hit_rate_low,hit_rate_high,roi,roi_low,roi_high,clv,clv_low,clv_high")));
  }
}
