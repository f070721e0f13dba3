package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.GameDay;
import java.util.Set;

/**
 * Reads the NBA's scoreboard of a day, {@code scoreboardv3} or the older {@code scoreboardV2}, into
 * {@link FeedTables#GAMES}. Preseason and all-star games are ignored. No parameter of the body is
 * read.
 */
final class NbaScoreboard implements BodyParser {
  private static final String TIP = "gameTimeUTC";

  private static final Set<String> GAME =
      Set.of("gameId", "gameStatus", "gameStatusText", TIP, "homeTeam", "awayTeam");

  private static final Set<String> GAME_SOMETIMES =
      Set.of(
          "gameCode",
          "period",
          "gameClock",
          "gameEt",
          "regulationPeriods",
          "ifNecessary",
          "seriesGameNumber",
          "gameLabel",
          "gameSubLabel",
          "seriesText",
          "seriesConference",
          "poRoundDesc",
          "gameSubtype",
          "isNeutral",
          "arenaName",
          "postponedStatus",
          "gameLeaders",
          "teamLeaders",
          "broadcasters",
          "pbOdds");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode answer = JsonBody.object(body);
    if (answer.json().has("resultSets")) {
      NbaScoreboardV2.parse(answer, body, rows);
      return;
    }
    SourceError.refuse(answer, "scoreboard");
    BodyNode board = answer.object("scoreboard");
    board.expect(rows, Set.of("gameDate", "games"), Set.of("leagueId", "leagueName"));
    GameDay day = NbaFields.day(board, "gameDate");
    rows.each(
        board.objects("games"),
        game -> {
          game.expect(rows, GAME, GAME_SOMETIMES);
          NbaGame.add(game, TIP, day, body, rows);
        });
  }
}
