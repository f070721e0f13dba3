package dev.tipoff.io.balldontlie;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.util.Set;

/** Reads balldontlie's games, {@code /v1/games}, into {@link FeedTables#GAMES}. */
public final class BdlGames implements BodyParser {
  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    rows.each(
        BdlList.read(body, rows),
        game -> {
          BdlGame.expect(game, rows, Set.of("id", "home_team", "visitor_team"));
          BdlGame read =
              BdlGame.read(
                  game,
                  game.id("id"),
                  BdlTeam.read(game.object("home_team"), rows, Set.of()),
                  BdlTeam.read(game.object("visitor_team"), rows, Set.of()));
          rows.add(FeedTables.GAMES, read.row(body));
        });
  }
}
