package dev.tipoff.pipelines.simulator;

/**
 * What the market offers on a game.
 *
 * @param homeSpread points the home team starts with, in steps of a half; negative for a favourite
 * @param total points of both teams, in steps of a half
 * @param homeMoneyline American price of a home win; so too awayMoneyline
 */
record GameLine(double homeSpread, double total, int homeMoneyline, int awayMoneyline) {
  private static final double SPREAD_NOISE = 1.0;
  private static final double TOTAL_NOISE = 2.0;

  /** What leaders' easing up leaves of an expected margin. */
  private static final double EASED = 0.85;

  private static final double OVERTIME = 1.4;
  private static final double MARGIN_DEVIATION = 12.8;
  private static final double BOOK_SHARE = 0.045;

  static GameLine of(Matchup matchup, Dice dice) {
    double home = Expectation.ofHome(matchup).points();
    double away = Expectation.ofAway(matchup).points();
    double margin = EASED * (home - away) + dice.normal(0, SPREAD_NOISE);
    double win = NormalCurve.below(margin / MARGIN_DEVIATION);
    return new GameLine(
        halves(-margin),
        halves(home + away + OVERTIME + dice.normal(0, TOTAL_NOISE)),
        AmericanPrice.of(win, BOOK_SHARE),
        AmericanPrice.of(1 - win, BOOK_SHARE));
  }

  private static double halves(double value) {
    return Math.round(value * 2) / 2.0;
  }
}
