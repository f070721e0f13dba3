package dev.tipoff.pipelines.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tipoff.io.terminal.Terminal;
import dev.tipoff.pipelines.launch.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class MetricsTableTest {
  private static final String METRICS =
      """
      {
        "rows": [ {
          "id": "form", "kind": "blind", "market": "points", "population": "all",
          "season": "2030-31", "n": 9955, "mae": 4.7721, "mae_mean": 4.79, "bias": -0.142,
          "coverage_80": 0.7712
        }, {
          "id": "form", "kind": "blind", "market": "points", "population": "lined",
          "source": "feed", "season": "2030-31", "n": 5119, "mae": 5.3461, "mae_mean": 5.336,
          "bias": -0.186, "coverage_80": 0.7788,
          "vs_line": 0.169, "vs_line_low": 0.115, "vs_line_high": 0.223,
          "log_loss": 0.71591, "calibration_error": 0.0821, "calibration_band": 0.0248,
          "bets": 3597, "hit_rate": 0.5093,
          "roi": -0.0243, "roi_low": -0.0505, "roi_high": 0.0019
        }, {
          "id": "last", "kind": "baseline", "market": "points", "population": "lined",
          "source": "feed", "season": "2030-31", "n": 12, "mae": 7.07, "mae_mean": 7.07,
          "bias": 0.125, "vs_line": -1.8
        }, {
          "id": "form", "kind": "blind", "market": "assists", "population": "all",
          "season": "2030-31", "n": 7, "mae": 1, "mae_mean": 1, "bias": 0
        } ],
        "excluded": { "void": 1500 }
      }
      """;

  private static String printed(String metrics) throws IOException {
    return printed(metrics, Terminal.plain());
  }

  private static String printed(String metrics, Terminal terminal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(out, true, UTF_8)) {
      MetricsTable.print(
          new ObjectMapper().readTree(metrics),
          new Report(stream, stream, terminal),
          Set.of("points"));
    }
    return out.toString(UTF_8);
  }

  @Test
  public void linedRowsAreHeldAgainstTheMarket() throws IOException {
    assertThat(
        printed(METRICS),
        is(
            """

            points, all, 2030-31                                 n     mae mae_mean    bias in 80 %
              form (blind)                                   9,955   4.772    4.790  -0.142    77.1

            points, lined by feed, 2030-31                       n     mae mae_mean    bias in 80 %      mae vs line log loss  calib. (band)   bets  hit %         roi %
              form (blind)                                   5,119   5.346    5.336  -0.186    77.9 +0.169 +/- 0.054   0.7159  0.082 (0.025)   3597   50.9  -2.4 +/- 2.6
              last (baseline)                                   12   7.070    7.070  +0.125                   -1.800

            in 80 %: outcomes that the middle 80 % of the forecast held. vs line: less the books' median line's.
            +/-: half of a 95 % interval, by day. band: what right chances stay below 95 times in 100.

            left out:
                  1,500  void
            """));
  }

  @Test
  public void whatDoesNotFitBesideEachOtherStandsBelow() throws IOException {
    String narrow = printed(METRICS, Terminal.of(Map.of("COLUMNS", "80"), false));
    assertThat(
        narrow,
        containsString(
            """

            points, lined by feed, 2030-31
                                     n     mae mae_mean    bias in 80 %      mae vs line
              form (blind)       5,119   5.346    5.336  -0.186    77.9 +0.169 +/- 0.054
              last (baseline)       12   7.070    7.070  +0.125                   -1.800
                              log loss  calib. (band)   bets  hit %         roi %
              form (blind)      0.7159  0.082 (0.025)   3597   50.9  -2.4 +/- 2.6
              last (baseline)

            in 80 %\
            """));
  }

  @Test
  public void coloursRepeatWhatTheIntervalsSay() throws IOException {
    String coloured = printed(METRICS, Terminal.of(Map.of(), true));
    assertThat(coloured, containsString("\u001b[31m +0.169 +/- 0.054\u001b[0m"));
    assertThat(coloured, containsString("   50.9  -2.4 +/- 2.6\n"));
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""), is(printed(METRICS)));
    assertThat(
        printed(against(-0.041, -0.002), Terminal.of(Map.of(), true)),
        containsString("\u001b[33mSUSPICIOUS\u001b[0m: form beats"));
  }

  @Test
  public void aLongTitleMovesNoColumn() throws IOException {
    String feeds = "a_feed_of_a_name_as_long_as_feeds_have+another";
    String[] lines = printed(METRICS.replace("\"feed\"", "\"" + feeds + "\"")).split("\n");
    int head = lines[4].indexOf(" mae ");
    assertThat(lines[4], lines[5].indexOf(" 5.346"), is(head - 2));
  }

  private static String against(double line, double high) {
    return METRICS
        .replace("\"vs_line\": 0.169", "\"vs_line\": " + line)
        .replace("\"vs_line_high\": 0.223", "\"vs_line_high\": " + high);
  }

  @Test
  public void aGainThatIsTooGoodIsNotLeftUnsaid() throws IOException {
    assertThat(
        printed(against(-0.041, -0.002)),
        containsString(
            "SUSPICIOUS: form beats the median line of points, lined by feed, 2030-31 by 0.041."));
    assertThat(printed(against(-0.041, 0.002)), not(containsString("SUSPICIOUS")));
    assertThat(printed(against(-0.029, -0.002)), not(containsString("SUSPICIOUS")));
  }
}
