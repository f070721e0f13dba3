package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.util.Set;

/**
 * Reads the NBA's schedule of a season, of {@code scheduleleaguev2int} and of the CDN alike, into
 * {@link FeedTables#GAMES}, day by day. Preseason and all-star games are ignored, and so are games
 * whose teams are not known yet. No parameter of the body is read.
 */
final class NbaSchedule implements BodyParser {
  private static final String DAYS = "/leagueSchedule/gameDates";
  private static final String TIP = "gameDateTimeUTC";

  private static final Set<String> GAME =
      Set.of(
          "gameId",
          "gameStatus",
          "gameStatusText",
          "gameDateEst",
          TIP,
          "homeTeam",
          "awayTeam",
          "arenaName",
          "postponedStatus");

  private static final Set<String> GAME_SOMETIMES =
      Set.of(
          "gameCode",
          "gameSequence",
          "gameTimeEst",
          "gameDateTimeEst",
          "gameDateUTC",
          "gameTimeUTC",
          "awayTeamTime",
          "homeTeamTime",
          "day",
          "monthNum",
          "weekNumber",
          "weekName",
          "ifNecessary",
          "seriesGameNumber",
          "gameLabel",
          "gameSubLabel",
          "seriesText",
          "arenaState",
          "arenaCity",
          "branchLink",
          "gameSubtype",
          "isNeutral",
          "broadcasters",
          "pointsLeaders");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    JsonBody.elements(
        body,
        DAYS,
        rows,
        day -> {
          day.expect(rows, Set.of("gameDate", "games"), Set.of());
          rows.each(
              day.objects("games"),
              game -> {
                game.expect(rows, GAME, GAME_SOMETIMES);
                NbaGame.add(game, TIP, NbaFields.day(game, "gameDateEst"), body, rows);
              });
        });
  }
}
