package dev.tipoff.io.site;

import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.prediction.Recommendation;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.time.DateTimeZone;
import org.joda.time.Instant;
import org.joda.time.format.DateTimeFormat;

/** How markets, calls, teams and times are called in front of people. */
final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.US);

  private Words() {}

  static String day(GameDay day) {
    return DAY.format(day.date());
  }

  static String tip(Instant tip) {
    return DateTimeFormat.forPattern("h:mm a")
            .withLocale(Locale.US)
            .withZone(GameDay.ZONE)
            .print(tip)
        + " ET";
  }

  static String utc(Instant time) {
    return DateTimeFormat.forPattern("yyyy-MM-dd HH:mm")
            .withLocale(Locale.US)
            .withZone(DateTimeZone.UTC)
            .print(time)
        + " UTC";
  }

  static String market(Market market) {
    return switch (market) {
      case POINTS -> "points";
      case REBOUNDS -> "rebounds";
      case ASSISTS -> "assists";
      case PRA -> "pts+reb+ast";
    };
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

  static String outcome(Outcome outcome) {
    return switch (outcome) {
      case WIN -> "Win";
      case LOSS -> "Loss";
      case PUSH -> "Push";
      case VOID -> "Void";
      case NO_BET -> "no bet";
      case NO_LINE -> "no line";
    };
  }

  static String system(String id) {
    return id.replace('_', ' ');
  }

  /** From the player's side: {@code LAL vs BOS} at home, {@code LAL @ BOS} away. */
  static String matchup(TeamCode team, TeamCode opponent, boolean home) {
    return team + (home ? " vs " : " @ ") + opponent;
  }
}
