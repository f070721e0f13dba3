package dev.tipoff.io.balldontlie;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;

/**
 * Reads balldontlie's box scores, {@code /v1/box_scores} and {@code /v1/box_scores/live}: a game
 * with its score into {@link FeedTables#GAMES}, its players into {@link FeedTables#PLAYER_GAMES}.
 * The body has no totals of teams, and no ids of games.
 */
public final class BdlBoxScores implements BodyParser {
  private static final Set<String> PLAYERS = Set.of("players");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    rows.each(
        BdlList.read(body, rows),
        entry -> {
          BdlGame.expect(entry, rows, Set.of("home_team", "visitor_team"));
          BodyNode home = entry.object("home_team");
          BodyNode away = entry.object("visitor_team");
          BdlGame game =
              BdlGame.read(
                  entry,
                  null,
                  BdlTeam.read(home, rows, PLAYERS),
                  BdlTeam.read(away, rows, PLAYERS));
          rows.add(FeedTables.GAMES, game.row(body));
          lines(home, game, game.home(), body, rows);
          lines(away, game, game.away(), body, rows);
        });
  }

  private static void lines(BodyNode team, BdlGame game, TeamCode code, Body body, ParsedRows rows)
      throws BadBodyException {
    rows.each(
        team.objects("players"),
        line -> {
          BdlLine.expect(line, rows, Set.of());
          BdlPlayer player = BdlPlayer.read(line.object("player"), rows, Set.of("team_id"));
          BdlLine.read(line, player, game.line(body, code), game.status(), rows);
        });
  }
}
