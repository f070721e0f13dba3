package dev.tipoff.io.balldontlie;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.TeamCode;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads balldontlie's lines of players, {@code /v1/stats}, into {@link FeedTables#PLAYER_GAMES},
 * and each game that they name, once, into {@link FeedTables#GAMES}.
 */
public final class BdlPlayerBoxScores implements BodyParser {
  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    Set<BdlGame> games = new HashSet<>();
    rows.each(
        BdlList.read(body, rows),
        line -> {
          BdlLine.expect(line, rows, Set.of("id", "team", "game"));
          BdlGame game = game(line.object("game"), rows);
          if (games.add(game)) {
            rows.add(FeedTables.GAMES, game.row(body));
          }
          TeamCode team = BdlTeam.read(line.object("team"), rows, Set.of());
          if (team != game.home() && team != game.away()) {
            throw new BadBodyException(
                "at " + line.path() + "/team: " + team + " does not play in the game");
          }
          BdlPlayer player = BdlPlayer.read(line.object("player"), rows, Set.of("team_id"));
          BdlLine.read(line, player, game.line(body, team), game.status(), rows);
        });
  }

  private static BdlGame game(BodyNode game, ParsedRows rows) throws BadBodyException {
    BdlGame.expect(game, rows, Set.of("id", "home_team_id", "visitor_team_id"));
    return BdlGame.read(
        game,
        game.id("id"),
        BdlTeam.byId(game, "home_team_id"),
        BdlTeam.byId(game, "visitor_team_id"));
  }
}
