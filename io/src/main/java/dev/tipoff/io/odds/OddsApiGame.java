package dev.tipoff.io.odds;

import com.google.common.collect.Sets;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedGameLine;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.Set;
import org.joda.time.Instant;

/** A game as The Odds API names it, in events, scores and odds alike. */
record OddsApiGame(String eventId, TeamCode home, TeamCode away, Instant commenceTime) {
  private static final Set<String> FIELDS =
      Set.of("id", "sport_key", "sport_title", "commence_time", "home_team", "away_team");

  private static final String LEAGUE = "basketball_nba";

  /** The fields that name the game, and others. */
  static Set<String> fieldsAnd(String... others) {
    return Sets.union(FIELDS, Set.of(others)).immutableCopy();
  }

  static OddsApiGame read(BodyNode event) throws BadBodyException {
    return new OddsApiGame(
        event.text("id"),
        event.team("home_team"),
        event.team("away_team"),
        event.requiredTime("commence_time"));
  }

  /**
   * Whether the event is one of the league's other competitions, which have keys of their own, such
   * as {@code basketball_nba_preseason}; it is then ignored.
   *
   * @throws BadBodyException if it is of another league
   */
  static boolean isIgnored(BodyNode event, ParsedRows rows) throws BadBodyException {
    String sport = event.text("sport_key");
    if (sport.equals(LEAGUE)) {
      return false;
    }
    if (!sport.startsWith(LEAGUE + "_")) {
      throw new BadBodyException(
          "at " + event.path() + "/sport_key: '" + sport + "' is another league");
    }
    rows.ignore("sport " + sport);
    return true;
  }

  GameDay day() {
    return GameDay.ofTip(commenceTime);
  }

  /** Says that a body about the game lies among those of another day. */
  String wrongSlate(GameDay filedUnder) {
    return "the game commences at "
        + commenceTime
        + ", on "
        + day()
        + ", but is filed under "
        + filedUnder;
  }

  /** The game for a schedule, without its status. */
  FeedGame.Builder game(Body body) {
    return FeedGame.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(eventId)
        .setGameId("")
        .setGameDate(day())
        .setHome(home)
        .setAway(away)
        .setTipTime(commenceTime)
        .setReceivedTime(body.receivedTime());
  }

  /** Fills in what a game line says of its game. */
  FeedGameLine line(FeedGameLine.Builder line, String source) {
    return line.setSource(source)
        .setGameDate(day())
        .setEventId(eventId)
        .setHome(home)
        .setAway(away)
        .setCommenceTime(commenceTime)
        .build();
  }

  /** Fills in what a player's line says of its game. */
  RawPropLine line(RawPropLine.Builder line) {
    return line.setSource(OddsApiEventOdds.SOURCE)
        .setGameDate(day())
        .setEventId(eventId)
        .setHome(home)
        .setAway(away)
        .setCommenceTime(commenceTime)
        .build();
  }
}
