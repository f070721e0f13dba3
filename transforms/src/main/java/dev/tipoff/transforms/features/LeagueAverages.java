package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.TeamCode;
import java.util.function.ToDoubleFunction;

/** What a team's game of the season comes to on average. */
final class LeagueAverages {
  /** A figure of a team's game. */
  enum Kind {
    POINTS(TeamGame::points),
    REBOUNDS(TeamGame::reboundsAllowed),
    ASSISTS(TeamGame::assistsAllowed),
    POINTS_PER_48(TeamGame.per48(TeamGame::points)),
    PACE(TeamGame::pace),
    TWOS_MADE(TeamGame::twosMadeAllowed),
    TWOS_ATTEMPTED(TeamGame::twosAttemptedAllowed),
    THREES_MADE(TeamGame::threesMadeAllowed),
    THREES_ATTEMPTED(TeamGame::threesAttemptedAllowed);

    private final ToDoubleFunction<TeamGame> figure;

    Kind(ToDoubleFunction<TeamGame> figure) {
      this.figure = figure;
    }
  }

  private LeagueAverages() {}

  /** Teams in the order of the enum, so that the sum is the same every time. */
  static double of(KnownGames known, Kind kind) {
    double sum = 0;
    int games = 0;
    for (TeamCode team : TeamCode.values()) {
      TeamHistory history = known.team(team);
      sum += history.sum(kind.figure);
      games += history.size();
    }
    return sum / games;
  }
}
