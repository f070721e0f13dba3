package dev.tipoff.pipelines.simulator;

import dev.tipoff.pipelines.simulator.Expectation.Means;
import java.util.ArrayList;
import java.util.List;

/**
 * What the betting public thinks of tonight's players at one moment: the truth with an error that
 * is the same for all books and shrinks a little towards the tip-off.
 */
record MarketView(List<Means> players) {
  /** When the books are looked at. */
  enum Moment {
    AFTERNOON,
    BEFORE_TIP
  }

  private static final double ERROR = 0.065;
  private static final double AFTERNOON_ERROR = 0.03;

  static MarketView of(Season season, ScheduledGame game, Moment moment) {
    Matchup matchup = season.matchup(game, moment == Moment.BEFORE_TIP);
    List<Means> players = new ArrayList<>();
    for (Means truth : Expectation.ofHome(matchup).means()) {
      players.add(seen(season, game, moment, truth));
    }
    for (Means truth : Expectation.ofAway(matchup).means()) {
      players.add(seen(season, game, moment, truth));
    }
    return new MarketView(List.copyOf(players));
  }

  private static Means seen(Season season, ScheduledGame game, Moment moment, Means truth) {
    long id = truth.player().id();
    Dice error = Dice.of(season.seed(), "market", game.number(), id);
    Dice early = Dice.of(season.seed(), "afternoon", game.number(), id);
    double all = error.factor(ERROR);
    if (moment == Moment.AFTERNOON) {
      all *= early.factor(AFTERNOON_ERROR);
    }
    return new Means(
        truth.player(),
        truth.minutes(),
        truth.points() * all * error.factor(ERROR / 2),
        truth.rebounds() * all * error.factor(ERROR),
        truth.assists() * all * error.factor(ERROR));
  }
}
