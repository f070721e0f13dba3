package dev.tipoff.io.site;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.joda.time.Instant;
import org.junit.Test;

public class SlatePageTest {
  private static String page(Prediction... predictions) {
    return SlatePage.render(InventedSlate.DAY, List.of(predictions), List.of(), List.of());
  }

  private static String results(GradedPrediction... graded) {
    return SlatePage.render(InventedSlate.DAY, List.of(), List.of(graded), List.of());
  }

  /** The first table row that holds a text. */
  private static String row(String page, String text) {
    return page.lines()
        .filter(line -> line.startsWith("<tr data-m=") && line.contains(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void showsABetAsACard() {
    String page = page(InventedSlate.bet().build());

    assertThat(
        page,
        containsString(
            """
            <h3>Ann Example</h3>
            <p class="where">LAL vs BOS <span class="tip">7:30 PM ET</span></p>
            <p class="wager"><b class="side over">Over 25.5</b> points</p>
            <p class="price"><b>\u2212110</b> draftkings</p>
            <p class="ev">EV <b>+9.0%</b></p>
            """));
    assertThat(page, containsString("<dt>Ours</dt><dd>57.1%</dd>"));
    assertThat(page, containsString("<dt>Market</dt><dd>50.2%</dd>"));
    assertThat(page, containsString("Stake <b>2.5%</b> of bankroll"));
    assertThat(page, containsString("aria-label=\"Our chance 57.1%, the market&#39;s 50.2%\""));
  }

  @Test
  public void showsWhatABetRestsOn() {
    String page =
        page(
            InventedSlate.bet()
                .setReasons("base +11.20; minutes_projection +3.10; opponent_pace -0.40")
                .build());
    assertThat(
        page,
        containsString("Why: base +11.20, minutes projection +3.10, opponent pace -0.40</p>"));
    assertThat(page(InventedSlate.bet().build()), not(containsString("Why:")));
  }

  @Test
  public void showsAPredictionAsARow() {
    assertThat(
        row(page(InventedSlate.bet().build()), "Ann"),
        is(
            "<tr data-m=\"points\" data-s=\"0\" data-b=\"0\"><th scope=\"row\">Ann Example"
                + " <small>LAL vs BOS</small></th><td>PTS</td><td class=\"n\">25.5</td>"
                + "<td class=\"of\">draftkings <i>\u2212110 / \u2212115</i></td>"
                + "<td class=\"n\">50.2%</td><td class=\"n s0 a\">27.2</td>"
                + "<td class=\"n s0\">57.1%</td><td class=\"n s0 up\">+6.9</td>"
                + "<td class=\"n s0\">+9.0%</td>"
                + "<td class=\"s0\"><b class=\"side over\">Over</b> \u2212110</td></tr>"));
  }

  @Test
  public void turnsTheChancesOfAnUnderRound() {
    String page =
        page(
            InventedSlate.bet()
                .setRecommendation(Recommendation.UNDER)
                .setProbabilityOver(0.4)
                .setMarketProbabilityOver(0.45)
                .build());

    assertThat(page, containsString("<b class=\"side under\">Under 25.5</b>"));
    assertThat(page, containsString("<dt>Ours</dt><dd>60.0%</dd>"));
    assertThat(page, containsString("<dt>Market</dt><dd>55.0%</dd>"));
    assertThat(page, containsString("<b>\u2212115</b> draftkings"));
    assertThat(row(page, "Ann"), containsString("dn\">\u22125.0</td>"));
  }

  @Test
  public void comparesWithTheMarketGivenNoPush() {
    String page =
        page(
            InventedSlate.bet()
                .setLine(Line.of(25))
                .setProbabilityOver(0.54)
                .setProbabilityPush(0.1)
                .setMarketProbabilityOver(0.55)
                .build());

    assertThat(page, containsString("Over 25</b>"));
    assertThat(row(page, "Ann"), containsString("<td class=\"n s0\">60.0%</td>"));
    assertThat(row(page, "Ann"), containsString("+5.0</td>"));
  }

  @Test
  public void showsADashAndAWordWithoutALine() {
    String row = row(page(InventedSlate.withoutLine().build()), "Ann");

    assertThat(row, containsString("&mdash; no line</td>"));
    assertThat(row, containsString("27.2"));
    assertThat(row, not(containsString("0.0")));
    assertThat(row, not(containsString("%")));
    assertThat(row, not(containsString("null")));
  }

  @Test
  public void saysThatNoBookToBetAtOffersTheLine() {
    String row =
        row(
            page(
                InventedSlate.bet()
                    .setRecommendation(Recommendation.NO_BOOK)
                    .setBookmaker("")
                    .setOverOdds(null)
                    .setUnderOdds(null)
                    .setExpectedValue(null)
                    .setStake(0.0)
                    .build()),
            "Ann");

    assertThat(row, containsString(">25.5</td>"));
    assertThat(row, containsString("&mdash; no book</td>"));
    assertThat(row, not(containsString("no line")));
  }

  @Test
  public void escapesEveryValue() {
    String hostile = "<script>\"Tom & Jerry's\"</script>{{style}}";
    String escaped = "&lt;script&gt;&quot;Tom &amp; Jerry&#39;s&quot;&lt;/script&gt;{{style}}";
    String page =
        SlatePage.render(
            InventedSlate.DAY,
            List.of(
                InventedSlate.bet()
                    .setPlayerName(hostile)
                    .setBookmaker(hostile)
                    .setSystemId(hostile)
                    .setGameId(hostile)
                    .setPlayer(PlayerKey.of(hostile))
                    .setSources(hostile)
                    .build()),
            List.of(InventedSlate.graded().setPlayerName(hostile).setSystemId(hostile).build()),
            List.of(InventedSlate.performance().setSystemId(hostile).build()));

    assertThat(page, not(containsString("<script>\"Tom")));
    assertThat(page, containsString("<h3>" + escaped + "</h3>"));
    assertThat(page, containsString("</b> " + escaped + "</p>"));
    assertThat(page, containsString("<option value=\"0\">" + escaped + "</option>"));
  }

  @Test
  public void isTheSameInWhateverOrderTheRowsCome() {
    List<Prediction> tonight = new ArrayList<>(InventedSlate.slate(30, true));
    InventedResults results = InventedResults.of(tonight);
    List<GradedPrediction> graded = new ArrayList<>(results.graded());
    List<SystemDailyPerformance> performance = new ArrayList<>(results.performance());
    String first = SlatePage.render(InventedSlate.DAY, tonight, graded, performance);
    Random random = new Random(3);
    Collections.shuffle(tonight, random);
    Collections.shuffle(graded, random);
    Collections.shuffle(performance, random);

    assertThat(
        SlatePage.render(InventedSlate.DAY, tonight, graded, performance).equals(first), is(true));
  }

  @Test
  public void isTheSameInEveryLocale() {
    List<Prediction> tonight = InventedSlate.slate(10, true);
    String first = page(tonight.toArray(new Prediction[0]));
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(page(tonight.toArray(new Prediction[0])).equals(first), is(true));
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  public void takesTheLatestPredictionUnderAKey() {
    String page =
        page(
            InventedSlate.bet().setMean(28).setAsOf(Instant.parse("2025-01-10T23:30:00Z")).build(),
            InventedSlate.bet().setMean(11).build());

    assertThat(page, containsString(">28.0<"));
    assertThat(page, not(containsString(">11.0<")));
    assertThat(page, containsString("Predictions as of 2025-01-10 23:30 UTC."));
  }

  @Test
  public void ordersGamesByTipAndTellsTheTimeInNewYork() {
    String page =
        page(
            InventedSlate.bet().build(),
            InventedSlate.bet()
                .setGameId("0022400999")
                .setTipTime(Instant.parse("2025-01-10T17:00:00Z"))
                .setPlayer(PlayerKey.of("2"))
                .setPlayerName("Bob Early")
                .build(),
            InventedSlate.withoutLine().setGameId("0022400111").build());

    assertThat(page, containsString("12:00 PM ET"));
    assertThat(
        page.indexOf("<th scope=\"row\">Ann"), greaterThan(page.indexOf("<th scope=\"row\">Bob")));
    assertThat(page.indexOf("tip time not stated"), greaterThan(page.indexOf("</b> 7:30 PM ET")));
  }

  @Test
  public void givesPointForecastsAMeanAlone() {
    String page =
        page(
            InventedSlate.bet().build(),
            InventedSlate.bet()
                .setSystemId("season_mean")
                .setKind(SystemKind.BASELINE)
                .setMean(24)
                .setRecommendation(Recommendation.PASS)
                .setProbabilityOver(null)
                .setProbabilityPush(null)
                .setExpectedValue(null)
                .setStake(null)
                .setOverOdds(AmericanOdds.of(-130))
                .build());

    assertThat(page, containsString("<th class=\"sys s1\" scope=\"colgroup\" colspan=\"1\">"));
    assertThat(row(page, "Ann"), containsString("<td class=\"n s1 a\">24.0</td></tr>"));
    assertThat(page, not(containsString("\u2212130")));
  }

  @Test
  public void showsWhatBecameOfABet() {
    String row = row(results(InventedSlate.graded().build()), "Ann");

    assertThat(row, containsString("<td class=\"n act\">31</td>"));
    assertThat(row, containsString(">\u22123.8<"));
    assertThat(row, containsString("<b class=\"r win\">Win</b>"));
    assertThat(row, containsString("+0.91"));
  }

  @Test
  public void showsThatAPlayerDidNotPlay() {
    String row =
        row(
            results(
                InventedSlate.graded()
                    .setOutcome(Outcome.VOID)
                    .setActual(null)
                    .setError(null)
                    .setProfit(0.0)
                    .build()),
            "Ann");

    assertThat(row, containsString("&mdash; did not play"));
    assertThat(row, containsString(">Void<"));
    assertThat(row, containsString(">0.00<"));
  }

  @Test
  public void putsTheNewestDayFirst() {
    String page =
        results(
            InventedSlate.graded().setGameDate(InventedSlate.DAY.plusDays(-2)).build(),
            InventedSlate.graded().build());

    assertThat(
        page.indexOf("<h3>Wednesday, 8 January 2025</h3>"),
        greaterThan(page.indexOf("<h3>Thursday, 9 January 2025</h3>")));
  }

  @Test
  public void sumsASystemOverMarketsAndDays() {
    String page =
        SlatePage.render(
            InventedSlate.DAY,
            List.of(),
            List.of(),
            List.of(
                InventedSlate.performance().build(),
                InventedSlate.performance()
                    .setGameDate(InventedSlate.DAY.plusDays(-2))
                    .setGraded(300)
                    .setMeanAbsoluteError(6.0)
                    .setProfit(-3.25)
                    .build(),
                InventedSlate.performance()
                    .setMarket(Market.REBOUNDS)
                    .setMeanAbsoluteError(null)
                    .setProfit(null)
                    .build()));

    assertThat(page, containsString("Systems on 2 slates, 2025-01-08 to 2025-01-09"));
    assertThat(
        page,
        containsString(
            "<th scope=\"row\">moving average</th><td class=\"n\">93</td><td class=\"n\">51</td>"
                + "<td class=\"n\">39</td><td class=\"n\">3</td>"
                + "<td class=\"n dn\">\u22120.75</td><td class=\"n\">60</td>"
                + "<td class=\"n\">5.75</td><td class=\"n no\">&mdash;</td>"));
  }

  @Test
  public void saysWhatToRunWhereThereIsNothing() {
    String page = page();

    assertThat(page, containsString("./tipoff predict --date=2025-01-10"));
    assertThat(page, containsString("./tipoff grade --date=2025-01-09"));
    assertThat(page, not(containsString("<table")));
    assertThat(page, not(containsString("<form")));
  }

  @Test
  public void saysThatThereIsNoBet() {
    assertThat(
        page(InventedSlate.bet().setRecommendation(Recommendation.PASS).build()),
        containsString("No bets: no side of any line is worth its price."));
  }

  @Test
  public void refusesAnotherDay() {
    assertThrows(
        IllegalArgumentException.class,
        () -> page(InventedSlate.bet().setGameDate(InventedSlate.DAY.plusDays(1)).build()));
  }

  @Test
  public void asksForNothingFromOutside() {
    String page = page(InventedSlate.bet().build());

    assertThat(page, not(containsString("http:")));
    assertThat(page, not(containsString("https:")));
    assertThat(page, not(containsString(" src=")));
    assertThat(page, not(containsString("url(")));
    assertThat(page, not(containsString("{{")));
  }

  @Test
  public void staysSmall() {
    List<Prediction> tonight = InventedSlate.slate(150, false);
    String page =
        SlatePage.render(
            InventedSlate.DAY,
            tonight,
            InventedResults.of(tonight).graded(),
            InventedResults.of(tonight).performance());

    assertThat(tonight.size(), is(150 * 2 * 4));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length, lessThan(1_500_000));
  }
}
