package dev.tipoff.io.terminal;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.prediction.Recommendation;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How markets, calls, teams and times are called in front of people. */
final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.US);

  private Words() {}

  static String day(GameDay day) {
    return DAY.format(day.date());
  }

  static String shortMarket(Market market) {
    return switch (market) {
      case POINTS -> "PTS";
      case REBOUNDS -> "REB";
      case ASSISTS -> "AST";
      case PRA -> "PRA";
    };
  }

  static String call(Recommendation recommendation) {
    return switch (recommendation) {
      case OVER -> "Over";
      case UNDER -> "Under";
      case PASS -> "pass";
      case NO_BOOK -> "no book";
      case NO_LINE -> "no line";
    };
  }

  /** From the player's side: {@code LAL vs BOS} at home, {@code LAL @ BOS} away. */
  static String matchup(TeamCode team, TeamCode opponent, boolean home) {
    return team + (home ? " vs " : " @ ") + opponent;
  }
}
