package dev.tipoff.io.balldontlie;

import static dev.tipoff.io.sources.SourceFixtures.fixture;

import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import java.util.List;

/** What bodies of balldontlie say, in short. */
final class BdlRows {
  private BdlRows() {}

  static ParsedRows parse(BodyParser parser, String scenario) {
    return ParsedRows.of(parser, fixture("balldontlie/" + scenario + ".json"));
  }

  /** Each game as "id: away@home day tip status away-home". */
  static List<String> games(ParsedRows parsed) {
    return parsed.rows(FeedTables.GAMES).stream().map(BdlRows::text).toList();
  }

  /** Each line as "id name team appearance minutes points". */
  static List<String> lines(ParsedRows parsed) {
    return parsed.rows(FeedTables.PLAYER_GAMES).stream().map(BdlRows::text).toList();
  }

  private static String text(FeedGame game) {
    return String.format(
        "%s: %s@%s %s %s %s %s-%s",
        game.getEventId(),
        game.getAway(),
        game.getHome(),
        game.getGameDate(),
        game.getTipTime(),
        game.getStatus(),
        game.getAwayPoints(),
        game.getHomePoints());
  }

  private static String text(FeedPlayerGame line) {
    return String.format(
        "%s %s %s %s %s %s",
        line.getPlayerId(),
        line.getPlayerName(),
        line.getTeam(),
        line.getAppearance(),
        line.getMinutes(),
        line.getPoints());
  }
}
