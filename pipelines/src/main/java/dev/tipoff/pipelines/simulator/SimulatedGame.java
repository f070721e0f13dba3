package dev.tipoff.pipelines.simulator;

import java.util.ArrayList;
import java.util.List;

/** A game that was played: the box score lines of all who took part. */
record SimulatedGame(ScheduledGame game, List<BoxScoreLine> home, List<BoxScoreLine> away) {
  private static final int DECIDED = 21;
  private static final double FOULED_WHEN_ONE_BEHIND = 0.7;

  static SimulatedGame play(Matchup matchup, Dice dice) {
    Side home = new Side(matchup.home(), matchup.homeEfficiency(), dice);
    Side away = new Side(matchup.away(), matchup.awayEfficiency(), dice);
    double possessions = dice.normal(matchup.possessions(), 2.2);
    double minutes = 240;
    for (int quarter = 1; quarter <= 4; quarter++) {
      int lead = home.points() - away.points();
      home.easeUp(lead);
      away.easeUp(-lead);
      if (quarter == 4 && Math.abs(lead) >= DECIDED) {
        home.startGarbageQuarter();
        away.startGarbageQuarter();
      } else {
        home.startQuarter();
        away.startQuarter();
      }
      playOn(home, away, dice.round(possessions / 4), dice);
    }
    evenUp(home, away, dice);
    while (home.points() == away.points()) {
      home.startOvertime();
      away.startOvertime();
      playOn(home, away, dice.round(possessions * 5 / 48), dice);
      minutes += 25;
    }
    int margin = home.points() - away.points();
    PlusMinus.share(home, margin, minutes, dice);
    PlusMinus.share(away, -margin, minutes, dice);
    return new SimulatedGame(matchup.game(), lines(home), lines(away));
  }

  private static void playOn(Side home, Side away, int possessions, Dice dice) {
    for (int n = 0; n < possessions; n++) {
      Possession.play(home, away, dice);
      Possession.play(away, home, dice);
    }
  }

  /** A team one point behind at the end often gets to the line and levels the score. */
  private static void evenUp(Side home, Side away, Dice dice) {
    int margin = home.points() - away.points();
    if (Math.abs(margin) == 1 && dice.chance(FOULED_WHEN_ONE_BEHIND)) {
      Side behind = margin > 0 ? away : home;
      behind.tallies[dice.pick(behind.shooters)].freeThrow(true);
    }
  }

  private static List<BoxScoreLine> lines(Side side) {
    List<BoxScoreLine> lines = new ArrayList<>();
    for (int i = 0; i < side.tallies.length; i++) {
      if (side.tallies[i].minutes > 0) {
        lines.add(BoxScoreLine.of(side.shifts.get(i), side.tallies[i]));
      }
    }
    return List.copyOf(lines);
  }

  static int points(List<BoxScoreLine> lines) {
    return lines.stream().mapToInt(BoxScoreLine::points).sum();
  }
}
