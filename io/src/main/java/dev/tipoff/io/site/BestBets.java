package dev.tipoff.io.site;

import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cards of the bets with the best expected value. */
final class BestBets {
  private static final int MOST = 10;

  private BestBets() {}

  static String render(List<PropRow<Prediction>> rows) {
    List<Pick> bets = Pick.bets(rows);
    if (bets.isEmpty()) {
      return rows.isEmpty()
          ? "<p class=\"empty\">Without predictions there is nothing to bet on.</p>"
          : "<p class=\"empty\">No bets: no side of any line is worth its price.</p>";
    }
    return bets.stream()
        .limit(MOST)
        .map(bet -> card(bet, others(bet, rows)))
        .collect(Collectors.joining("\n", "<ol class=\"cards\">\n", "\n</ol>"));
  }

  private static String card(Pick bet, String others) {
    Prediction prediction = bet.prediction();
    String tip =
        prediction.getTipTime() == null
            ? ""
            : " <span class=\"tip\">" + Words.tip(prediction.getTipTime()) + "</span>";
    return """
        <li class="card">
        <h3>%s</h3>
        <p class="where">%s%s</p>
        <p class="wager"><b class="side %s">%s %s</b> %s</p>
        <p class="price"><b>%s</b> %s</p>
        <p class="ev">EV <b>%s</b></p>
        %s
        <dl><div class="us"><dt>Ours</dt><dd>%s</dd></div>\
        <div class="them"><dt>Market</dt><dd>%s</dd></div>\
        <div><dt>Edge</dt><dd>%s</dd></div></dl>
        <p class="stake">Stake <b>%s</b> of bankroll</p>
        %s
        <p class="by">%s%s</p>
        </li>"""
        .formatted(
            Html.text(prediction.getPlayerName()),
            Words.matchup(prediction.getTeam(), prediction.getOpponent(), prediction.getHome()),
            tip,
            bet.side() == Recommendation.OVER ? "over" : "under",
            Words.call(bet.side()),
            Figures.line(bet.line()),
            Words.market(prediction.getMarket()),
            Html.figure(Figures.odds(bet.price())),
            Html.text(prediction.getBookmaker()),
            Html.figure(Figures.signedPercent(bet.expectedValue())),
            ChanceChart.render(bet.ours(), bet.market()),
            Figures.percent(bet.ours()),
            Figures.percent(bet.market()),
            Html.figure(Figures.points(bet.edge())),
            prediction.getStake() == null ? Html.DASH : Figures.percent(prediction.getStake()),
            why(prediction),
            Html.text(Words.system(prediction.getSystemId())),
            others);
  }

  /** What the forecast is made of, in the words of the features. */
  private static String why(Prediction prediction) {
    return prediction.getReasons().isEmpty()
        ? ""
        : "<p class=\"why\">Why: "
            + Html.text(prediction.getReasons().replace('_', ' ').replace(";", ","))
            + "</p>";
  }

  /** What the other systems say of the same prop, if they have a say. */
  private static String others(Pick bet, List<PropRow<Prediction>> rows) {
    PropRow.Key key =
        new PropRow.Key(
            bet.prediction().getGameId(),
            bet.prediction().getPlayer(),
            bet.prediction().getMarket());
    return rows.stream()
        .filter(row -> row.key().equals(key))
        .flatMap(row -> row.bySystem().entrySet().stream())
        .filter(entry -> entry.getKey().decides())
        .map(Map.Entry::getValue)
        .filter(other -> !other.getSystemId().equals(bet.prediction().getSystemId()))
        .map(
            other ->
                "; "
                    + Html.text(Words.system(other.getSystemId()))
                    + " "
                    + stance(other.getRecommendation(), bet.side()))
        .collect(Collectors.joining());
  }

  private static String stance(Recommendation other, Recommendation side) {
    return switch (other) {
      case OVER, UNDER -> other == side ? "agrees" : "takes the other side";
      case PASS -> "passes";
      case NO_BOOK -> "has no book";
      case NO_LINE -> "saw no line";
    };
  }
}
