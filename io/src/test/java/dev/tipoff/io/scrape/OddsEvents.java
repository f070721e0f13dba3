package dev.tipoff.io.scrape;

import java.util.ArrayList;
import java.util.List;
import org.joda.time.Instant;

/** The Odds API's answer that names the games of 2031-01-10. */
final class OddsEvents {
  private static final Instant FIRST_TIP = Instant.parse("2031-01-11T00:30:00Z");
  private static final long BETWEEN_TIPS = 15 * 60_000L;

  private static final List<String> TEAMS =
      List.of(
          "Boston Celtics",
          "Miami Heat",
          "Utah Jazz",
          "Chicago Bulls",
          "Phoenix Suns",
          "Indiana Pacers",
          "Denver Nuggets",
          "Los Angeles Lakers",
          "Brooklyn Nets",
          "Atlanta Hawks",
          "Charlotte Hornets",
          "Cleveland Cavaliers",
          "Dallas Mavericks",
          "Detroit Pistons",
          "Golden State Warriors",
          "Houston Rockets",
          "Memphis Grizzlies",
          "Milwaukee Bucks",
          "Minnesota Timberwolves",
          "New Orleans Pelicans",
          "New York Knicks",
          "Oklahoma City Thunder",
          "Orlando Magic",
          "Philadelphia 76ers",
          "Portland Trail Blazers",
          "Sacramento Kings",
          "San Antonio Spurs",
          "Toronto Raptors",
          "Washington Wizards",
          "Los Angeles Clippers");

  private OddsEvents() {}

  /** Up to fifteen games a quarter of an hour after each other. */
  static String of(String... ids) {
    List<String> games = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      games.add(
          String.format(
              "{\"id\":\"%s\",\"sport_key\":\"basketball_nba\",\"sport_title\":\"NBA\","
                  + "\"commence_time\":\"%s\",\"home_team\":\"%s\",\"away_team\":\"%s\"}",
              ids[i],
              FIRST_TIP.plus(i * BETWEEN_TIPS).toString().replace(".000Z", "Z"),
              TEAMS.get(2 * i),
              TEAMS.get(2 * i + 1)));
    }
    return "[" + String.join(",", games) + "]";
  }
}
